import { sql } from 'kysely'
import type { Store, Tx } from '../../store/store.ts'

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

/**
 * Tidies up after a large write, at once: searches are planned for what is there now, and the database's own
 * tidying does not start in the middle of them. It may take longer than a statement otherwise may.
 */
export async function vacuumGoods(pool: Store['pool']): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    await client.query('vacuum (analyze) items, item_search, coupons, commission_plans, shops')
  } finally {
    // Its time limit goes with it.
    client.release(true)
  }
}
