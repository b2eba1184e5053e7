import type { Context } from '../../context.ts'
import { takeStamp } from '../../store/stamp.ts'
import type { Tx } from '../../store/store.ts'
import { settleCommission } from '../settlement/index.ts'
import { touchRefunds } from './refund-rows.ts'
import { lockShop } from './rows.ts'
import { type DueShop, markSettled, selectDueOrders, selectDueShops } from './settle-rows.ts'

const DAY_MS = 86_400_000
/** For so long after receipt a shopper may still give goods back. */
export const REFUND_WINDOW_MS = 15 * DAY_MS
/** Settled in one transaction: while it writes, no shop's events are taken. */
const BATCH = 1000

export type SettledOrders = { orders: number }

/**
 * Settles every order whose refund window is over and that nothing holds up: its commission becomes
 * available to those who earned it. Each batch is a transaction, so a run that was cut off goes on where it
 * stopped, and two at once settle each order once: an order is settled by whoever holds its shop.
 */
export async function settleOrders(ctx: Context): Promise<SettledOrders> {
  const until = new Date(ctx.clock.now().getTime() - REFUND_WINDOW_MS)
  let orders = 0
  for (const shops of inBatches(await selectDueShops(ctx.store.read, until))) {
    for (let settled = BATCH; settled === BATCH; orders += settled) {
      settled = await ctx.store.transact((tx) => settleBatch(ctx, tx, { shops, until }))
    }
  }
  return { orders }
}

/** Shops whose due orders together are about one batch. */
function* inBatches(due: readonly DueShop[]): Generator<bigint[]> {
  let shops: bigint[] = []
  let orders = 0
  for (const { shopId, count } of due) {
    shops.push(shopId)
    orders += count
    if (orders < BATCH) continue
    yield shops
    shops = []
    orders = 0
  }
  if (shops.length > 0) yield shops
}

async function settleBatch(
  ctx: Context,
  tx: Tx,
  { shops, until }: { shops: readonly bigint[]; until: Date },
): Promise<number> {
  // An event that is being taken worked out its order from what that was: it goes first or comes after.
  for (const shopId of [...shops].sort(byNumber)) await lockShop(tx, shopId)
  const ids = await selectDueOrders(tx, { shops, until, limit: BATCH })
  if (ids.length === 0) return 0
  const stamp = await takeStamp(tx, ctx.clock.aheadMs, ids.length)
  const orders = await markSettled(tx, ids, stamp)
  await touchRefunds(tx, ids)
  await settleCommission(tx, { orders, at: stamp.at })
  return ids.length
}

const byNumber = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0)
