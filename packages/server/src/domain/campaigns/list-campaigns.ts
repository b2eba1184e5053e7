import type { Context } from '../../context.ts'
import type { Campaign, CampaignState } from './campaign.ts'
import { type CampaignFilter, selectCampaigns } from './rows.ts'
import { stateAt } from './rules.ts'

/** Campaigns with their states now, the oldest first, from after an id. */
export async function listCampaigns(
  ctx: Context,
  filter: CampaignFilter,
): Promise<(Campaign & { state: CampaignState })[]> {
  const at = ctx.clock.now()
  const campaigns = await selectCampaigns(ctx.store.read, filter, at)
  return campaigns.map((campaign) => ({ ...campaign, state: stateAt(campaign, at) }))
}
