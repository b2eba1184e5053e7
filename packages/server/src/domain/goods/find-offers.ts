import type { Context } from '../../context.ts'
import { cacheKind } from '../../store/caches.ts'
import { findItems } from './find-items.ts'
import type { Coupon, Item, Plan } from './item.ts'
import {
  selectItemCoupons,
  selectItemPlans,
  selectJoinedPlans,
  selectShopCoupons,
  selectShopPlans,
} from './offer-rows.ts'
import { type Asking, decideOffer, type Offer, type Terms } from './rules.ts'

type Wanted = Omit<Asking, 'generalOnly'> &
  ({ itemIds: readonly bigint[]; items?: never } | { items: readonly Item[]; itemIds?: never }) & {
    generalOnly?: boolean | undefined
  }

const itemPlans = cacheKind<bigint, readonly Plan[]>(['commission_plans'], 20_000)
const shopPlans = cacheKind<bigint, readonly Plan[]>(['commission_plans'], 5000)
const itemCoupons = cacheKind<bigint, readonly Coupon[]>(['coupons'], 20_000)
const shopCoupons = cacheKind<bigint, readonly Coupon[]>(['coupons'], 5000)
const joinedPlans = cacheKind<bigint, ReadonlyMap<bigint, Date>>(['plan_members'], 2000)

/**
 * The offers of items to a promoter at a moment, now or later. Items that are off the shelf, not promoted,
 * or without a plan open to this promoter are not in the answer.
 */
export async function findOffers(ctx: Context, wanted: Wanted): Promise<Map<bigint, Offer>> {
  const items = wanted.items ?? [...(await findItems(ctx, wanted.itemIds)).values()]
  const asking: Asking = { ...wanted, generalOnly: wanted.generalOnly ?? false }
  const termsOf = await loadTerms(ctx, items, wanted.memberId)
  const offers = new Map<bigint, Offer>()
  for (const item of items) {
    const offer = decideOffer(item, termsOf(item), asking)
    if (offer) offers.set(item.id, offer)
  }
  return offers
}

/** An item's offer as it will be when its coming promotion begins; undefined when none is coming. */
export async function findUpcomingOffers(
  ctx: Context,
  wanted: { offers: Iterable<Offer>; memberId: bigint; at: Date },
): Promise<Map<bigint, { startsAt: Date; offer: Offer }>> {
  const items = [...wanted.offers]
    .map((offer) => offer.item)
    .filter((item) => hasComingPromotion(item, wanted.at))
  const upcoming = new Map<bigint, { startsAt: Date; offer: Offer }>()
  if (items.length === 0) return upcoming
  const termsOf = await loadTerms(ctx, items, wanted.memberId)
  for (const item of items) {
    const startsAt = item.promotionStartsAt as Date
    const offer = decideOffer(item, termsOf(item), {
      memberId: wanted.memberId,
      at: startsAt,
      generalOnly: false,
    })
    if (offer) upcoming.set(item.id, { startsAt, offer })
  }
  return upcoming
}

function hasComingPromotion(item: Item, at: Date): boolean {
  return (
    item.promotionPriceFen !== undefined &&
    item.promotionStartsAt !== undefined &&
    item.promotionStartsAt > at
  )
}

async function loadTerms(
  ctx: Context,
  items: readonly Item[],
  memberId: bigint,
): Promise<(item: Item) => Terms> {
  const itemIds = items.map((item) => item.id)
  const shopIds = [...new Set(items.map((item) => item.shopId))]
  const after = ctx.clock.now()
  const { caches } = ctx
  const asked = [
    caches.readMany(itemPlans, itemIds, async (ids) =>
      everyId(ids, await selectItemPlans(ctx.store.read, { itemIds: ids, after })),
    ),
    caches.readMany(shopPlans, shopIds, async (ids) =>
      everyId(ids, await selectShopPlans(ctx.store.read, { shopIds: ids, after })),
    ),
    caches.readMany(itemCoupons, itemIds, async (ids) =>
      everyId(ids, await selectItemCoupons(ctx.store.read, { itemIds: ids, after })),
    ),
    caches.readMany(shopCoupons, shopIds, async (ids) =>
      everyId(ids, await selectShopCoupons(ctx.store.read, { shopIds: ids, after })),
    ),
    caches.read(joinedPlans, memberId, () => selectJoinedPlans(ctx.store.read, memberId)),
  ] as const
  const [ofItem, ofShop, itemCoupon, shopCoupon, joined] = await allOf(asked)
  return (item) => ({
    plans: [...(ofItem.get(item.id) ?? []), ...(ofShop.get(item.shopId) ?? [])],
    coupons: [...(itemCoupon.get(item.id) ?? []), ...(shopCoupon.get(item.shopId) ?? [])],
    joined,
  })
}

type Known<T extends readonly unknown[]> = { -readonly [I in keyof T]: Awaited<T[I]> }

// Mostly everything is known, and waiting for what is not to be waited for takes longer than the decision.
function allOf<const T extends readonly unknown[]>(asked: T): Known<T> | Promise<Known<T>> {
  return asked.some((one) => one instanceof Promise) ? Promise.all(asked) : (asked as unknown as Known<T>)
}

// What has no rows is remembered too, or every call would ask for it again.
function everyId<V>(ids: readonly bigint[], found: Map<bigint, V[]>): Map<bigint, readonly V[]> {
  return new Map(ids.map((id) => [id, found.get(id) ?? []]))
}
