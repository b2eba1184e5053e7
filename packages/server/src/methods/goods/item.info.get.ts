import {
  boolean,
  formatYuan,
  ignored,
  list,
  long,
  number,
  object,
  Refusal,
  string,
  unfilled,
} from '@opentbk/top'
import { encodeItemId, findOffers, findPageUrl, type Offer, readItemIds } from '../../domain/goods/index.ts'
import { method } from '../define.ts'
import { flag, userType } from './_shapes/item-words.ts'
import { NO_PRESALE } from './_shapes/presale.ts'

const NO_JU = 'no group-buying events (聚划算) in this network'
const NO_FLASH_SALE = 'no timed sales (限时抢) in this network'

export const itemInfoGet = method({
  name: 'taobao.tbk.item.info.get',
  title: '淘宝客-公用-淘宝客商品详情查询(简版)',
  session: 'none',
  module: 'goods',
  permission: 'basic',
  request: {
    num_iids: list(string(), {
      required: true,
      maxItems: 40,
      docType: 'String',
      note: 'item ids (A-B), comma-joined; ids that cannot be read are left out when others can',
    }),
    platform: ignored('one page serves PC and phone', { docType: 'Number' }),
    ip: ignored('postage does not depend on the place'),
    biz_scene_id: ignored('item details are the same in every scene'),
    promotion_type: ignored('no agent mode'),
    relation_id: ignored('item details are the same for every channel'),
    manage_item_pub_id: ignored('no item-library accounts', { docType: 'Number' }),
  },
  response: {
    results: list(
      object('NTbkItem', {
        cat_name: string({ note: 'level-one category', example: '女装' }),
        num_iid: string({ note: "this promoter's own id of the item" }),
        title: string({ example: '连衣裙' }),
        pict_url: string(),
        small_images: list(string()),
        reserve_price: string({ note: 'yuan, the struck-through price', example: '102.00' }),
        zk_final_price: string({ note: "yuan, the item's price before promotions", example: '88.00' }),
        user_type: number({ note: '0 taobao, 1 tmall', example: 1 }),
        provcity: string({ example: '杭州' }),
        item_url: string(),
        seller_id: long({ example: 123 }),
        volume: number({ note: 'pieces in 30 days', example: 1 }),
        nick: string({ note: 'the shop', example: 'xx旗舰店' }),
        cat_leaf_name: string({ example: '情趣内衣' }),
        is_prepay: boolean({ example: true }),
        shop_dsr: number({ example: 23 }),
        ratesum: number({ example: 13 }),
        i_rfd_rate: boolean({ example: true }),
        h_good_rate: boolean({ example: true }),
        h_pay_rate30: boolean({ example: true }),
        free_shipment: boolean({ example: true }),
        material_lib_type: string({ note: '1 when the best plan is a marketing plan', example: '1' }),
        presale_discount_fee_text: unfilled(string(), NO_PRESALE),
        presale_tail_end_time: unfilled(number(), NO_PRESALE),
        presale_tail_start_time: unfilled(number(), NO_PRESALE),
        presale_end_time: unfilled(number(), NO_PRESALE),
        presale_start_time: unfilled(number(), NO_PRESALE),
        presale_deposit: unfilled(string(), NO_PRESALE),
        ju_play_end_time: unfilled(number(), NO_JU),
        ju_play_start_time: unfilled(number(), NO_JU),
        play_info: unfilled(string(), NO_JU),
        tmall_play_activity_end_time: unfilled(number(), NO_FLASH_SALE),
        tmall_play_activity_start_time: unfilled(number(), NO_FLASH_SALE),
        ju_online_start_time: unfilled(string(), NO_JU),
        ju_online_end_time: unfilled(string(), NO_JU),
        ju_pre_show_start_time: unfilled(string(), NO_JU),
        ju_pre_show_end_time: unfilled(string(), NO_JU),
        sale_price: string({ note: 'yuan, the promotion price while it runs', example: '168.00' }),
        kuadian_promotion_info: unfilled(string(), 'no promotions across shops'),
        superior_brand: string({ note: '0 no, 1 yes', example: '1' }),
        hot_flag: unfilled(string(), 'no list of hot goods'),
        input_num_iid: string({ note: 'the id as it was sent' }),
      }),
    ),
  },
  refusals: { 'item.bad-id': true, 'item.none': true },

  async handle(ctx, { num_iids }) {
    const ids = await readItemIds(ctx, num_iids)
    const offers = await findOffers(ctx, {
      itemIds: [...new Set(ids.values())],
      memberId: ctx.promoterId,
      at: ctx.clock.now(),
    })
    const results = [...ids].flatMap(([text, id]) => {
      const offer = offers.get(id)
      if (!offer) return []
      const own = encodeItemId(ctx.keys, id, ctx.promoterId)
      const url = findPageUrl(ctx, { kind: 'item', item: offer.item })
      return [{ ...details(offer), num_iid: own, item_url: url, input_num_iid: text }]
    })
    if (results.length === 0) throw new Refusal('item.none')
    return { results }
  },
})

function details(offer: Offer) {
  const { item } = offer
  const { shop } = item
  return {
    cat_name: item.topCategory.name,
    title: item.title,
    pict_url: item.pictUrl,
    small_images: item.smallImages,
    reserve_price: formatYuan(item.reservePriceFen),
    zk_final_price: formatYuan(item.priceFen),
    user_type: userType(item),
    provcity: item.provcity,
    seller_id: shop.id,
    volume: item.volume,
    nick: shop.nick,
    cat_leaf_name: item.category.name,
    is_prepay: item.isPrepay,
    shop_dsr: shop.dsr,
    ratesum: shop.rating,
    i_rfd_rate: item.lowRefundRate,
    h_good_rate: item.highGoodRate,
    h_pay_rate30: item.highPayRate,
    free_shipment: item.freeShipment,
    material_lib_type: offer.plan.kind === 'marketing' ? '1' : undefined,
    sale_price: offer.promotionPriceFen === undefined ? undefined : formatYuan(offer.promotionPriceFen),
    superior_brand: flag(item.superiorBrand),
  }
}
