import {
  formatGmt8,
  formatRate,
  formatYuan,
  ignored,
  list,
  number,
  object,
  Refusal,
  string,
  unfilled,
} from '@opentbk/top'
import {
  decideSkuOffer,
  encodeItemId,
  findOffers,
  findPageUrl,
  findUpcomingOffers,
  type Offer,
  readItemIds,
} from '../../domain/goods/index.ts'
import { method } from '../define.ts'
import {
  activityTagList,
  activityTags,
  describeDetailBasics,
  detailBasicFields,
} from './_shapes/detail-basics.ts'
import { describeSku, detailLists, propertiesOf, skuFields } from './_shapes/detail-lists.ts'
import { presaleInfo } from './_shapes/presale.ts'
import { epochText, govSubsidy, orNone, priceFields, pricing, stepFields, stepOf } from './_shapes/price.ts'
import { earningFields } from './_shapes/publish.ts'

const NO_SEVERAL = 'no prices for several pieces'

const step = { ...stepFields, promotion_id: string({ note: 'the activity id of a coupon', example: 'XX' }) }

const sku = object('TbkItemDetailSku', {
  ...skuFields,
  sku_price_promotion_info: object('SkuPricePromotionInfo', {
    sku_zk_final_price: string({ note: 'yuan, before promotions', example: '88.00' }),
    sku_final_promotion_price: string({ note: 'yuan, the lowest a shopper gets now', example: '69.90' }),
    sku_final_promotion_path_list: list(object('SkuFinalPromotionPathMapData', step), {
      note: 'from the first price to the second; the fees add up to the difference',
    }),
  }),
})

const priceInfo = object('PromotionInfoMapData', {
  ...priceFields,
  real_post_fee: string({ note: 'yuan', example: '10.00' }),
  activity_tag_list: activityTagList,
  multiple_items_coupon_list: unfilled(list(object('MultiItemPromotionMapData', step)), NO_SEVERAL),
  unit_price_for_multiple_items: unfilled(string({ example: '56.1' }), NO_SEVERAL),
  multiple_items_prices_count: unfilled(number({ example: 2 }), NO_SEVERAL),
  gov_subsidy: govSubsidy(number({ example: 1 })),
  future_activity_promotion_path_list: list(object('PreheatPromotionMapData', stepFields)),
})

const publishInfo = object('PublishInfo', {
  income_rate: earningFields.income_rate,
  topn_info: earningFields.topn_info,
  tlj_remain_num: unfilled(number({ example: 19000 }), 'no 淘礼金 on items'),
  two_hour_promotion_sales: earningFields.two_hour_promotion_sales,
  daily_promotion_sales: earningFields.daily_promotion_sales,
})

export const itemDetailsUpgradeGet = method({
  name: 'taobao.tbk.item.details.upgrade.get',
  title: '淘宝客-公用-淘宝客商品详情查询升级版(详细版)',
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
    get_tlj_info: ignored('no 淘礼金 on items', { docType: 'Number' }),
  },
  response: {
    results: list(
      object('TbkItemDetail', {
        item_id: string({ note: "this promoter's own id of the item" }),
        input_item_iid: string({ note: 'the id as it was sent' }),
        item_basic_info: object('BasicMapData', {
          ...detailBasicFields,
          quantity: string({ example: '10' }),
          ...detailLists,
        }),
        publish_info: publishInfo,
        price_promotion_info: priceInfo,
        sku_list: list(sku),
        presale_info: presaleInfo,
      }),
    ),
  },
  refusals: { 'item.bad-id': true, 'item.none': true },

  async handle(ctx, input) {
    const ids = await readItemIds(ctx, input.item_id)
    const asking = { memberId: ctx.promoterId, at: ctx.clock.now() }
    const offers = await findOffers(ctx, { itemIds: [...new Set(ids.values())], ...asking })
    if (offers.size === 0) throw new Refusal('item.none')
    const upcoming = await findUpcomingOffers(ctx, { offers: offers.values(), ...asking })
    const results = [...ids].flatMap(([text, id]) => {
      const offer = offers.get(id)
      if (!offer) return []
      const { item } = offer
      return [
        {
          item_id: encodeItemId(ctx.keys, id, ctx.promoterId),
          input_item_iid: text,
          item_basic_info: {
            ...describeDetailBasics(offer, findPageUrl(ctx, { kind: 'item', item })),
            quantity: String(item.stock),
            property_list: propertiesOf(item),
          },
          publish_info: { income_rate: formatRate(offer.plan.rateBp) },
          price_promotion_info: {
            ...pricing(offer, {
              upcoming: upcoming.get(id),
              formatTime: formatGmt8,
              formatComing: formatGmt8,
            }),
            real_post_fee: formatYuan(item.freeShipment ? 0n : item.postFeeFen),
            activity_tag_list: activityTags(offer),
          },
          sku_list: skusOf(offer),
        },
      ]
    })
    return { results }
  },
})

function skusOf(offer: Offer) {
  return orNone(
    offer.item.skus.map((each) => {
      const { finalPriceFen, path } = decideSkuOffer(offer, each)
      return {
        ...describeSku(each),
        sku_price_promotion_info: {
          sku_zk_final_price: formatYuan(each.priceFen),
          sku_final_promotion_price: formatYuan(finalPriceFen),
          sku_final_promotion_path_list: orNone(
            path.map((one) => ({ ...stepOf(one, epochText), promotion_id: one.id })),
          ),
        },
      }
    }),
  )
}
