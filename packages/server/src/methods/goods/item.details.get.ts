import { formatYuan, ignored, list, number, object, Refusal, string, unfilled } from '@opentbk/top'
import { encodeItemId, findOffers, findPageUrl, type Offer, readItemIds } from '../../domain/goods/index.ts'
import { method } from '../define.ts'
import { describeCoupon } from './_shapes/coupon.ts'
import { describeSku, detailLists, propertiesOf, skuFields } from './_shapes/detail-lists.ts'
import { describeOldDetails, oldDetailFields } from './_shapes/old-details.ts'
import { orNone } from './_shapes/price.ts'
import { topnInfo } from './_shapes/publish.ts'

const NO_DESCRIPTION_PAGE = 'an item has one page; its description has none of its own'

export const itemDetailsGet = method({
  name: 'taobao.tbk.item.details.get',
  title: '淘宝客-公用-淘宝客商品详情查询(详细版)',
  session: 'none',
  module: 'goods',
  permission: 'basic',
  request: {
    item_id: list(string(), {
      required: true,
      maxItems: 20,
      docType: 'String',
      note: 'item ids (A-B), comma-joined; ids that cannot be read are left out when others can',
    }),
    ip: ignored('postage does not depend on the place'),
    get_topn_rate: ignored('no higher commission for the first N pieces', { docType: 'Number' }),
    biz_scene_id: ignored('item details are the same in every scene'),
    promotion_type: ignored('no agent mode'),
    relation_id: ignored('item details are the same for every channel'),
    manage_item_pub_id: ignored('no item-library accounts', { docType: 'Number' }),
  },
  response: {
    results: list(
      object('TbkItemDetail', {
        item_id: string({ note: "this promoter's own id of the item" }),
        input_item_id: string({ note: 'the id as it was sent' }),
        ...oldDetailFields,
        level_one_category_name: string({ example: '女装' }),
        category_name: string({ example: '情趣内衣' }),
        short_title: string(),
        white_image: string(),
        quantity: string({ example: '10' }),
        real_post_fee: string({ note: 'yuan', example: '10.00' }),
        ...detailLists,
        tmall_desc_url: unfilled(string(), NO_DESCRIPTION_PAGE),
        taobao_desc_url: unfilled(string(), NO_DESCRIPTION_PAGE),
        sku_list: list(
          object('TbkItemDetailSku', {
            ...skuFields,
            sku_final_price: string({
              note: 'yuan; when one item was asked for',
              example: '88.50',
            }),
            sku_reserve_price: string({
              note: "yuan, the item's where it is higher; when one item was asked for",
              example: '102.00',
            }),
          }),
        ),
        commission_rate: number({ note: 'basis points of the best plan', example: 1550 }),
        coupon_id: string({ example: 'd62db1ab8d9546b1bf0ff49bda5fc33b' }),
        coupon_start_time: string({ note: 'a day', example: '2017-10-29' }),
        coupon_end_time: string({ note: 'a day', example: '2017-10-29' }),
        coupon_info: string({ note: 'the coupon in the final price', example: '满299元减20元' }),
        coupon_amount: string({ note: 'yuan', example: '10.00' }),
        coupon_start_fee: string({ note: 'yuan', example: '29.00' }),
        coupon_remain_count: string({ example: '111' }),
        coupon_total_count: string({ example: '22323' }),
        topn_info: topnInfo,
      }),
    ),
  },
  refusals: { 'item.bad-id': true, 'item.none': true },

  async handle(ctx, input) {
    const ids = await readItemIds(ctx, input.item_id)
    const offers = await findOffers(ctx, {
      itemIds: [...new Set(ids.values())],
      memberId: ctx.promoterId,
      at: ctx.clock.now(),
    })
    const isSingle = input.item_id.length === 1
    const results = [...ids].flatMap(([text, id]) => {
      const offer = offers.get(id)
      if (!offer) return []
      return [
        {
          ...describeOldDetails(offer),
          ...more(offer),
          ...couponOf(offer),
          sku_list: skusOf(offer, isSingle),
          item_id: encodeItemId(ctx.keys, id, ctx.promoterId),
          input_item_id: text,
          item_url: findPageUrl(ctx, { kind: 'item', item: offer.item }),
        },
      ]
    })
    if (results.length === 0) throw new Refusal('item.none')
    return { results }
  },
})

function more({ item, plan }: Offer) {
  return {
    level_one_category_name: item.topCategory.name,
    category_name: item.category.name,
    short_title: item.shortTitle,
    white_image: item.whiteImage,
    quantity: String(item.stock),
    real_post_fee: formatYuan(item.freeShipment ? 0n : item.postFeeFen),
    property_list: propertiesOf(item),
    commission_rate: plan.rateBp,
  }
}

function couponOf({ coupon }: Offer) {
  if (!coupon) return undefined
  return {
    ...describeCoupon(coupon),
    coupon_id: coupon.activityId,
    coupon_amount: formatYuan(coupon.faceFen),
    coupon_remain_count: String(coupon.remainCount),
    coupon_total_count: String(coupon.totalCount),
  }
}

function skusOf({ item }: Offer, isSingle: boolean) {
  const reserve = (priceFen: bigint) => (item.reservePriceFen > priceFen ? item.reservePriceFen : priceFen)
  return orNone(
    item.skus.map((sku) => ({
      ...describeSku(sku),
      sku_final_price: isSingle ? formatYuan(sku.priceFen) : undefined,
      sku_reserve_price: isSingle ? formatYuan(reserve(sku.priceFen)) : undefined,
    })),
  )
}
