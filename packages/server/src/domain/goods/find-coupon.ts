import type { Context } from '../../context.ts'
import { cacheKind } from '../../store/caches.ts'
import type { Coupon } from './item.ts'
import { selectCoupon, selectCouponByActivity } from './offer-rows.ts'

const coupons = cacheKind<bigint, Coupon | undefined>(['coupons'], 20_000)

/** A coupon, whether or not it is still open. */
export async function findCoupon(ctx: Context, id: bigint): Promise<Coupon | undefined> {
  return ctx.caches.read(coupons, id, () => selectCoupon(ctx.store.read, id))
}

/** A coupon by what the wire calls it, whether or not it is still open. */
export async function findCouponByActivity(ctx: Context, activityId: string): Promise<Coupon | undefined> {
  return selectCouponByActivity(ctx.store.read, activityId)
}
