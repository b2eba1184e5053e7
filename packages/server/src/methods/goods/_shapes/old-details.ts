import { boolean, formatYuan, list, long, number, string, unfilled } from '@opentbk/top'
import type { Offer } from '../../../domain/goods/index.ts'
import { flag, userType } from './item-words.ts'
import { salePrice } from './old-item.ts'
import { flatPresale } from './presale.ts'

const NO_JU = 'no group-buying events (聚划算) in this network'
const NO_FLASH_SALE = 'no timed sales (限时抢) in this network'

/** What the older details, short and long, say of an item. */
export const oldDetailFields = {
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
  is_prepay: boolean({ example: true }),
  shop_dsr: number({ example: 23 }),
  ratesum: number({ example: 13 }),
  i_rfd_rate: boolean({ example: true }),
  h_good_rate: boolean({ example: true }),
  h_pay_rate30: boolean({ example: true }),
  material_lib_type: string({ note: '1 when the best plan is a marketing plan', example: '1' }),
  ...flatPresale,
  ju_play_end_time: unfilled(number(), NO_JU),
  ju_play_start_time: unfilled(number(), NO_JU),
  play_info: unfilled(string(), NO_JU),
  tmall_play_activity_end_time: unfilled(number(), NO_FLASH_SALE),
  tmall_play_activity_start_time: unfilled(number(), NO_FLASH_SALE),
  sale_price: string({ note: 'yuan, the promotion price while it runs', example: '168.00' }),
  kuadian_promotion_info: unfilled(string(), 'no promotions across shops'),
  superior_brand: string({ note: '0 no, 1 yes', example: '1' }),
  hot_flag: unfilled(string(), 'no list of hot goods'),
}

export function describeOldDetails(offer: Offer) {
  const { item } = offer
  const { shop } = item
  return {
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
    is_prepay: item.isPrepay,
    shop_dsr: shop.dsr,
    ratesum: shop.rating,
    i_rfd_rate: item.lowRefundRate,
    h_good_rate: item.highGoodRate,
    h_pay_rate30: item.highPayRate,
    material_lib_type: offer.plan.kind === 'marketing' ? '1' : undefined,
    sale_price: salePrice(offer),
    superior_brand: flag(item.superiorBrand),
  }
}
