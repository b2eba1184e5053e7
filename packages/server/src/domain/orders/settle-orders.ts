import type { Context } from '../../context.ts'
import { takeStamp } from '../../store/stamp.ts'
import type { Tx } from '../../store/store.ts'
import { settleCommission } from '../settlement/index.ts'
import { touchRefunds } from './refund-rows.ts'
import { lockShops } from './rows.ts'
import { type DueOrder, markSettled, selectDueOrders, selectStillDue } from './settle-rows.ts'

const DAY_MS = 86_400_000
/** For so long after receipt a shopper may still give goods back. */
export const REFUND_WINDOW_MS = 15 * DAY_MS
/** Settled in one transaction: while it writes, no shop's events are taken. */
const BATCH = 1000
const MAX_SHOPS = 500

export type SettledOrders = { orders: number }

/**
 * Settles every order whose refund window is over and that nothing holds up: its commission becomes
 * available to those who earned it. Each batch is a transaction, so a run that was cut off goes on where it
 * stopped, and two at once settle each order once: an order is settled by whoever holds its shop. In the order
 * of receipt, since orders of one time lie together and those of one shop do not.
 */
export async function settleOrders(ctx: Context): Promise<SettledOrders> {
  const until = new Date(ctx.clock.now().getTime() - REFUND_WINDOW_MS)
  let orders = 0
  for (let from = new Date(0); ; ) {
    const due = await selectDueOrders(ctx.store.read, { from, until, limit: BATCH })
    const last = due.at(-1)
    if (!last) return { orders }
    const batch = ofFewShops(due)
    orders += await ctx.store.transact((tx) => settleBatch(ctx, tx, { batch, until }))
    if (batch.length === due.length) from = last.receivedAt
  }
}

/** As many of these orders as belong to the first shops among them: each is a lock, and a server has only so many. */
function ofFewShops(due: readonly DueOrder[]): readonly DueOrder[] {
  const shops = new Set<bigint>()
  const end = due.findIndex(({ shopId }) => shops.add(shopId).size > MAX_SHOPS)
  return end < 0 ? due : due.slice(0, end)
}

async function settleBatch(
  ctx: Context,
  tx: Tx,
  { batch, until }: { batch: readonly DueOrder[]; until: Date },
): Promise<number> {
  // An event that is being taken worked out its order from what that was: it goes first or comes after.
  await lockShops(
    tx,
    batch.map((order) => order.shopId),
  )
  const ids = await selectStillDue(
    tx,
    batch.map((order) => order.id),
    until,
  )
  if (ids.length === 0) return 0
  const stamp = await takeStamp(tx, ctx.clock.aheadMs, ids.length)
  const orders = await markSettled(tx, ids, stamp)
  await touchRefunds(tx, ids)
  await settleCommission(tx, { orders, at: stamp.at })
  return ids.length
}
