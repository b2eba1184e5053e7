import { type Field, formatYuan, list, number, object, string, unfilled } from '@opentbk/top'
import { couponTerms, couponTitle, type Offer, type PriceStep } from '../../../domain/goods/index.ts'
import type { Upcoming } from './publish.ts'

const MAX_MORE = 5
const NO_ROUNDING_UP = 'prices are not estimated over several items'
const NOT_PUBLIC = 'documented as not open to publishers'

/** One step of the way from one price to another. */
export const stepFields = {
  promotion_title: string({ note: '单品直降, 商品券 or 店铺券', example: '商品券' }),
  promotion_desc: string({ example: '满7999减1300' }),
  promotion_fee: string({ note: 'yuan', example: '1300.00' }),
  promotion_start_time: string({ example: '1661184000000' }),
  promotion_end_time: string({ example: '1661788799000' }),
}

const moreFields = {
  promotion_title: string({ example: '店铺券' }),
  promotion_desc: string({ example: '满200减20' }),
  promotion_start_time: string({ note: 'milliseconds', example: '1661222400000' }),
  promotion_end_time: string({ note: 'milliseconds', example: '1662393600000' }),
  promotion_id: string({ example: 'xx' }),
  promotion_total_count: unfilled(number({ example: 1000 }), NOT_PUBLIC),
  promotion_url: unfilled(string({ example: 'https://' }), NOT_PUBLIC),
}

/** 国家补贴, whose sums are yuan as text on some answers and fen as numbers on others. */
export function govSubsidy(discount: Field) {
  const info = object('StateSubsidyInfo', {
    max_rebate: number({ example: 1 }),
    min_rebate: number({ example: 1 }),
    max_discount: discount,
    min_discount: discount,
    province_list: list(string()),
  })
  const fields = { tag_name: string({ example: '国家补贴' }), state_subsidy_info: info }
  return unfilled(object('GovSubsidyDTO', fields), 'no state subsidies in this network')
}

/** The price layers of an offer and what leads from one to the next: what details and search share. */
export const priceFields = {
  reserve_price: string({ note: 'yuan, the struck-through price', example: '102.00' }),
  zk_final_price: string({ note: "yuan, the item's price before promotions", example: '88.00' }),
  final_promotion_price: string({ note: 'yuan, the lowest a shopper gets now', example: '69.90' }),
  final_promotion_path_list: list(
    object('FinalPromotionPathMapData', {
      ...stepFields,
      promotion_id: string({ note: 'the activity id of a coupon', example: 'xx' }),
    }),
    { note: 'from zk_final_price to final_promotion_price; the fees add up to the difference' },
  ),
  promotion_tag_list: list(object('PromotionTagMapData', { tag_name: string({ example: '包邮' }) })),
  predict_rounding_up_price: unfilled(string({ example: '56.1' }), NO_ROUNDING_UP),
  predict_rounding_up_price_desc: unfilled(string({ example: '需买1件' }), NO_ROUNDING_UP),
  more_promotion_list: list(object('MorePromotionMapData', moreFields), {
    note: 'open coupons that are not in the final price',
  }),
  gov_subsidy: govSubsidy(string({ example: '15.00' })),
  future_activity_promotion_price: string({
    note: 'yuan, the final price once the coming promotion runs',
    example: '56.10',
  }),
}

/** An element of future_activity_promotion_path_list, whose list has another name on each method. */
export const futureStep = object('FutureActivityPromotionPathMapData', stepFields)

/** 预估凑单优惠路径 */
export const roundingUpPath = unfilled(
  list(
    object('PredictRoundingUpPathMapData', {
      promotion_title: string({ example: '店铺优惠' }),
      promotion_desc: string({ example: '再买1件，可参与2件5折' }),
    }),
  ),
  NO_ROUNDING_UP,
)

export function pricing(
  offer: Offer,
  how: {
    upcoming: Upcoming | undefined
    formatTime(at: Date): string
    /** Of the coming steps; milliseconds when left out. */
    formatComing?(at: Date): string
  },
) {
  const { item } = offer
  const { upcoming, formatComing = epochText } = how
  return {
    reserve_price: formatYuan(item.reservePriceFen),
    zk_final_price: formatYuan(item.priceFen),
    final_promotion_price: formatYuan(offer.finalPriceFen),
    final_promotion_path_list: orNone(
      offer.path.map((step) => ({ ...stepOf(step, how.formatTime), promotion_id: step.id })),
    ),
    promotion_tag_list: item.freeShipment ? [{ tag_name: '包邮' }] : undefined,
    more_promotion_list: orNone(moreOf(offer)),
    future_activity_promotion_price: upcoming && formatYuan(upcoming.offer.finalPriceFen),
    future_activity_promotion_path_list:
      upcoming && orNone(upcoming.offer.path.map((step) => stepOf(step, formatComing))),
  }
}

export function epochText(at: Date): string {
  return String(at.getTime())
}

/** An empty list is left off the wire. */
export function orNone<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list
}

export function stepOf(step: PriceStep, formatTime: (at: Date) => string) {
  return {
    promotion_title: step.title,
    promotion_desc: step.description,
    promotion_fee: formatYuan(step.savedFen),
    promotion_start_time: step.startsAt && formatTime(step.startsAt),
    promotion_end_time: step.endsAt && formatTime(step.endsAt),
  }
}

function moreOf(offer: Offer) {
  return offer.otherCoupons.slice(0, MAX_MORE).map((coupon) => ({
    promotion_title: couponTitle(coupon),
    promotion_desc: couponTerms(coupon),
    promotion_start_time: epochText(coupon.startsAt),
    promotion_end_time: epochText(coupon.endsAt),
    promotion_id: coupon.activityId,
  }))
}
