import type { Context } from '../context.ts'
import { settleOrders as settle } from '../domain/orders/index.ts'

/** Settles the orders whose refund window is over. */
export async function settleOrders(ctx: Context): Promise<{ orders: number }> {
  return settle(ctx)
}
