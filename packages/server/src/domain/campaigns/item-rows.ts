import { type Selectable, sql } from 'kysely'
import type { Db } from '../../store/store.ts'
import type { CampaignItemsTable } from '../../store/tables.ts'
import type { CampaignItem, Page } from './campaign.ts'

export async function insertItem(db: Db, item: Omit<CampaignItem, 'id'>): Promise<CampaignItem> {
  const row = await db
    .insertInto('campaign_items')
    .values({
      campaign_id: item.campaignId,
      item_id: item.itemId,
      plan_id: item.planId,
      commission_rate_bp: item.rateBp,
      joined_at: item.joinedAt,
      starts_at: item.startsAt,
      ends_at: item.endsAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toItem(row)
}

/** An item's stay in a campaign that is not over at a moment. */
export async function selectPresentItem(
  db: Db,
  key: { campaignId: bigint; itemId: bigint },
  at: Date,
): Promise<CampaignItem | undefined> {
  const row = await db
    .selectFrom('campaign_items')
    .selectAll()
    .where('campaign_id', '=', key.campaignId)
    .where('item_id', '=', key.itemId)
    .where('ends_at', '>', at)
    .whereRef('ends_at', '>', 'starts_at')
    .executeTakeFirst()
  return row && toItem(row)
}

/** Ends the stays of a campaign's items, or of one of them, that are not over at a moment; their plans. */
export async function endItems(
  db: Db,
  key: { campaignId: bigint; itemId?: bigint },
  at: Date,
): Promise<bigint[]> {
  let query = db
    .updateTable('campaign_items')
    .set({ ends_at: sql<Date>`greatest(starts_at, ${at})` })
    .where('campaign_id', '=', key.campaignId)
    .where('ends_at', '>', at)
  if (key.itemId !== undefined) query = query.where('item_id', '=', key.itemId)
  const rows = await query.returning('plan_id').execute()
  return rows.map((row) => row.plan_id)
}

/** How many stays of a campaign are not over at a moment. */
export async function countPresentItems(db: Db, campaignId: bigint, at: Date): Promise<number> {
  const { n } = await db
    .selectFrom('campaign_items')
    .select((eb) => eb.fn.countAll<bigint>().as('n'))
    .where('campaign_id', '=', campaignId)
    .where('ends_at', '>', at)
    .whereRef('ends_at', '>', 'starts_at')
    .executeTakeFirstOrThrow()
  return Number(n)
}

export async function selectItems(db: Db, campaignId: bigint, page: Page): Promise<CampaignItem[]> {
  const rows = await db
    .selectFrom('campaign_items')
    .selectAll()
    .where('campaign_id', '=', campaignId)
    .where('id', '>', page.after)
    .orderBy('id')
    .limit(page.limit)
    .execute()
  return rows.map(toItem)
}

function toItem(row: Selectable<CampaignItemsTable>): CampaignItem {
  return {
    id: row.id,
    campaignId: row.campaign_id,
    itemId: row.item_id,
    planId: row.plan_id,
    rateBp: row.commission_rate_bp,
    joinedAt: row.joined_at,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
  }
}
