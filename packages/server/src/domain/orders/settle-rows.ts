import { sql } from 'kysely'
import type { Stamp } from '../../store/stamp.ts'
import type { Db, Tx } from '../../store/store.ts'
import { ORDER_STATUS } from './rules.ts'

const { received, settled } = ORDER_STATUS

export type DueShop = { shopId: bigint; count: number }

// Of an order whose commission was taken, a recruiting leader's service fee is still to be settled.
const isDue = (until: Date) => sql`
  status = ${sql.lit(received)} and tb_received_at <= ${until} and not is_refunding
    and (penalty is null or penalty = 'taken' and booked_service_fen > 0)`

/** The shops that have orders to settle, and how many. */
export async function selectDueShops(db: Db, until: Date): Promise<DueShop[]> {
  const { rows } = await sql<{ shop_id: bigint; orders: number }>`
    select shop_id, count(*)::int as orders from orders where ${isDue(until)}
    group by shop_id order by shop_id`.execute(db)
  return rows.map((row) => ({ shopId: row.shop_id, count: row.orders }))
}

/** Orders of these shops that are to be settled. The shops are locked. */
export async function selectDueOrders(
  tx: Tx,
  of: { shops: readonly bigint[]; until: Date; limit: number },
): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`
    select id from orders where ${isDue(of.until)} and shop_id = any(${of.shops}::bigint[])
    order by shop_id, tb_received_at limit ${of.limit}`.execute(tx)
  return rows.map((row) => row.id)
}

/** The orders are settled now; each counts one booking more, which is about to follow. */
export async function markSettled(
  tx: Tx,
  orderIds: readonly bigint[],
  stamp: Stamp,
): Promise<{ id: bigint; revision: number }[]> {
  const { rows } = await sql<{ id: bigint; revision: number }>`
    update orders set status = ${settled}, tk_earned_at = ${stamp.at}, modified_at = ${stamp.at},
      change_no = ${stamp.firstChange} + due.n - 1, ledger_revision = ledger_revision + 1
    from unnest(${orderIds}::bigint[]) with ordinality as due(id, n)
    where orders.id = due.id
    returning orders.id, ledger_revision as revision`.execute(tx)
  return rows
}
