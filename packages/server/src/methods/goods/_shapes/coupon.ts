import { formatGmt8, formatYuan } from '@opentbk/top'
import { type Coupon, couponTerms } from '../../../domain/goods/index.ts'

/** A day as goods answers write it. */
export function dayOf(at: Date): string {
  return formatGmt8(at).slice(0, 10)
}

/** The days, sums and stock of a coupon as the older answers name them; nothing where there is none. */
export function describeCoupon(coupon: Coupon | undefined) {
  if (!coupon) return undefined
  return {
    coupon_start_time: dayOf(coupon.startsAt),
    coupon_end_time: dayOf(coupon.endsAt),
    coupon_info: couponTerms(coupon, '元'),
    coupon_start_fee: formatYuan(coupon.thresholdFen),
    coupon_total_count: coupon.totalCount,
    coupon_remain_count: coupon.remainCount,
  }
}
