import type { Tx } from '../../../store/store.ts'
import type { Item } from '../item.ts'
import { insertCampaignPlan, updatePlanEnds } from './campaign-plan-rows.ts'

/** A campaign's marketing plan of one item: the commission, and what the leader gets beside it. */
export type CampaignPlan = {
  item: Pick<Item, 'id' | 'shopId'>
  name: string
  rateBp: number
  campaign: { id: bigint; leaderId: bigint; serviceRateBp: number }
  startsAt: Date
  endsAt: Date
}

/** Opens a campaign's plan of an item, for every promoter; its id. */
export async function openCampaignPlan(tx: Tx, plan: CampaignPlan): Promise<bigint> {
  return insertCampaignPlan(tx, plan)
}

/** Ends plans of campaigns that have not ended yet; one that has not begun never will. */
export async function endCampaignPlans(tx: Tx, planIds: readonly bigint[], at: Date): Promise<void> {
  if (planIds.length > 0) await updatePlanEnds(tx, planIds, at)
}
