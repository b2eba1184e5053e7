import type { CallContext } from '../../../context.ts'
import { findItems, type Item } from '../../../domain/goods/index.ts'
import type { Refund } from '../../../domain/orders/index.ts'

/** The times that cases are searched by, as both refund methods number them. */
export const refundTimes = { 1: 'asked', 2: 'earned', 3: 'finished', 4: 'created', 5: 'modified' } as const

/** Refund cases with their items, each written by its method. */
export async function writeRefunds<Wire>(
  ctx: CallContext,
  refunds: readonly Refund[],
  write: (refund: Refund, item: Item) => Wire,
): Promise<Wire[]> {
  const items = await findItems(ctx, [...new Set(refunds.map((refund) => refund.itemId))])
  return refunds.map((refund) => {
    const item = items.get(refund.itemId)
    if (!item) throw new Error(`refund ${refund.suitId} has lost its item`)
    return write(refund, item)
  })
}
