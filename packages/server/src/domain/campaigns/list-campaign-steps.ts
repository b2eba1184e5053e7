import type { Context } from '../../context.ts'
import type { CampaignStep, Page } from './campaign.ts'
import { selectSteps } from './rows.ts'

/** What was done about a campaign, the first first. */
export async function listCampaignSteps(
  ctx: Context,
  campaignId: bigint,
  page: Page,
): Promise<(CampaignStep & { id: bigint })[]> {
  return selectSteps(ctx.store.read, campaignId, page)
}
