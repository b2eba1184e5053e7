import { formatGmt8, long, number, object, string, unfilled } from '@opentbk/top'
import { couponTerms, type Offer, type PlanKind } from '../../../domain/goods/index.ts'

const NO_PRESALE_GIFT = 'no presale goods in this network'
const NO_TOP_N = 'no plans for the first pieces here'
const CLOSED = 'not opened to developers'
const OPEN_COUPON = 1

/** What the wire calls the kinds of plans here; an exclusive plan is one of those made for chosen promoters. */
export const campaignType: Readonly<Record<PlanKind, number>> = {
  general: 0,
  targeted: 1,
  exclusive: 1,
  marketing: 3,
}

/** The answer about one item with its coupon. */
export const singleItemFields = {
  coupon_remain_count: number({ example: '6859' }),
  coupon_total_count: number({ example: '8000' }),
  coupon_info: string({ example: '满16元减10元' }),
  coupon_end_time: string({ note: 'a day', example: '2016-09-26' }),
  coupon_start_time: string({ note: 'a day', example: '2016-09-25' }),
  coupon_click_url: string({ note: 'coupon and item in one link; absent when no coupon is open' }),
  category_id: long({ note: 'level-one category', example: '1' }),
  max_commission_rate: string({
    note: 'percent; absent when relation_id, special_id or external_id was sent',
    example: '20.3',
  }),
  item_id: string({ note: "this promoter's own id of the item", example: '524136796550' }),
  item_url: string({ note: 'the promotion link without coupon' }),
  ysyl_click_url: unfilled(string(), NO_PRESALE_GIFT),
  ysyl_tlj_face: unfilled(string({ example: '0.6' }), NO_PRESALE_GIFT),
  ysyl_tlj_send_time: unfilled(string(), NO_PRESALE_GIFT),
  ysyl_tlj_use_start_time: unfilled(string(), NO_PRESALE_GIFT),
  ysyl_commission_rate: unfilled(string({ example: '20.3' }), NO_PRESALE_GIFT),
  ysyl_tlj_use_end_time: unfilled(string(), NO_PRESALE_GIFT),
  min_commission_rate: string({
    note: 'percent; only when relation_id, special_id or external_id was sent',
    example: '20.3',
  }),
  reward_info: unfilled(number({ example: '1' }), 'no such lottery in this network'),
  campaign_type: number({
    only: 'dg',
    note: '0 general, 1 targeted or exclusive, 3 marketing',
    example: '3',
  }),
  coupon_type: number({ note: '1: an open coupon, the only kind here', example: '1' }),
  topn_info: unfilled(
    object('StepRateDto', {
      topn_start_time: number({ example: '1937297392332' }),
      topn_end_time: number({ example: '1937297392332' }),
      topn_total_count: number({ example: '3000' }),
      topn_quantity: number({ example: '3000' }),
    }),
    NO_TOP_N,
  ),
  mini_program: unfilled(
    object('MiniProgramDto', {
      mini_program_appid: string({ example: '1' }),
      mini_program_path: string(),
      mini_program_qrcode_url: string(),
    }),
    CLOSED,
  ),
  extra_info: string({ note: 'when the sku was not carried', example: 'skuid已失效，未参与转链' }),
  isv_mktid: string({ only: 'sc', note: "the item's id for the calling tool provider" }),
}

/** The open coupon in its days and numbers; nothing when none is open. */
export function couponStock({ coupon }: Offer) {
  if (!coupon) return {}
  return {
    coupon_remain_count: coupon.remainCount,
    coupon_total_count: coupon.totalCount,
    coupon_info: couponTerms(coupon),
    coupon_start_time: formatGmt8(coupon.startsAt).slice(0, 10),
    coupon_end_time: formatGmt8(coupon.endsAt).slice(0, 10),
    coupon_type: OPEN_COUPON,
  }
}
