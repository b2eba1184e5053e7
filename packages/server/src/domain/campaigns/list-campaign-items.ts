import type { Context } from '../../context.ts'
import type { CampaignItem, Page } from './campaign.ts'
import { selectItems } from './item-rows.ts'

/** The items that are or were in a campaign, in the order in which they joined. */
export async function listCampaignItems(
  ctx: Context,
  campaignId: bigint,
  page: Page,
): Promise<CampaignItem[]> {
  return selectItems(ctx.store.read, campaignId, page)
}
