import { sql } from 'kysely'
import type { Db, Tx } from '../../store/store.ts'

/**
 * Works out a slice of the offers that are outdated at a moment, items in the order of their ids; rows that
 * another server holds are left to it. `lastId` is undefined after the last slice.
 */
export async function renewOutdated(
  tx: Tx,
  slice: { at: Date; afterId: bigint; limit: number },
): Promise<{ renewed: number; lastId: bigint | undefined }> {
  const { rows } = await sql<{ id: bigint }>`
    select i.item_id as id from item_search i join shops s on s.id = i.shop_id
    where i.item_id > ${slice.afterId} and (i.offers_until <= ${slice.at} or i.terms_version <> s.terms_version)
    order by i.item_id limit ${slice.limit} for update of i skip locked`.execute(tx)
  const ids = rows.map((row) => row.id)
  if (ids.length > 0) await sql`select renew_item_search(${ids}::bigint[], ${slice.at})`.execute(tx)
  return { renewed: ids.length, lastId: ids.length < slice.limit ? undefined : ids.at(-1) }
}

/** What searches are planned by: without it a catalogue just imported is still thought to be small. */
export async function analyzeGoods(db: Db): Promise<void> {
  await sql`analyze items, item_search, coupons, commission_plans, shops`.execute(db)
}
