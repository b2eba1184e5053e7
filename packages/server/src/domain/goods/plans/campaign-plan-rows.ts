import { sql } from 'kysely'
import type { Db } from '../../../store/store.ts'
import type { CampaignPlan } from './campaign-plan.ts'

export async function insertCampaignPlan(db: Db, plan: CampaignPlan): Promise<bigint> {
  const { id } = await db
    .insertInto('commission_plans')
    .values({
      kind: 'marketing',
      shop_id: plan.item.shopId,
      item_id: plan.item.id,
      name: plan.name,
      rate_bp: plan.rateBp,
      campaign_id: plan.campaign.id,
      leader_id: plan.campaign.leaderId,
      service_rate_bp: plan.campaign.serviceRateBp,
      starts_at: plan.startsAt,
      ends_at: plan.endsAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updatePlanEnds(db: Db, planIds: readonly bigint[], at: Date): Promise<void> {
  await db
    .updateTable('commission_plans')
    .set({ ends_at: sql<Date>`greatest(starts_at, ${at})` })
    .where('id', 'in', planIds)
    .where('campaign_id', 'is not', null)
    .where('ends_at', '>', at)
    .execute()
}
