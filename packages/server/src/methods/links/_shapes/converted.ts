import { formatGmt8, formatRate, formatYuan, list, number, object, string, unfilled } from '@opentbk/top'
import { commissionType, couponTerms, type Offer } from '../../../domain/goods/index.ts'
import type { SharedLink } from '../../../domain/links/index.ts'

const noSuchPage = 'this network has no such pages'
const noMultiPrice = 'no prices for several pieces here'

/** Links to pages that only the live platform has, opened there by invitation. */
export const closedLink = unfilled(string({ only: 'dg' }), noSuchPage)

export const couponFields = {
  coupon_end_time: string({ example: '2022-12-20 23:59:59' }),
  activity_id: string({ example: '19d114f1a6464c98a30b01b3cb17dad6' }),
  coupon_remain_count: number({ example: '99944' }),
  coupon_amount: string({ note: 'yuan', example: '80.00' }),
  coupon_start_time: string({ example: '2022-12-14 00:00:00' }),
  coupon_desc: string({ example: '满129元减80元' }),
}

export const promotionFields = {
  commission_rate: string({ note: 'percent of the price', example: '6.00' }),
  commission_type: string({
    note: 'MKT marketing, SP targeted, COMMON general, ZX exclusive plan',
    example: 'MKT',
  }),
  multiple_items_prices_count: unfilled(number({ example: '2' }), noMultiPrice),
}

/** The links of an item: the plain ones (cps) and, when a coupon is open, the two-in-one ones. */
export const openLinkFields = {
  coupon_long_url: string(),
  material_type: number({ note: '1 item, 2 shop, 3 venue', example: '1' }),
  cps_long_url: string(),
  cps_short_tpwd: string({ example: '¥zRmVdesjTCu¥' }),
  coupon_short_tpwd: string({ example: '¥p7lYdesjTCG¥' }),
  cps_short_url: string(),
  coupon_short_url: string(),
  coupon_full_tpwd: string(),
  cps_full_tpwd: string(),
}

/** The same, and those that are documented but not made here. */
export const itemLinkFields = {
  ...openLinkFields,
  share_unit_url: closedLink,
  coupon_channel_url: closedLink,
  coupon_channel_tpwd: closedLink,
  cps_channel_url: closedLink,
  cps_channel_tpwd: closedLink,
  coupon_supered_long_url: closedLink,
  coupon_supered_short_url: closedLink,
  coupon_supered_long_tpwd: closedLink,
  coupon_supered_short_tpwd: closedLink,
  cps_supered_long_url: closedLink,
  cps_supered_short_url: closedLink,
  cps_supered_long_tpwd: closedLink,
  cps_supered_short_tpwd: closedLink,
  isv_mktid: string({ only: 'sc', note: "the item's id for the calling tool provider" }),
}

export const placeLinkFields = {
  material_type: number({ note: '1 item, 2 shop, 3 venue', example: '2' }),
  cps_long_url: string(),
  cps_short_tpwd: string({ example: '¥EAqldesjTCt¥' }),
  cps_short_url: string(),
  cps_full_tpwd: string(),
}

export function multiCoupons(typeName: string) {
  const coupon = object(typeName, {
    coupon_title: string({ example: '商品券' }),
    coupon_desc: string({ example: '满7999减1300' }),
    coupoon_fee: string({ note: 'sic', example: '1300.00' }),
    coupon_start_time: string(),
    coupon_end_time: string(),
    activity_id: string(),
    coupon_remain_count: number({ example: '99987' }),
  })
  return unfilled(list(coupon), noMultiPrice)
}

export const failureFields = {
  msg: string({ note: 'why this one failed; absent otherwise', example: '无权限' }),
  code: number({ note: 'absent on success', example: '1001' }),
}

export function couponInfo({ coupon }: Offer) {
  if (!coupon) return undefined
  return {
    coupon_end_time: formatGmt8(coupon.endsAt),
    activity_id: coupon.activityId,
    coupon_remain_count: coupon.remainCount,
    coupon_amount: formatYuan(coupon.faceFen),
    coupon_start_time: formatGmt8(coupon.startsAt),
    coupon_desc: couponTerms(coupon, '元'),
  }
}

export function promotionInfo(offer: Offer) {
  return { commission_rate: formatRate(offer.plan.rateBp), commission_type: commissionType[offer.plan.kind] }
}

/** The plain links as the wire names them; forms that were not asked for are left out. */
export function cpsLinks(link: SharedLink) {
  return {
    cps_long_url: link.long,
    cps_short_url: link.short || undefined,
    cps_short_tpwd: link.shortTpwd || undefined,
    cps_full_tpwd: link.fullTpwd || undefined,
  }
}

export function couponLinks(link: SharedLink | undefined) {
  if (!link) return {}
  return {
    coupon_long_url: link.long,
    coupon_short_url: link.short || undefined,
    coupon_short_tpwd: link.shortTpwd || undefined,
    coupon_full_tpwd: link.fullTpwd || undefined,
  }
}
