import { formatYuan, number, object, Refusal, string } from '@opentbk/top'
import type { CallContext } from '../../context.ts'
import {
  type Coupon,
  couponProblem,
  findCoupon,
  findCouponByActivity,
  findItems,
  findOffers,
  type Item,
  isPromotable,
  readItemId,
} from '../../domain/goods/index.ts'
import { findLongLink } from '../../domain/links/index.ts'
import { method } from '../define.ts'
import { dayOf } from './_shapes/coupon.ts'

const OPEN_TO_ALL = 1
const OF_THE_SHOP = 0
const OF_THE_ITEM = 1

export const couponGet = method({
  name: 'taobao.tbk.coupon.get',
  title: '淘宝客-公用-阿里妈妈推广券详情查询',
  session: 'none',
  module: 'goods',
  permission: 'basic',
  request: {
    me: string({
      maxLength: 1024,
      note: 'the e of a link to item and coupon in one; stands for the other two',
    }),
    item_id: string({ note: 'alone: the best coupon open on the item', example: '123' }),
    activity_id: string({
      note: 'the coupon; with item_id, one that must be good for the item',
      example: 'sdfwe3eefsdf',
    }),
  },
  response: {
    data: object('MapData', {
      coupon_activity_id: string({ example: 'xsdss' }),
      coupon_amount: string({ note: 'yuan', example: '10.00' }),
      coupon_start_fee: string({ note: 'yuan', example: '29.00' }),
      coupon_start_time: string({ note: 'a day', example: '2017-08-15' }),
      coupon_end_time: string({ note: 'a day', example: '2017-08-17' }),
      coupon_total_count: number({ example: 30000 }),
      coupon_remain_count: number({ example: 26996 }),
      coupon_src_scene: number({ note: '1: open to all, the only kind here', example: 1 }),
      coupon_type: number({ note: '0 for all of the shop, 1 for one item', example: 0 }),
    }),
  },
  refusals: {
    'coupon.not-asked': true,
    'coupon.bad-link': true,
    'coupon.unknown': '10',
    'coupon.gone': true,
    'coupon.expired': true,
    'coupon.not-begun': true,
    'coupon.other-item': true,
    'item.bad-id': '1912',
    'item.off-shelf': { subCode: '10000', subMsg: '该itemId对应的宝贝已下架或非淘客宝贝' },
  },

  async handle(ctx, input) {
    const { coupon, item } = await readAsked(ctx, input)
    const problem = couponProblem(coupon, item, ctx.clock.now())
    if (problem) throw new Refusal(problem)
    return {
      data: {
        coupon_activity_id: coupon.activityId,
        coupon_amount: formatYuan(coupon.faceFen),
        coupon_start_fee: formatYuan(coupon.thresholdFen),
        coupon_start_time: dayOf(coupon.startsAt),
        coupon_end_time: dayOf(coupon.endsAt),
        coupon_total_count: coupon.totalCount,
        coupon_remain_count: coupon.remainCount,
        coupon_src_scene: OPEN_TO_ALL,
        coupon_type: coupon.itemId === undefined ? OF_THE_SHOP : OF_THE_ITEM,
      },
    }
  },
})

type Asked = { me?: string | undefined; item_id?: string | undefined; activity_id?: string | undefined }
type Found = { coupon: Coupon; item: Item | undefined }

async function readAsked(ctx: CallContext, { me, item_id, activity_id }: Asked): Promise<Found> {
  if (me !== undefined) return readLink(ctx, me)
  const item = item_id === undefined ? undefined : await getItem(ctx, await readItemId(ctx, item_id))
  if (activity_id === undefined) {
    if (!item) throw new Refusal('coupon.not-asked')
    return { item, coupon: known(await bestCoupon(ctx, item)) }
  }
  return { item, coupon: known(await findCouponByActivity(ctx, activity_id)) }
}

async function readLink(ctx: CallContext, token: string): Promise<Found> {
  const link = findLongLink(ctx, token)?.link
  if (link?.target.kind !== 'item' || link.couponId === undefined) throw new Refusal('coupon.bad-link')
  const item = await getItem(ctx, link.target.itemId)
  return { item, coupon: known(await findCoupon(ctx, link.couponId)) }
}

async function getItem(ctx: CallContext, id: bigint): Promise<Item> {
  const item = (await findItems(ctx, [id])).get(id)
  const isPromoted = item?.status === 'on' && item.promoted && isPromotable(item.shop)
  if (!isPromoted) throw new Refusal('item.off-shelf')
  return item
}

async function bestCoupon(ctx: CallContext, item: Item): Promise<Coupon | undefined> {
  const offers = await findOffers(ctx, { items: [item], memberId: ctx.promoterId, at: ctx.clock.now() })
  return offers.get(item.id)?.coupon
}

function known(coupon: Coupon | undefined): Coupon {
  if (!coupon) throw new Refusal('coupon.unknown')
  return coupon
}
