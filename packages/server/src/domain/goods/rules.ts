import type { RefusalName } from '@opentbk/top'
import type { Coupon, Item, Plan, PlanKind, Shop, Sku } from './item.ts'

/** For whom and when an offer is decided. */
export type Asking = {
  memberId: bigint
  at: Date
  /** Only the shop's general plan counts, though a better one may be open (dx=1). */
  generalOnly: boolean
  /** This coupon or none, in place of the best one. */
  couponActivityId?: string | undefined
}

/** What bears on an item's offer: all plans that cover it, those the promoter joined, all its coupons. */
export type Terms = {
  plans: readonly Plan[]
  joined: ReadonlyMap<bigint, Date>
  coupons: readonly Coupon[]
}

/** One step down from the item's price to what the shopper pays. */
export type PriceStep = {
  kind: 'promotion' | 'coupon'
  title: string
  description: string
  savedFen: bigint
  startsAt: Date | undefined
  endsAt: Date | undefined
  /** The coupon's activity id. */
  id: string | undefined
}

/** What an item pays a promoter and costs a shopper at a moment. */
export type Offer = {
  item: Item
  plan: Plan
  coupon: Coupon | undefined
  /** Open coupons that are not in the price: too high a threshold, or a better one is. */
  otherCoupons: readonly Coupon[]
  /** A marketing plan is running on the item, the best one or not. */
  hasMarketingPlan: boolean
  /** The targeted plans running on the item, joined or not. */
  targetedPlans: readonly { plan: Plan; joined: boolean }[]
  /** What the shop charges: the promotion price while it runs, else the item's price. */
  sellingPriceFen: bigint
  /** The promotion price while it runs. */
  promotionPriceFen: bigint | undefined
  /** The lowest a shopper gets now: after the coupon, at least one fen. */
  finalPriceFen: bigint
  path: readonly PriceStep[]
}

/** What the wire calls the kinds of plans. */
export const commissionType: Readonly<Record<PlanKind, string>> = {
  marketing: 'MKT',
  targeted: 'SP',
  general: 'COMMON',
  exclusive: 'ZX',
}

// Of equal rates the plan that asks least of the promoter is taken; then the oldest.
const KIND_ORDER: Record<PlanKind, number> = { marketing: 0, targeted: 1, exclusive: 2, general: 3 }
const LEAST_PRICE_FEN = 1n

/** Whether anything of a shop can earn now. */
export function isPromotable(shop: Pick<Shop, 'status' | 'plansPaused'>): boolean {
  return shop.status === 'open' && !shop.plansPaused
}

/** The offer of an item, undefined when nobody may promote it or no plan is open to this promoter. */
export function decideOffer(item: Item, terms: Terms, asking: Asking): Offer | undefined {
  if (item.status !== 'on' || !isPromotable(item.shop)) return undefined
  const plan = decidePlan(item, terms, asking)
  if (!plan) return undefined
  const { at } = asking
  const running = terms.plans.filter((each) => covers(each, item) && isRunning(each, at))
  const open = terms.coupons.filter((coupon) => isCouponOpen(coupon, item, at))
  const promotionPriceFen = openPromotionPrice(item, at)
  return {
    ...decidePrice(item, { promotionPriceFen, open, couponActivityId: asking.couponActivityId }),
    plan,
    hasMarketingPlan: running.some((each) => each.kind === 'marketing'),
    targetedPlans: running
      .filter((each) => each.kind === 'targeted')
      .map((each) => ({ plan: each, joined: hasJoined(each, terms, at) })),
  }
}

/**
 * The same offer for one of the item's variants, at its own price. While a promotion runs, every variant
 * costs the promotion price.
 */
export function decideSkuOffer(offer: Offer, sku: Pick<Sku, 'priceFen'>): Offer {
  const promoted = offer.promotionPriceFen
  const promotionPriceFen = promoted !== undefined && promoted < sku.priceFen ? promoted : undefined
  const open = offer.coupon ? [offer.coupon, ...offer.otherCoupons] : offer.otherCoupons
  const item = { ...offer.item, priceFen: sku.priceFen }
  return { ...offer, ...decidePrice(item, { promotionPriceFen, open, couponActivityId: undefined }) }
}

function decidePrice(
  item: Item,
  terms: {
    promotionPriceFen: bigint | undefined
    open: readonly Coupon[]
    couponActivityId: string | undefined
  },
) {
  const { promotionPriceFen, open } = terms
  const sellingPriceFen = promotionPriceFen ?? item.priceFen
  const coupon = chooseCoupon(open, sellingPriceFen, terms.couponActivityId)
  const finalPriceFen = coupon ? afterCoupon(sellingPriceFen, coupon) : sellingPriceFen
  return {
    item,
    coupon,
    otherCoupons: open.filter((other) => other !== coupon),
    sellingPriceFen,
    promotionPriceFen,
    finalPriceFen,
    path: pathTo({ item, promotionPriceFen, coupon, finalPriceFen }),
  }
}

/**
 * The plan a promoter earns by: the highest rate among the general rate (leaf category, else level one,
 * else the shop's) and every plan open to them. Undefined for goods that are not promoted.
 */
export function decidePlan(
  item: PlannedItem,
  terms: Pick<Terms, 'plans' | 'joined'>,
  asking: Pick<Asking, 'memberId' | 'at' | 'generalOnly'>,
): Plan | undefined {
  if (!item.promoted) return undefined
  const running = terms.plans.filter((plan) => covers(plan, item) && isRunning(plan, asking.at))
  const general = generalPlan(running, item)
  if (asking.generalOnly) return general
  let best = general
  for (const plan of running) {
    if (plan.kind === 'general' || !isOpenTo(plan, terms, asking)) continue
    if (!best || isBetter(plan, best)) best = plan
  }
  return best
}

/** What the choice of a plan needs to know of an item. */
export type PlannedItem = Pick<Item, 'id' | 'promoted' | 'category' | 'topCategory'>

function covers(plan: Plan, item: PlannedItem): boolean {
  if (plan.itemId !== undefined) return plan.itemId === item.id
  if (plan.categoryId === undefined) return true
  return plan.categoryId === item.category.id || plan.categoryId === item.topCategory.id
}

function isRunning(plan: Plan, at: Date): boolean {
  return plan.startsAt <= at && (plan.endsAt === undefined || at < plan.endsAt)
}

function isOpenTo(
  plan: Plan,
  terms: Pick<Terms, 'joined'>,
  asking: Pick<Asking, 'memberId' | 'at'>,
): boolean {
  if (plan.kind === 'exclusive') return plan.memberId === asking.memberId
  return plan.kind !== 'targeted' || hasJoined(plan, terms, asking.at)
}

function hasJoined(plan: Plan, terms: Pick<Terms, 'joined'>, at: Date): boolean {
  const joinedAt = terms.joined.get(plan.id)
  return joinedAt !== undefined && joinedAt <= at
}

function generalPlan(running: readonly Plan[], item: PlannedItem): Plan | undefined {
  let best: Plan | undefined
  for (const plan of running) {
    if (plan.kind !== 'general') continue
    const closer = best === undefined ? 1 : closeness(plan, item) - closeness(best, item)
    if (closer > 0 || (closer === 0 && best && isBetter(plan, best))) best = plan
  }
  return best
}

function closeness(plan: Plan, item: PlannedItem): number {
  if (plan.itemId !== undefined) return 3
  if (plan.categoryId === undefined) return 0
  return plan.categoryId === item.category.id ? 2 : 1
}

function isBetter(plan: Plan, than: Plan): boolean {
  if (plan.rateBp !== than.rateBp) return plan.rateBp > than.rateBp
  if (plan.kind !== than.kind) return KIND_ORDER[plan.kind] < KIND_ORDER[than.kind]
  return plan.id < than.id
}

/** The promotion price while it runs and is lower than the item's price. */
export function openPromotionPrice(item: Item, at: Date): bigint | undefined {
  const { promotionPriceFen, promotionStartsAt, promotionEndsAt } = item
  if (promotionPriceFen === undefined || promotionPriceFen >= item.priceFen) return undefined
  if (promotionStartsAt && at < promotionStartsAt) return undefined
  if (promotionEndsAt && at >= promotionEndsAt) return undefined
  return promotionPriceFen
}

/** Whether a shopper may use this coupon on this item now, the threshold apart. */
function isCouponOpen(coupon: Coupon, item: Pick<Item, 'id'>, at: Date): boolean {
  if (coupon.itemId !== undefined && coupon.itemId !== item.id) return false
  return coupon.remainCount > 0 && coupon.startsAt <= at && at < coupon.endsAt
}

/** Why a shopper cannot get and use this coupon now, on this item where one is named; the threshold apart. */
export function couponProblem(
  coupon: Coupon,
  item: Pick<Item, 'id' | 'shopId'> | undefined,
  at: Date,
): RefusalName | undefined {
  const isOthers = item && (coupon.shopId !== item.shopId || (coupon.itemId ?? item.id) !== item.id)
  if (isOthers) return 'coupon.other-item'
  if (at >= coupon.endsAt) return 'coupon.expired'
  if (at < coupon.startsAt) return 'coupon.not-begun'
  return coupon.remainCount > 0 ? undefined : 'coupon.gone'
}

/** The open coupon that saves most at this price, the oldest of equals; or only the one asked for. */
function chooseCoupon(
  open: readonly Coupon[],
  priceFen: bigint,
  activityId: string | undefined,
): Coupon | undefined {
  let best: Coupon | undefined
  for (const coupon of open) {
    if (coupon.thresholdFen > priceFen) continue
    if (activityId !== undefined && coupon.activityId !== activityId) continue
    const saves = best === undefined ? 1n : coupon.faceFen - best.faceFen
    if (saves > 0n || (saves === 0n && best && coupon.id < best.id)) best = coupon
  }
  return best
}

function afterCoupon(priceFen: bigint, coupon: Coupon): bigint {
  const left = priceFen - coupon.faceFen
  return left < LEAST_PRICE_FEN ? LEAST_PRICE_FEN : left
}

function pathTo(price: {
  item: Item
  promotionPriceFen: bigint | undefined
  coupon: Coupon | undefined
  finalPriceFen: bigint
}): PriceStep[] {
  const { item, promotionPriceFen, coupon } = price
  const steps: PriceStep[] = []
  if (promotionPriceFen !== undefined) {
    steps.push({
      kind: 'promotion',
      title: '单品直降',
      description: item.promotionTitle ?? '限时优惠',
      savedFen: item.priceFen - promotionPriceFen,
      startsAt: item.promotionStartsAt,
      endsAt: item.promotionEndsAt,
      id: undefined,
    })
  }
  if (coupon) {
    steps.push({
      kind: 'coupon',
      title: couponTitle(coupon),
      description: couponTerms(coupon),
      savedFen: (promotionPriceFen ?? item.priceFen) - price.finalPriceFen,
      startsAt: coupon.startsAt,
      endsAt: coupon.endsAt,
      id: coupon.activityId,
    })
  }
  return steps
}

/** 商品券 for one item, 店铺券 for all of the shop. */
export function couponTitle(coupon: Coupon): string {
  return coupon.itemId === undefined ? '店铺券' : '商品券'
}

/** What a coupon asks for and gives; goods answers write the yuan without a unit, link answers with one. */
export function couponTerms(coupon: Coupon, unit: '' | '元' = ''): string {
  return `满${shortYuan(coupon.thresholdFen)}${unit}减${shortYuan(coupon.faceFen)}${unit}`
}

// 1300 rather than 1300.00, as coupons are spoken of.
function shortYuan(fen: bigint): string {
  const rest = fen % 100n
  return rest === 0n ? String(fen / 100n) : `${fen / 100n}.${String(rest).padStart(2, '0')}`
}
