import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClickSeen } from '../../src/domain/clicks/index.ts'
import {
  ATTRIBUTION_MS,
  CLOCK_SLACK_MS,
  chooseClick,
  judgeClaim,
} from '../../src/domain/orders/attribution.ts'
import { earningsOf } from '../../src/domain/orders/earnings.ts'
import { compareEvents, foldOrder, statusOf } from '../../src/domain/orders/rules.ts'
import { history, START_MS, terms } from './histories.ts'

const shuffled = history.chain((events) =>
  fc.record({
    events: fc.constant(events),
    other: fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
  }),
)
describe('what an order is', () => {
  test('does not depend on the order in which its events arrived', () => {
    fc.assert(
      fc.property(shuffled, ({ events, other }) => {
        expect(foldOrder(other)).toEqual(foldOrder(events))
      }),
      { numRuns: 300 },
    )
  })

  test('does not depend on how often they arrived', () => {
    fc.assert(
      fc.property(shuffled, ({ events, other }) => {
        expect(foldOrder([...events, ...other.slice(0, 4)])).toEqual(foldOrder(events))
      }),
      { numRuns: 300 },
    )
  })

  test('never gives back more than was paid, never owes less than nothing', () => {
    fc.assert(
      fc.property(history, terms, (events, rates) => {
        const state = foldOrder(events)
        const { estimated, due } = earningsOf(state, rates)
        expect(state.refundedFen >= 0n && state.refundedFen <= state.paidFen).toBe(true)
        expect(due.commissionFen >= 0n && due.commissionFen <= estimated.commissionFen).toBe(true)
        expect(due.feeFen >= 0n && due.feeFen <= due.commissionFen).toBe(true)
        expect(due.serviceFen >= 0n && due.serviceFen <= estimated.serviceFen).toBe(true)
        const status = statusOf(state, { estimated, due }, false)
        if (status === 13 && state.paidAt) expect(due.commissionFen).toBe(0n)
        if (status === 14) expect(due.commissionFen).toBeGreaterThan(0n)
        if (status === 11) expect([state.paidAt, due.commissionFen]).toEqual([undefined, 0n])
        expect(statusOf(state, { estimated, due }, true)).toBe(3)
      }),
      { numRuns: 300 },
    )
  })

  test('events have one order: no two differ only in where they came from', () => {
    fc.assert(
      fc.property(history, (events) => {
        const ids = [...events].sort(compareEvents).map((event) => event.eventId)
        expect(
          [...events]
            .reverse()
            .sort(compareEvents)
            .map((event) => event.eventId),
        ).toEqual(ids)
      }),
    )
  })
})

const SHOP = 7n
const ITEM = 70n
const ORDER_AT = new Date(START_MS)

function click(fields: Partial<ClickSeen>): ClickSeen {
  return {
    id: 'a',
    clickedAt: ORDER_AT,
    shopperId: 's',
    memberId: 1n,
    siteId: 1n,
    adzoneId: 1n,
    shopId: SHOP,
    itemId: ITEM,
    relationId: null,
    specialId: null,
    generalOnly: false,
    terminal: 'pc',
    attributable: true,
    reason: null,
    third: undefined,
    ...fields,
  }
}

const someClicks = fc.array(
  fc.record({
    id: fc.uuid(),
    clickedAt: fc.integer({ min: 0, max: 5 }).map((minute) => new Date(START_MS - minute * 60_000)),
    itemId: fc.constantFrom(ITEM, 71n, null),
    attributable: fc.boolean(),
  }),
  { maxLength: 12 },
)

describe('the click that earns', () => {
  test('is the last that may earn on the item, else the last that may earn in the shop, in whatever order they stand', () => {
    fc.assert(
      fc.property(someClicks, (fields) => {
        const clicks = fields.map(click)
        const able = clicks.filter((one) => one.attributable)
        const onItem = able.filter((one) => one.itemId === ITEM)
        const chosen = chooseClick(clicks, ITEM)
        const among = onItem.length > 0 ? onItem : able
        const latest = Math.max(...among.map((one) => one.clickedAt.getTime()))
        expect(chosen?.click.clickedAt.getTime()).toBe(among.length === 0 ? undefined : latest)
        expect(chosen?.rule).toBe(
          among.length === 0 ? undefined : onItem.length > 0 ? 'same item' : 'same shop',
        )
        if (chosen) expect(among).toContain(chosen.click)
        expect(chooseClick([...clicks].reverse(), ITEM)?.click.id).toBe(chosen?.click.id)
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['accepted', { clickedAt: new Date(START_MS - ATTRIBUTION_MS) }],
    ['too old', { clickedAt: new Date(START_MS - ATTRIBUTION_MS - 1) }],
    ['accepted', { clickedAt: new Date(START_MS + CLOCK_SLACK_MS) }],
    ['later than the order', { clickedAt: new Date(START_MS + CLOCK_SLACK_MS + 1) }],
    ['other shop', { shopId: 8n }],
  ])('a claim is %s', (verdict, fields) => {
    expect(judgeClaim(click(fields as Partial<ClickSeen>), { shopId: SHOP, at: ORDER_AT })).toBe(verdict)
  })

  test('15 days and 60 seconds are the bounds', () => {
    expect([ATTRIBUTION_MS, CLOCK_SLACK_MS]).toEqual([1_296_000_000, 60_000])
    expect(judgeClaim(undefined, { shopId: SHOP, at: ORDER_AT })).toBe('unknown')
  })
})
