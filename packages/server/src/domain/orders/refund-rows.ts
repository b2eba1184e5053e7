import { type Insertable, sql } from 'kysely'
import type { Tx } from '../../store/store.ts'
import type { OrderRefundsTable } from '../../store/tables.ts'

/** A refund case to write. Its network times say now: of a case that is there already they stay. */
export type RefundWrite = Omit<Insertable<OrderRefundsTable>, 'refund_suit_id'>

/** Written in one statement: a shop may report any number of cases of an order. */
const SLICE = 2000

/** Writes cases as they now are, new or changed. */
export async function upsertRefunds(tx: Tx, refunds: readonly RefundWrite[]): Promise<void> {
  for (let at = 0; at < refunds.length; at += SLICE) await upsertSlice(tx, refunds.slice(at, at + SLICE))
}

async function upsertSlice(tx: Tx, refunds: readonly RefundWrite[]): Promise<void> {
  const names = Object.keys(refunds[0] as RefundWrite)
  const changed = names.filter((name) => !['order_id', 'refund_id'].includes(name))
  // Like the order's own, the times begin anew when the case becomes somebody else's: a window that was read
  // never gains a row.
  const isTheirsStill = sql`order_refunds.member_id is not distinct from excluded.member_id
    and (excluded.third_member_id is null or excluded.third_member_id = order_refunds.third_member_id)`
  await tx
    .insertInto('order_refunds')
    .values(refunds)
    .onConflict((conflict) =>
      conflict.columns(['order_id', 'refund_id']).doUpdateSet((eb) => ({
        ...Object.fromEntries(changed.map((name) => [name, eb.ref(`excluded.${name}` as 'excluded.state')])),
        asked_at: sql<Date>`case when ${isTheirsStill} then order_refunds.asked_at else excluded.asked_at end`,
        finished_at: sql<Date | null>`case when ${isTheirsStill} and order_refunds.state = excluded.state
          then order_refunds.finished_at else excluded.finished_at end`,
      })),
    )
    .execute()
}

/** The orders changed otherwise than by an event: their cases are found by the orders' new times. */
export async function touchRefunds(tx: Tx, orderIds: readonly bigint[]): Promise<void> {
  await sql`
    update order_refunds r set order_earned_at = o.tk_earned_at, modified_at = o.modified_at
    from orders o
    where o.id = any(${orderIds}::bigint[]) and o.had_refund and r.order_id = o.id`.execute(tx)
}
