import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { findItems, findShop, findVenue } from '../domain/goods/index.ts'
import { sendPage } from '../pages/page.ts'
import { newBuyer, readBuyerCookie, readClickCookie, rememberClick } from './cookies.ts'
import { findHostedItem } from './find-hosted-item.ts'
import { readClickId, readCouponId, readPage, readSkuId } from './form.ts'
import { type Shelf, selectCoupon, selectCouponById, selectShelf } from './goods-rows.ts'
import { itemPage } from './item-page.ts'
import { listPage } from './list-page.ts'
import { orderPage } from './order-page.ts'
import { selectEvents, selectOrder } from './order-rows.ts'
import { notFound } from './problem.ts'
import { couponProblem } from './rules.ts'

const PAGE_ITEMS = 60
const MAX_EVENTS_SHOWN = 200

/** One look at a page: what was asked and where the answer goes. */
export type Visit = { request: FastifyRequest; reply: FastifyReply; query: URLSearchParams }

export async function viewItem(ctx: Context, visit: Visit, itemId: bigint): Promise<FastifyReply> {
  const item = await findHostedItem(ctx, itemId)
  const now = ctx.clock.now()
  const skuId = readSkuId('skuId', visit.query.get('skuId'))
  const activityId = readCouponId(visit.query.get('coupon'))
  const coupon = activityId === undefined ? undefined : await selectCoupon(ctx.store.read, activityId)
  const arrived = noteClick(ctx, visit, item.shopId)
  return sendPage(
    visit.reply,
    itemPage({
      item,
      skuId: item.skus.some(({ id }) => id === skuId) ? skuId : undefined,
      coupon: activityId === undefined ? undefined : { coupon, problem: couponProblem(coupon, item, now) },
      clickId: arrived ?? readClickCookie(visit.request, item.shopId),
      buyerId: readBuyerCookie(visit.request) ?? newBuyer(),
      now,
    }),
  )
}

export async function viewList(ctx: Context, visit: Visit, shelf: Shelf): Promise<FastifyReply> {
  const shown = await describeShelf(ctx, shelf)
  const page = readPage(visit.query.get('page'))
  const ids = await selectShelf(ctx.store.read, shelf, {
    limit: PAGE_ITEMS + 1,
    offset: (page - 1) * PAGE_ITEMS,
  })
  const clickId = shown.shop && noteClick(ctx, visit, shown.shop.id)
  const items = await findItems(ctx, ids.slice(0, PAGE_ITEMS))
  return sendPage(
    visit.reply,
    listPage({
      ...shown,
      items: ids.flatMap((id) => items.get(id) ?? []),
      page,
      hasMore: ids.length > PAGE_ITEMS,
      clickId,
      now: ctx.clock.now(),
    }),
  )
}

export async function viewOrder(ctx: Context, visit: Visit, accessKey: string): Promise<FastifyReply> {
  const order = await selectOrder(ctx.store.read, accessKey)
  const item = order && (await findItems(ctx, [order.itemId])).get(order.itemId)
  if (!order || !item) throw notFound('没有这笔订单', 'There is no such order')
  const [events, coupon] = await Promise.all([
    selectEvents(ctx.store.read, order.id, MAX_EVENTS_SHOWN),
    order.couponId === undefined ? undefined : selectCouponById(ctx.store.read, order.couponId),
  ])
  return sendPage(visit.reply, orderPage({ order, item, coupon, events }))
}

async function describeShelf(ctx: Context, shelf: Shelf) {
  if (shelf.kind === 'all') return { title: '演示商店 Demo shop', shop: undefined, path: '/shop' }
  const venue = shelf.kind === 'venue' ? await findVenue(ctx, shelf.venueId) : undefined
  const shopId = shelf.kind === 'shop' ? shelf.shopId : venue?.shopId
  const shop = shopId === undefined ? undefined : await findShop(ctx, shopId)
  if (!shop?.hosted || shop.status !== 'open')
    throw notFound('没有这个店铺或会场', 'There is no such shop or venue')
  if (venue) return { title: venue.title, shop, path: `/shop/venues/${venue.id}` }
  return { title: shop.title, shop, path: `/shop/shops/${shop.id}` }
}

/** The click that brought the visitor here, remembered for later purchases in the same shop. */
function noteClick(ctx: Context, visit: Visit, shopId: bigint): string | undefined {
  const clickId = readClickId(visit.query.get('click_id'))
  if (clickId !== undefined) rememberClick(ctx, visit, { shopId, clickId })
  return clickId
}
