import { sql } from 'kysely'
import type { Stamp } from '../../store/stamp.ts'
import type { Db, Tx } from '../../store/store.ts'
import { ORDER_STATUS } from './rules.ts'

const { received, settled } = ORDER_STATUS

export type DueOrder = { id: bigint; shopId: bigint; receivedAt: Date }

// Of an order whose commission was taken, a recruiting leader's service fee is still to be settled.
const isDue = (until: Date) => sql`
  status = ${sql.lit(received)} and tb_received_at <= ${until} and not is_refunding
    and (penalty is null or penalty = 'taken' and booked_service_fen > 0)`

/** The next orders to settle, those received first before the others, from a time of receipt on. */
export async function selectDueOrders(
  db: Db,
  of: { from: Date; until: Date; limit: number },
): Promise<DueOrder[]> {
  const { rows } = await sql<{ id: bigint; shop_id: bigint; tb_received_at: Date }>`
    select id, shop_id, tb_received_at from orders where tb_received_at >= ${of.from} and ${isDue(of.until)}
    order by tb_received_at, shop_id limit ${of.limit}`.execute(db)
  return rows.map((row) => ({ id: row.id, shopId: row.shop_id, receivedAt: row.tb_received_at }))
}

/** Those of these orders that are still to be settled. Their shops are locked. */
export async function selectStillDue(tx: Tx, ids: readonly bigint[], until: Date): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`
    select id from orders where id = any(${ids}::bigint[]) and ${isDue(until)} order by id`.execute(tx)
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
