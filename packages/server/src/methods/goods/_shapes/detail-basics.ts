import { boolean, lasting, list, long, number, object, string, unfilled } from '@opentbk/top'
import type { Item, Offer } from '../../../domain/goods/index.ts'
import { annualVolume, flag, userType } from './item-words.ts'

const NO_DESCRIPTION_PAGE = 'an item has one page; its description has none of its own'

/** What both upgraded details, short and long, say of the item itself. */
export const detailBasicFields = {
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
}

/** Marks before an item's title. */
export const activityTagList = list(
  object('ActivityTagMapData', { tag_name: string({ example: '淘宝好价节' }) }),
  { note: 'the name of the running promotion' },
)

export function activityTags({ item, promotionPriceFen }: Offer) {
  if (promotionPriceFen === undefined || item.promotionTitle === undefined) return undefined
  return [{ tag_name: item.promotionTitle }]
}

type DetailBasics = Readonly<ReturnType<typeof describe>>
type Kept = { plain?: DetailBasics; marketing?: DetailBasics }

// An item's object is replaced when the item changes, and this with it.
const kept = new WeakMap<Item, Kept>()

/** `url`: of the item's page, the same at every call. */
export function describeDetailBasics({ item, plan }: Offer, url: string | undefined): DetailBasics {
  let known = kept.get(item)
  if (!known) {
    known = {}
    kept.set(item, known)
  }
  const kind = plan.kind === 'marketing' ? 'marketing' : 'plain'
  known[kind] ??= lasting(describe(item, { url, isMarketing: kind === 'marketing' }))
  return known[kind]
}

function describe(item: Item, offer: { url: string | undefined; isMarketing: boolean }) {
  const { shop } = item
  return {
    title: item.title,
    pict_url: item.pictUrl,
    small_images: item.smallImages,
    level_one_category_name: item.topCategory.name,
    category_name: item.category.name,
    provcity: item.provcity,
    item_url: offer.url,
    user_type: userType(item),
    ratesum: shop.rating,
    shop_dsr: shop.dsr,
    i_rfd_rate: item.lowRefundRate,
    h_good_rate: item.highGoodRate,
    h_pay_rate30: item.highPayRate,
    volume: item.volume,
    is_prepay: item.isPrepay,
    superior_brand: flag(item.superiorBrand),
    material_lib_type: offer.isMarketing ? '1' : undefined,
    shop_title: shop.title,
    free_shipment: item.freeShipment,
    brand_name: item.brandName,
    short_title: item.shortTitle,
    white_image: item.whiteImage,
    seller_id: shop.id,
    annual_vol: annualVolume(item.annualVolume),
  }
}
