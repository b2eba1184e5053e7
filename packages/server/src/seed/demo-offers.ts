import type { DemoPeople } from './demo-people.ts'
import type { DemoShop } from './demo-shops.ts'
import type { Row } from './insert-rows.ts'
import { anyPeriod, days, openPeriod } from './periods.ts'
import type { Random } from './random.ts'

const PRICE_STEP_FEN = 500n

export type Offered = { item: Row<'items'>; shop: DemoShop; now: Date }
export type PlanRow = Row<'commission_plans'>

/** SKUs of one item in five: the first costs what the item does, the others the same or more. */
export function composeSkus(random: Random, { item, shop }: Offered): Row<'skus'>[] {
  if (!random.chance(20)) return []
  const variants = shop.category.variants.slice(0, random.between(3, 6))
  return variants.map((name, index) => ({
    item_id: item.id as bigint,
    name,
    price_fen: item.price_fen + (index === 0 ? 0n : BigInt(random.between(0, 4)) * PRICE_STEP_FEN),
    stock: Math.floor(item.stock / variants.length),
  }))
}

/** A coupon on a third of the items; some are over, to come, nearly gone or ask for more than one item. */
export function composeCoupons(random: Random, { item, shop, now }: Offered): Row<'coupons'>[] {
  if (!random.chance(35)) return []
  const sold = item.promotion_price_fen ?? item.price_fen
  const face = ((sold * BigInt(random.between(5, 40))) / 10_000n) * 100n
  if (face === 0n) return []
  const { startsAt, endsAt } = anyPeriod(random, now)
  const total = random.pick([100, 500, 1000, 10_000, 50_000])
  const needsSeveral = random.chance(10)
  return [
    {
      activity_id: random.hex(32),
      shop_id: shop.id,
      item_id: item.id as bigint,
      face_fen: face,
      threshold_fen: needsSeveral ? sold * 2n : sold - random.pick([0n, face / 2n]),
      total_count: total,
      remain_count: random.chance(8) ? random.between(0, 3) : random.between(Math.floor(total / 10), total),
      starts_at: startsAt,
      ends_at: endsAt,
    },
  ]
}

/** A marketing plan on three items in ten, an exclusive one (for either publisher) on one in fifty. */
export function composePlans(random: Random, offered: Offered, people: DemoPeople): PlanRow[] {
  const plans: PlanRow[] = []
  if (random.chance(30)) {
    const period = random.chance(85) ? openPeriod(random, offered.now) : anyPeriod(random, offered.now)
    plans.push(
      plan(offered, { kind: 'marketing', rateBp: random.skewed(10, 90) * 50, memberId: null, period }),
    )
  }
  if (random.chance(2)) {
    const memberId = BigInt(random.chance(50) ? people.publisherId : people.secondPublisherId)
    const period = openPeriod(random, offered.now)
    plans.push(plan(offered, { kind: 'exclusive', rateBp: random.between(30, 100) * 50, memberId, period }))
  }
  return plans
}

type PlanParts = {
  kind: 'marketing' | 'exclusive'
  rateBp: number
  memberId: bigint | null
  period: { startsAt: Date; endsAt: Date }
}

function plan({ item, shop }: Offered, parts: PlanParts): PlanRow {
  return {
    kind: parts.kind,
    shop_id: shop.id,
    item_id: item.id as bigint,
    member_id: parts.memberId,
    name: parts.kind === 'marketing' ? '营销计划' : '专享计划',
    rate_bp: parts.rateBp,
    starts_at: parts.period.startsAt,
    ends_at: parts.period.endsAt,
  }
}

export type Feature = { item: Row<'items'>; coupons: Row<'coupons'>[]; plans: PlanRow[] }

type Figures = { priceFen: bigint; rateBp: number; coupon?: { faceFen: bigint; thresholdFen: bigint } }

// The worked examples of money: 99.99 at 12.34 %; 129 with a coupon of 80; 9.99 at 5 %.
const workedFigures: readonly Figures[] = [
  { priceFen: 9999n, rateBp: 1234 },
  { priceFen: 12900n, rateBp: 2000, coupon: { faceFen: 8000n, thresholdFen: 12900n } },
  { priceFen: 999n, rateBp: 500 },
  { priceFen: 5990n, rateBp: 1500, coupon: { faceFen: 1000n, thresholdFen: 4900n } },
]

/** The items that demo.json names can all be bought and promoted for a year; the first four have round figures. */
export function composeFeature(random: Random, offered: Offered, number: number): Feature {
  const { shop, now } = offered
  const year = days(now, -30, 365)
  const item: Row<'items'> = { ...offered.item, stock: 5000, status: 'on', promoted: true }
  const figures = workedFigures[number]
  const rateBp = figures?.rateBp ?? random.between(10, 60) * 50
  const plans = [plan({ ...offered, item }, { kind: 'marketing', rateBp, memberId: null, period: year })]
  if (!figures) return { item, coupons: composeCoupons(random, { ...offered, item }), plans }
  Object.assign(item, fixedPrice(figures.priceFen))
  if (!figures.coupon) return { item, coupons: [], plans }
  const coupon: Row<'coupons'> = {
    activity_id: random.hex(32),
    shop_id: shop.id,
    item_id: item.id as bigint,
    face_fen: figures.coupon.faceFen,
    threshold_fen: figures.coupon.thresholdFen,
    total_count: 10_000,
    remain_count: 10_000,
    starts_at: year.startsAt,
    ends_at: year.endsAt,
  }
  return { item, coupons: [coupon], plans }
}

function fixedPrice(priceFen: bigint): Partial<Row<'items'>> {
  return {
    reserve_price_fen: priceFen,
    price_fen: priceFen,
    promotion_price_fen: null,
    promotion_title: null,
    promotion_starts_at: null,
    promotion_ends_at: null,
    post_fee_fen: 0n,
    free_shipment: true,
  }
}
