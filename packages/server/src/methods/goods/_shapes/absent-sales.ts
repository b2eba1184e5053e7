import { list, number, object, string, unfilled } from '@opentbk/top'
import { NO_PRESALE } from './presale.ts'

const NO_TEAM = 'no buying in teams (拼团)'
const NO_GIFT = `${NO_PRESALE}, nor gifts with them`
const NO_LOCK = 'rates are not locked'
const NO_BYBT = 'no platform subsidy (百亿补贴)'
const NO_CASHBACK = 'no cash-back cards (猫超买返卡)'
const NO_CPA = 'no per-order rewards on items'

const bybtInfo = object('BybtInfoDTO', {
  bybt_brand_logo: string(),
  bybt_pic_url: string(),
  bybt_item_tags: list(string()),
  bybt_coupon_amount: string({ example: '10.00' }),
  bybt_show_price: string({ example: '100.00' }),
  bybt_lowest_price: string({ example: '200.00' }),
  bybt_end_time: string({ example: '1559750399000' }),
  bybt_start_time: string({ example: '1559750399000' }),
})

const maifanPromotion = object('MaifanPromotionDTO', {
  maifan_promotion_end_time: string({ example: '1559750399000' }),
  maifan_promotion_start_time: string({ example: '1559750399000' }),
  maifan_promotion_discount: string({ example: '200' }),
  maifan_promotion_condition: string({ example: '100' }),
})

/** The kinds of sales that the older item answers document and this network does not hold. */
export const absentSales = {
  oetime: unfilled(string({ example: '1640317400000' }), NO_TEAM),
  ostime: unfilled(string({ example: '1640317400000' }), NO_TEAM),
  jdd_num: unfilled(number({ example: 10 }), NO_TEAM),
  jdd_price: unfilled(string({ example: '5' }), NO_TEAM),
  orig_price: unfilled(string({ example: '25' }), NO_TEAM),
  total_stock: unfilled(number({ example: 5555 }), NO_TEAM),
  sell_num: unfilled(number({ example: 1111 }), NO_TEAM),
  stock: unfilled(number({ example: 4444 }), NO_TEAM),
  uv_sum_pre_sale: unfilled(number({ example: 23 }), NO_PRESALE),
  ysyl_tlj_send_time: unfilled(string({ example: '2019-11-10 21:59:59' }), NO_GIFT),
  ysyl_commission_rate: unfilled(string({ example: '2030' }), NO_GIFT),
  ysyl_tlj_face: unfilled(string({ example: '0.6' }), NO_GIFT),
  ysyl_click_url: unfilled(string(), NO_GIFT),
  ysyl_tlj_use_end_time: unfilled(string({ example: '2019-11-10 21:59:59' }), NO_GIFT),
  ysyl_tlj_use_start_time: unfilled(string({ example: '2019-11-10 21:59:59' }), NO_GIFT),
  tmall_play_activity_info: unfilled(string({ example: '前n件x折' }), 'no timed sales (限时抢)'),
  kuadian_promotion_info: unfilled(string(), 'no promotions across shops'),
  is_brand_flash_sale: unfilled(string({ example: '1' }), 'no brand flash sales (品牌快抢)'),
  hot_flag: unfilled(string({ example: '1' }), 'no list of hot goods'),
  tt_sold_count: unfilled(string({ example: '200+' }), 'not on Taote (淘特)'),
  lock_rate: unfilled(string({ example: '110' }), NO_LOCK),
  lock_rate_end_time: unfilled(number({ example: 1567440000000 }), NO_LOCK),
  lock_rate_start_time: unfilled(number({ example: 1567440000000 }), NO_LOCK),
  bybt_info: unfilled(bybtInfo, NO_BYBT),
  maifan_promotion: unfilled(maifanPromotion, NO_CASHBACK),
  cpa_reward_type: unfilled(string({ example: '0 1 2' }), NO_CPA),
  cpa_reward_amount: unfilled(string({ example: '1.11 2.22 3.21' }), NO_CPA),
  activity_id: unfilled(string({ example: '188' }), NO_CPA),
}
