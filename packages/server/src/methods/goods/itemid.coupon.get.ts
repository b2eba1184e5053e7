import {
  formatRate,
  formatYuan,
  list,
  long,
  missingArgument,
  number,
  object,
  Refusal,
  string,
} from '@opentbk/top'
import type { Context } from '../../context.ts'
import { findPageUrl, readItemIds } from '../../domain/goods/index.ts'
import { getOwnAdzone, parsePid } from '../../domain/publishers/index.ts'
import { method } from '../define.ts'
import { describeCoupon } from './_shapes/coupon.ts'
import { annualVolume, userType } from './_shapes/item-words.ts'
import { type Promoted, promoteItems } from './_shapes/promote-items.ts'

export const itemidCouponGet = method({
  name: 'taobao.tbk.itemid.coupon.get',
  title: '淘宝客-推广者-根据宝贝id批量查询优惠券',
  session: 'none',
  module: 'goods',
  permission: 'basic',
  request: {
    pid: string({ required: true, note: 'an own PID, for the links', example: 'mm_123_123_123' }),
    num_iids: list(string(), {
      maxItems: 40,
      docType: 'String',
      note: 'needed: item ids (A-B), comma-joined; ids that cannot be read are left out when others can',
      example: '123,456',
    }),
    platform: number({ values: [1, 2], default: 1, note: '1 PC, 2 wireless: one link serves both' }),
  },
  response: {
    results: list(
      object('TbkCoupon', {
        num_iid: string({ note: "this promoter's own id of the item" }),
        input_num_iid: string({ note: 'the id as it was sent' }),
        title: string(),
        pict_url: string(),
        small_images: list(string()),
        item_url: string(),
        category: long({ note: 'level-one category', example: 1 }),
        user_type: number({ note: '0 taobao, 1 tmall', example: 1 }),
        shop_title: string({ example: '奥克斯品胜专卖店' }),
        nick: string({ example: '奥克斯品胜专卖店' }),
        seller_id: long({ example: 2884767143 }),
        zk_final_price: string({ note: "yuan, the item's price before promotions", example: '269.00' }),
        commission_rate: string({ note: 'per cent of the best plan', example: '1.80' }),
        volume: number({ note: 'pieces in 30 days', example: 76927 }),
        annual_vol: string({ note: "a year's sales, rounded down", example: '1万+' }),
        coupon_info: string({
          note: 'the best coupon open at the price; absent without one',
          example: '满188元减5元',
        }),
        coupon_start_time: string({ note: 'a day', example: '2016-09-05' }),
        coupon_end_time: string({ note: 'a day', example: '2016-10-01' }),
        coupon_total_count: number({ example: 5000 }),
        coupon_remain_count: number({ example: 3395 }),
        coupon_click_url: string({ note: 'the link to item and coupon in one' }),
      }),
    ),
  },
  refusals: {
    'adzone.unknown': true,
    'item.bad-id': true,
    'item.none': { subCode: '4', subMsg: '查询不到宝贝' },
  },

  async handle(ctx, input) {
    if (input.num_iids === undefined) throw missingArgument('num_iids')
    const pid = parsePid(input.pid)
    const isOwn = pid?.memberId === ctx.promoterId
    if (!isOwn) throw new Refusal('adzone.unknown')
    const adzone = await getOwnAdzone(ctx, { adzoneId: pid.adzoneId, siteId: pid.siteId })
    const ids = await readItemIds(ctx, input.num_iids)
    const promoted = await promoteItems(ctx, [...new Set(ids.values())], { adzone })
    const byId = new Map(promoted.map((each) => [each.offer.item.id, each]))
    const results = [...ids].flatMap(([text, id]) => {
      const found = byId.get(id)
      return found ? [{ ...describe(ctx, found), input_num_iid: text }] : []
    })
    if (results.length === 0) throw new Refusal('item.none')
    return { results }
  },
})

function describe(ctx: Context, { offer, names, links }: Promoted) {
  const { item, coupon } = offer
  const { coupon_start_fee: _, ...terms } = describeCoupon(coupon) ?? {}
  return {
    num_iid: names.item_id,
    title: item.title,
    pict_url: item.pictUrl,
    small_images: item.smallImages,
    item_url: findPageUrl(ctx, { kind: 'item', item }),
    category: item.topCategory.id,
    user_type: userType(item),
    shop_title: item.shop.title,
    nick: item.shop.nick,
    seller_id: item.shop.id,
    zk_final_price: formatYuan(item.priceFen),
    commission_rate: formatRate(offer.plan.rateBp),
    volume: item.volume,
    annual_vol: annualVolume(item.annualVolume),
    ...terms,
    coupon_click_url: links.couponUrl,
  }
}
