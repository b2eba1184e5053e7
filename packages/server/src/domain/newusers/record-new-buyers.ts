import type { Context } from '../../context.ts'
import { takeStamp } from '../../store/stamp.ts'
import type { Tx } from '../../store/store.ts'
import { postRewards } from '../settlement/index.ts'
import type { Activity } from './activity.ts'
import { lockShop, selectActivitiesOf, updateWalked } from './activity-rows.ts'
import {
  selectBuyers,
  selectChangedShops,
  selectChanges,
  selectFirstOrders,
  selectMerchant,
} from './order-rows.ts'
import { type Earned, invalidateRecords, type Judged, markRewarded, upsertRecords } from './record-rows.ts'
import { judgeBuyer } from './rules.ts'

const BATCH = 500

export type RecordedBuyers = { orders: number; rewards: number }

/**
 * Judges the buyers of all orders that changed since the last time, and pays for those whose first purchase is
 * settled. Each batch is a transaction that also keeps how far it came, so a run that was cut off goes on
 * there, and of two at once each takes what the other has not.
 */
export async function recordNewBuyers(ctx: Context): Promise<RecordedBuyers> {
  const all: RecordedBuyers = { orders: 0, rewards: 0 }
  for (const shopId of await selectChangedShops(ctx.store.read)) {
    for (let orders = BATCH; orders === BATCH; ) {
      const did = await ctx.store.transact((tx) => recordBatch(ctx, tx, shopId))
      orders = did.orders
      all.orders += did.orders
      all.rewards += did.rewards
    }
  }
  return all
}

async function recordBatch(ctx: Context, tx: Tx, shopId: bigint): Promise<RecordedBuyers> {
  const shop = await lockShop(tx, shopId)
  if (!shop) return { orders: 0, rewards: 0 }
  const changes = await selectChanges(tx, { shopId, after: shop.walked, limit: BATCH })
  const last = changes.at(-1)
  if (!last) return { orders: 0, rewards: 0 }
  const orderIds = changes.map((change) => change.orderId)
  const buyers = await selectBuyers(tx, shopId, orderIds)
  const activities = await selectActivitiesOf(tx, shopId)
  const orders = await selectFirstOrders(tx, shopId, buyers)
  const judged = buyers.map((buyerHash, index): Judged => {
    return { buyerHash, found: judgeBuyer(orders[index] ?? [], activities) }
  })
  await invalidateRecords(tx, shopId, judged)
  const earned = await upsertRecords(tx, shopId, judged)
  await updateWalked(tx, shopId, last.changeNo)
  if (earned.length > 0) await reward(ctx, tx, { shopId, activities, earned })
  return { orders: changes.length, rewards: earned.length }
}

async function reward(
  ctx: Context,
  tx: Tx,
  of: { shopId: bigint; activities: readonly Activity[]; earned: readonly Earned[] },
): Promise<void> {
  const merchantId = await selectMerchant(tx, of.shopId)
  const rewards = of.earned.map(({ id, activityId, memberId }) => {
    const activity = of.activities.find((one) => one.id === activityId) as Activity
    return { id, key: `newuser:${activity.activityId}:${id}`, memberId, amountFen: activity.rewardFen }
  })
  // From here to the commit the order of entries is fixed: only writes follow.
  const { at } = await takeStamp(tx, ctx.clock.aheadMs, 0)
  await postRewards(tx, { merchantId, cause: 'new buyer reward', rewards, at })
  await markRewarded(tx, rewards, at)
}
