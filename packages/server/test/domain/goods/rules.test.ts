import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Coupon, Item, Plan, PlanKind } from '../../../src/domain/goods/index.ts'
import { type Asking, decideOffer, decidePlan, type Terms } from '../../../src/domain/goods/rules.ts'

const at = new Date('2026-03-01T00:00:00Z')
const later = (ms: number) => new Date(at.getTime() + ms)
const asking: Asking = { memberId: 7n, at, generalOnly: false }

const shop = {
  id: 1n,
  memberId: 9n,
  title: '店',
  nick: '店',
  pictUrl: undefined,
  isTmall: true,
  hosted: true,
  domains: [],
  dsr: 0,
  rating: 0,
  status: 'open',
  plansPaused: false,
} as const

const item = {
  id: 100n,
  shopId: 1n,
  shop,
  category: { id: 11n, name: '叶' },
  topCategory: { id: 10n, name: '顶' },
  reservePriceFen: 20_000n,
  priceFen: 10_000n,
  promotionPriceFen: undefined,
  promotionStartsAt: undefined,
  promotionEndsAt: undefined,
  promotionTitle: undefined,
  status: 'on',
  promoted: true,
} as unknown as Item

let nextId = 0n
function plan(kind: PlanKind, rateBp: number, more: Partial<Plan> = {}): Plan {
  nextId += 1n
  return {
    id: nextId,
    kind,
    itemId: kind === 'marketing' ? item.id : undefined,
    categoryId: undefined,
    memberId: kind === 'exclusive' ? 7n : undefined,
    name: kind,
    rateBp,
    campaign: undefined,
    startsAt: later(-1),
    endsAt: undefined,
    ...more,
  }
}

function coupon(faceFen: bigint, thresholdFen: bigint, more: Partial<Coupon> = {}): Coupon {
  nextId += 1n
  return {
    id: nextId,
    activityId: `c${nextId}`,
    shopId: 1n,
    itemId: item.id,
    faceFen,
    thresholdFen,
    totalCount: 10,
    remainCount: 10,
    startsAt: later(-1),
    endsAt: later(1),
    ...more,
  }
}

const terms = (plans: Plan[], more: Partial<Terms> = {}): Terms => ({
  plans,
  joined: new Map(),
  coupons: [],
  ...more,
})

describe('the plan', () => {
  test('the general rate is the closest one, not the highest', () => {
    const [wide, top, leaf] = [
      plan('general', 900),
      plan('general', 800, { categoryId: 10n }),
      plan('general', 100, { categoryId: 11n }),
    ]
    expect(decidePlan(item, terms([wide, top, leaf]), asking)).toBe(leaf)
    expect(decidePlan(item, terms([wide, top]), asking)).toBe(top)
    expect(decidePlan(item, terms([wide]), asking)).toBe(wide)
    expect(decidePlan(item, terms([plan('general', 500, { categoryId: 12n })]), asking)).toBeUndefined()
  })

  test('the highest open rate wins over kinds; generalOnly takes the general one', () => {
    const [general, marketing, targeted, exclusive] = [
      plan('general', 500),
      plan('marketing', 600),
      plan('targeted', 700),
      plan('exclusive', 800),
    ]
    const all = [general, marketing, targeted, exclusive]
    const joined = new Map([[targeted.id, later(-1)]])
    expect(decidePlan(item, terms(all, { joined }), asking)).toBe(exclusive)
    expect(decidePlan(item, terms(all, { joined }), { ...asking, memberId: 8n })).toBe(targeted)
    expect(decidePlan(item, terms(all), { ...asking, memberId: 8n })).toBe(marketing)
    expect(decidePlan(item, terms(all, { joined }), { ...asking, generalOnly: true })).toBe(general)
    expect(decidePlan({ ...item, promoted: false }, terms(all), asking)).toBeUndefined()
  })

  test('of equal rates: marketing, targeted, exclusive, general; then the oldest', () => {
    const kinds: PlanKind[] = ['general', 'exclusive', 'targeted', 'marketing']
    const plans = kinds.map((kind) => plan(kind, 500))
    const joined = new Map(plans.map((each) => [each.id, later(-1)]))
    for (const expected of ['marketing', 'targeted', 'exclusive', 'general']) {
      const chosen = decidePlan(item, terms(plans, { joined }), asking)
      expect(chosen?.kind).toBe(expected)
      plans.splice(plans.indexOf(chosen as Plan), 1)
    }
    const [older, newer] = [plan('marketing', 500), plan('marketing', 500)]
    expect(decidePlan(item, terms([newer, older]), asking)).toBe(older)
  })

  test('begins at its start, is over at its end; joining counts from its moment', () => {
    const isOpen = (more: Partial<Plan>) =>
      decidePlan(item, terms([plan('general', 1, more)]), asking) !== undefined
    expect(isOpen({ startsAt: at })).toBe(true)
    expect(isOpen({ startsAt: later(1) })).toBe(false)
    expect(isOpen({ endsAt: at })).toBe(false)
    expect(isOpen({ endsAt: later(1) })).toBe(true)
    const targeted = plan('targeted', 1)
    const since = (moment: Date) => terms([targeted], { joined: new Map([[targeted.id, moment]]) })
    expect(decidePlan(item, since(at), asking)).toBe(targeted)
    expect(decidePlan(item, since(later(1)), asking)).toBeUndefined()
  })
})

describe('the price', () => {
  const general = plan('general', 500)
  const offer = (coupons: Coupon[], more: Partial<Item> = {}, ask: Partial<Asking> = {}) =>
    decideOffer({ ...item, ...more }, terms([general], { coupons }), { ...asking, ...ask })

  test('the coupon that saves most, if its threshold is met at the selling price', () => {
    const [small, large, tooHigh] = [coupon(100n, 100n), coupon(500n, 9000n), coupon(5000n, 10_001n)]
    const found = offer([small, large, tooHigh])
    expect(found).toMatchObject({ coupon: large, finalPriceFen: 9500n })
    expect(found?.otherCoupons).toEqual([small, tooHigh])
    expect(offer([small, large], { promotionPriceFen: 8999n })).toMatchObject({
      coupon: small,
      finalPriceFen: 8899n,
    })
    const twin = { ...large, id: large.id + 1000n, activityId: 'twin' }
    expect(offer([twin, large])?.coupon).toBe(large)
  })

  test('a wanted coupon or none', () => {
    const [small, large] = [coupon(100n, 100n), coupon(500n, 500n)]
    expect(offer([small, large], {}, { couponActivityId: small.activityId })?.coupon).toBe(small)
    expect(offer([small, large], {}, { couponActivityId: 'other' })?.coupon).toBeUndefined()
  })

  test('a coupon counts from its start to its end, while some are left, on its own item', () => {
    const isOpen = (more: Partial<Coupon>) => offer([coupon(1n, 1n, more)])?.coupon !== undefined
    expect(isOpen({ startsAt: at })).toBe(true)
    expect(isOpen({ startsAt: later(1) })).toBe(false)
    expect(isOpen({ endsAt: at })).toBe(false)
    expect(isOpen({ remainCount: 0 })).toBe(false)
    expect(isOpen({ itemId: 101n })).toBe(false)
    expect(isOpen({ itemId: undefined })).toBe(true)
  })

  test('never below one fen, and the steps add up from price to final price', () => {
    const fen = fc.bigInt({ min: 1n, max: 100_000n })
    fc.assert(
      fc.property(
        fen,
        fc.option(fen, { nil: undefined }),
        fc.array(fc.tuple(fen, fen), { maxLength: 5 }),
        (priceFen, promotionPriceFen, faces) => {
          const coupons = faces.map(([face, over]) => coupon(face, face + over - 1n))
          const found = offer(coupons, { priceFen, promotionPriceFen })
          if (!found) throw new Error('an offer was expected')
          const saved = found.path.reduce((sum, step) => sum + step.savedFen, 0n)
          expect(found.finalPriceFen).toBe(priceFen - saved)
          expect(found.finalPriceFen).toBeGreaterThanOrEqual(1n)
          expect(found.path.every((step) => step.savedFen >= 0n)).toBe(true)
          // No other open coupon would have given less.
          for (const each of coupons) {
            if (each.thresholdFen > found.sellingPriceFen) continue
            const left = found.sellingPriceFen - each.faceFen
            expect(found.finalPriceFen <= left || found.finalPriceFen === 1n).toBe(true)
          }
        },
      ),
    )
  })

  test('no offer off the shelf, in a closed shop, without promotion or plan', () => {
    expect(offer([])).toBeDefined()
    expect(offer([], { status: 'off' })).toBeUndefined()
    expect(offer([], { shop: { ...shop, status: 'closed' } })).toBeUndefined()
    expect(offer([], { shop: { ...shop, plansPaused: true } })).toBeUndefined()
    expect(offer([], { promoted: false })).toBeUndefined()
    expect(decideOffer(item, terms([]), asking)).toBeUndefined()
  })
})
