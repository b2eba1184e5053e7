import { randomBytes } from 'node:crypto'
import type { Context } from '../context.ts'
import type { Item } from '../domain/goods/index.ts'
import type { Tx } from '../store/store.ts'
import { findHostedItem } from './find-hosted-item.ts'
import { selectCoupon, selectSender, takeCoupon, takeStock } from './goods-rows.ts'
import { makeEvent } from './order-event.ts'
import { insertEvent, insertOrder } from './order-rows.ts'
import { badField, notNow } from './problem.ts'
import { reportEvent } from './report-event.ts'
import { couponProblem, paidFen, type ShopCoupon, unitPriceFen } from './rules.ts'
import { couponText } from './words.ts'

export type Wanted = {
  itemId: bigint
  skuId: bigint | undefined
  quantity: number
  buyerId: string
  /** The activity id of a coupon. */
  coupon: string | undefined
  clickId: string | undefined
}

/** A new order with its stock and coupon taken, reported to the network. Answers its access key. */
export async function placeOrder(ctx: Context, wanted: Wanted): Promise<string> {
  const item = await findHostedItem(ctx, wanted.itemId)
  if (wanted.skuId !== undefined && !item.skus.some(({ id }) => id === wanted.skuId)) {
    throw badField('sku_id', { chinese: '没有这个规格', english: 'there is no such variant' })
  }
  const { order, event } = await ctx.store.transact((tx) =>
    writeOrder(tx, { wanted, item, now: ctx.clock.now() }),
  )
  await reportEvent(ctx, order, event)
  return order.accessKey
}

type Buying = { wanted: Wanted; item: Item; now: Date }

async function writeOrder(tx: Tx, { wanted, item, now }: Buying) {
  const goods = await takeStock(tx, wanted)
  if (!goods) throw notNow('商品已下架或库存不足', 'The item is off the shelf, or there are too few left')
  const priceFen = unitPriceFen({ ...item, ...goods.item }, goods.sku, now)
  const coupon = await usableCoupon(tx, { wanted, item, now })
  const price = paidFen(priceFen * BigInt(wanted.quantity), coupon)
  if (coupon && price.usesCoupon && !(await takeCoupon(tx, coupon.id))) throw couponTrouble('gone')
  const order = await insertOrder(tx, {
    accessKey: randomBytes(18).toString('base64url'),
    shopId: item.shop.id,
    itemId: item.id,
    skuId: wanted.skuId,
    quantity: wanted.quantity,
    priceFen,
    paidFen: price.paidFen,
    couponId: coupon && price.usesCoupon ? coupon.id : undefined,
    clickId: wanted.clickId,
    buyerId: wanted.buyerId,
    createdAt: now,
  })
  const { outerItemId } = await selectSender(tx, order)
  const event = makeEvent(order, { type: 'created', outerItemId, at: now })
  await insertEvent(tx, order.id, event)
  return { order: { ...order, events: event.no }, event }
}

async function usableCoupon(tx: Tx, { wanted, item, now }: Buying): Promise<ShopCoupon | undefined> {
  if (wanted.coupon === undefined) return undefined
  const coupon = await selectCoupon(tx, wanted.coupon)
  const problem = couponProblem(coupon, { id: item.id, shopId: item.shop.id }, now)
  // Never at a higher price than the page said: the buyer decides whether to buy without it.
  if (problem) throw couponTrouble(problem)
  return coupon
}

function couponTrouble(problem: keyof typeof couponText) {
  const [chinese, english] = couponText[problem]
  return notNow(`${chinese}，可以不用券购买`, `${english}. You can buy without it`)
}
