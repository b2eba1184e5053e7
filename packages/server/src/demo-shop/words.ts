import type { Answer } from './order-rows.ts'
import type { CouponProblem, EventType, State } from './rules.ts'

type Both = readonly [chinese: string, english: string]

export const couponText: Readonly<Record<CouponProblem, Both>> = {
  unknown: ['优惠券不存在', 'There is no such coupon'],
  'other-item': ['该优惠券不适用于此商品', 'The coupon is not for this item'],
  early: ['优惠券还未到使用时间', 'The coupon is not valid yet'],
  over: ['优惠券已过期', 'The coupon has expired'],
  gone: ['优惠券已领完', 'The coupon is used up'],
}

export const stateText: Readonly<Record<State, Both>> = {
  placed: ['已下单，尚未上报', 'Placed, not reported yet'],
  created: ['待付款', 'Waiting for payment'],
  paid: ['已付款', 'Paid'],
  received: ['已收货', 'Received'],
  closed: ['已关闭', 'Closed'],
}

export const eventText: Readonly<Record<EventType, Both>> = {
  created: ['下单', 'Created'],
  paid: ['付款', 'Paid'],
  received: ['收货', 'Received'],
  closed: ['关闭', 'Closed'],
  refund_requested: ['申请退款', 'Refund requested'],
  refund_rejected: ['拒绝退款', 'Refund rejected'],
  refunded: ['退款完成', 'Refunded'],
}

export const answerText: Readonly<Record<Answer | 'waiting', Both>> = {
  accepted: ['已接收', 'accepted'],
  duplicate: ['已接收过', 'duplicate'],
  refused: ['被拒绝', 'refused'],
  failed: ['发送失败', 'failed'],
  waiting: ['等待应答', 'no answer yet'],
}
