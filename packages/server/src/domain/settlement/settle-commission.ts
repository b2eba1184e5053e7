import type { Tx } from '../../store/store.ts'
import { orderEntryKey } from './book-commission.ts'
import { insertSettlements } from './settle-rows.ts'

/**
 * Whatever these orders hold in pending becomes available, an entry for each order. `revision` counts the
 * order's bookings, this one included: the same settlement cannot be posted twice.
 */
export async function settleCommission(
  tx: Tx,
  { orders, at }: { orders: readonly { id: bigint; revision: number }[]; at: Date },
): Promise<void> {
  const keyed = orders.map(({ id, revision }) => ({ orderId: id, key: orderEntryKey(id, revision) }))
  await insertSettlements(tx, keyed, at)
}
