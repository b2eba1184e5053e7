import type { Context } from '../../context.ts'
import { takeStamp } from '../../store/stamp.ts'
import type { Tx } from '../../store/store.ts'
import { bookCommission } from '../settlement/index.ts'
import { bookedOf, bookingOf } from './booking.ts'
import { earningsOf } from './earnings.ts'
import type { HeldOrder } from './hold-order.ts'
import { updatePenalised } from './penalty-rows.ts'
import { touchRefunds } from './refund-rows.ts'
import { selectEvents } from './rows.ts'
import { foldOrder } from './rules.ts'
import { ratesOf } from './terms.ts'

/** What becomes of an order's commission: held back, given to the merchant, or (null) earned as if nothing was. */
export type PenaltyChange = { penaltyId: bigint; penalty: 'frozen' | 'taken' | null; cause: string }

/**
 * Puts a penalty on an order that is held, or takes it away, and moves the money: what is due is worked out
 * again from the order's events. Answers the key of the ledger entry, where one was posted.
 */
export async function setPenalty(
  ctx: Context,
  tx: Tx,
  change: HeldOrder & PenaltyChange,
): Promise<string | undefined> {
  const { order, merchantId, penalty, penaltyId, cause } = change
  const events = (await selectEvents(tx, [order.id])).get(order.id) ?? []
  const { due } = earningsOf(foldOrder(events), ratesOf(order))
  const booked = bookedOf(due, { memberId: order.member_id, isTaken: penalty === 'taken' })
  const columns = { ...booked, penalty, penalty_id: penaltyId }
  const stamp = await takeStamp(tx, ctx.clock.aheadMs, 1)
  const revision = await updatePenalised(tx, order.id, { columns, stamp })
  await touchRefunds(tx, [order.id])
  const before = bookingOf(order)
  const after = bookingOf({ ...order, ...columns })
  const entry = { orderId: order.id, revision, merchantId, cause, postedAt: stamp.at, before, after }
  const [key] = await bookCommission(tx, [entry])
  return key
}
