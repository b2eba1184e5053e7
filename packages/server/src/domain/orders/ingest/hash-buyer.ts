import type { Context } from '../../../context.ts'

/** What is kept of a buyer. Hashed with the shop: the same buyer of two shops cannot be told to be one. */
export function hashBuyer(ctx: Context, shopId: bigint, buyerId: string): Buffer {
  return ctx.keys.lastingMac('buyer-id', `${shopId} ${buyerId}`)
}
