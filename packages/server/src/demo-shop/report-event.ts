import type { Context } from '../context.ts'
import type { Tx } from '../store/store.ts'
import { giveCouponBack, giveStockBack, selectSender } from './goods-rows.ts'
import { eventId, isSettled } from './order-event.ts'
import {
  lockOrder,
  type Order,
  type OrderEvent,
  selectEvent,
  updateAnswer,
  updateBooks,
} from './order-rows.ts'
import { applyEvent } from './rules.ts'
import { type Said, sendEvent } from './send-event.ts'

/** Sends an event of an order and, once the network has it, brings the order to where the event says. */
export async function reportEvent(ctx: Context, order: Order, event: OrderEvent): Promise<void> {
  const sender = await selectSender(ctx.store.read, order)
  const said = await sendEvent(ctx, sender, { id: eventId(order, event), body: event.body })
  await ctx.store.transact(async (tx) => {
    const locked = await lockOrder(tx, order.accessKey)
    if (locked) await settle(tx, { order: locked, no: event.no, said })
  })
}

async function settle(tx: Tx, { order, no, said }: { order: Order; no: number; said: Said }): Promise<void> {
  const event = await selectEvent(tx, order.id, no)
  // The same event may be under way twice: the first settled answer holds.
  if (!event || isSettled(event)) return
  await updateAnswer(tx, { orderId: order.id, no }, said)
  if (!isSettled(said) || no !== order.events) return
  await updateBooks(tx, order.id, applyEvent(order, event))
  if (event.type !== 'closed') return
  await giveStockBack(tx, order)
  if (order.couponId !== undefined) await giveCouponBack(tx, order.couponId)
}
