import { formatYuan, list, long, number, string } from '@opentbk/top'
import type { Offer } from '../../../domain/goods/index.ts'
import { absentSales } from './absent-sales.ts'
import { describeCoupon } from './coupon.ts'
import { campaign, campaignsOf } from './found-item.ts'
import { flag, userType } from './item-words.ts'
import { flatPresale } from './presale.ts'
import { orNone } from './price.ts'
import type { Promoted } from './promote-items.ts'
import { topnInfo } from './publish.ts'

/** What the older lists of goods (物料搜索, 物料精选) say of an item, all on one level. */
export const oldItemFields = {
  item_id: string({ note: "this promoter's own id of the item" }),
  title: string(),
  short_title: string(),
  item_description: string({ note: "the item's subtitle", example: '季凉被 全棉亲肤' }),
  pict_url: string(),
  small_images: list(string()),
  white_image: string(),
  reserve_price: string({ note: 'yuan, the struck-through price', example: '102.00' }),
  zk_final_price: string({ note: "yuan, the item's price before promotions", example: '88.00' }),
  sale_price: string({ note: 'yuan, the promotion price while it runs', example: '168.00' }),
  user_type: number({ note: '0 taobao, 1 tmall', example: 1 }),
  volume: number({ note: 'pieces in 30 days', example: 123 }),
  seller_id: long({ example: 232332 }),
  shop_title: string({ example: 'xx旗舰店' }),
  nick: string({ example: '旗舰店' }),
  level_one_category_name: string({ example: '女装' }),
  level_one_category_id: long({ example: 20 }),
  category_name: string({ example: '连衣裙' }),
  category_id: long({ example: 162201 }),
  superior_brand: string({ note: '0 no, 1 yes', example: '1' }),
  coupon_start_time: string({ note: 'a day', example: '2017-10-29' }),
  coupon_end_time: string({ note: 'a day', example: '2017-10-29' }),
  coupon_info: string({ note: 'the coupon in the final price', example: '满299元减20元' }),
  coupon_start_fee: string({ note: 'yuan', example: '29.00' }),
  coupon_total_count: number({ example: 22323 }),
  coupon_remain_count: number({ example: 111 }),
  coupon_share_url: string({ note: 'the link to item and coupon in one, when a coupon is open' }),
  sp_campaign_list: list(campaign, { note: 'targeted plans (定向计划) running on the item' }),
  topn_info: topnInfo,
  ...flatPresale,
  ...absentSales,
}

export function describeOldItem({ offer, names, links }: Promoted) {
  const { item } = offer
  const { shop } = item
  return {
    item_id: names.item_id,
    title: item.title,
    short_title: item.shortTitle,
    item_description: item.subTitle,
    pict_url: item.pictUrl,
    small_images: item.smallImages,
    white_image: item.whiteImage,
    reserve_price: formatYuan(item.reservePriceFen),
    zk_final_price: formatYuan(item.priceFen),
    sale_price: salePrice(offer),
    user_type: userType(item),
    volume: item.volume,
    seller_id: shop.id,
    shop_title: shop.title,
    nick: shop.nick,
    level_one_category_name: item.topCategory.name,
    level_one_category_id: item.topCategory.id,
    category_name: item.category.name,
    category_id: item.category.id,
    superior_brand: flag(item.superiorBrand),
    ...describeCoupon(offer.coupon),
    coupon_share_url: links.couponUrl,
    sp_campaign_list: orNone(campaignsOf(offer)),
  }
}

/** The promotion price while it runs. */
export function salePrice({ promotionPriceFen }: Offer): string | undefined {
  return promotionPriceFen === undefined ? undefined : formatYuan(promotionPriceFen)
}
