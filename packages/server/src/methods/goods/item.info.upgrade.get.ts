import {
  boolean,
  formatGmt8,
  ignored,
  list,
  long,
  number,
  object,
  Refusal,
  string,
  unfilled,
} from '@opentbk/top'
import {
  encodeItemId,
  findOffers,
  findPageUrl,
  findUpcomingOffers,
  type Offer,
  readItemIds,
} from '../../domain/goods/index.ts'
import { method } from '../define.ts'
import { annualVolume, flag, userType } from './_shapes/item-words.ts'
import { presaleInfo } from './_shapes/presale.ts'
import { futureStep, priceFields, pricing } from './_shapes/price.ts'
import { earning, earningFields } from './_shapes/publish.ts'

const NO_DESCRIPTION_PAGE = 'an item has one page; its description has none of its own'

const basicInfo = object('BasicMapData', {
  title: string({ example: '连衣裙' }),
  pict_url: string(),
  small_images: list(string()),
  level_one_category_name: string({ example: '女装' }),
  category_name: string({ example: '情趣内衣' }),
  provcity: string({ example: '杭州' }),
  item_url: string(),
  user_type: number({ note: '0 taobao, 1 tmall', example: 1 }),
  ratesum: number({ example: 13 }),
  shop_dsr: number({ example: 23 }),
  i_rfd_rate: boolean({ example: true }),
  h_good_rate: boolean({ example: true }),
  h_pay_rate30: boolean({ example: true }),
  volume: number({ note: 'pieces in 30 days', example: 1 }),
  is_prepay: boolean({ example: true }),
  superior_brand: string({ note: '0 no, 1 yes', example: '1' }),
  material_lib_type: string({ note: '1 when the best plan is a marketing plan', example: '1' }),
  tmall_desc_url: unfilled(string(), NO_DESCRIPTION_PAGE),
  taobao_desc_url: unfilled(string(), NO_DESCRIPTION_PAGE),
  shop_title: string({ example: 'xx旗舰店' }),
  free_shipment: boolean({ example: true }),
  brand_name: string({ example: '淘宝心选' }),
  short_title: string({ example: '巴布豆菠萝超薄干爽拉拉裤xl60+6' }),
  white_image: string(),
  seller_id: long({ example: 123 }),
  annual_vol: string({ note: "a year's sales, rounded down", example: '1万+' }),
})

const publishInfo = object('PublishInfo', {
  ...earningFields,
  tlj_remain_num: unfilled(number({ example: 19000 }), 'no 淘礼金 on items'),
})

const priceInfo = object('PromotionInfoMapData', {
  ...priceFields,
  activity_tag_list: list(object('ActivityTagMapData', { tag_name: string({ example: '淘宝好价节' }) }), {
    note: 'the name of the running promotion',
  }),
  future_activity_promotion_path_list: list(futureStep, { itemName: 'string', docType: 'String[]' }),
})

export const itemInfoUpgradeGet = method({
  name: 'taobao.tbk.item.info.upgrade.get',
  title: '淘宝客-公用-淘宝客商品详情查询升级版(简易版)',
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
        publish_info: publishInfo,
        price_promotion_info: priceInfo,
        input_item_iid: string({ note: 'the id as it was sent' }),
        item_basic_info: basicInfo,
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
      const coming = upcoming.get(id)
      const url = findPageUrl(ctx, { kind: 'item', item: offer.item })
      return [
        {
          item_id: encodeItemId(ctx.keys, id, ctx.promoterId),
          publish_info: earning(offer, coming),
          price_promotion_info: {
            ...pricing(offer, { upcoming: coming, formatTime: formatGmt8 }),
            activity_tag_list: activityTags(offer),
          },
          input_item_iid: text,
          item_basic_info: { ...basics(offer), item_url: url },
        },
      ]
    })
    return { results }
  },
})

function activityTags({ item, promotionPriceFen }: Offer) {
  if (promotionPriceFen === undefined || item.promotionTitle === undefined) return undefined
  return [{ tag_name: item.promotionTitle }]
}

function basics(offer: Offer) {
  const { item } = offer
  const { shop } = item
  return {
    title: item.title,
    pict_url: item.pictUrl,
    small_images: item.smallImages,
    level_one_category_name: item.topCategory.name,
    category_name: item.category.name,
    provcity: item.provcity,
    user_type: userType(item),
    ratesum: shop.rating,
    shop_dsr: shop.dsr,
    i_rfd_rate: item.lowRefundRate,
    h_good_rate: item.highGoodRate,
    h_pay_rate30: item.highPayRate,
    volume: item.volume,
    is_prepay: item.isPrepay,
    superior_brand: flag(item.superiorBrand),
    material_lib_type: offer.plan.kind === 'marketing' ? '1' : undefined,
    shop_title: shop.title,
    free_shipment: item.freeShipment,
    brand_name: item.brandName,
    short_title: item.shortTitle,
    white_image: item.whiteImage,
    seller_id: shop.id,
    annual_vol: annualVolume(item.annualVolume),
  }
}
