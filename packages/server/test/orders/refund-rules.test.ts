import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountsOf, basesOf, earningsOf, splitCommission } from '../../src/domain/orders/earnings.ts'
import type { EventType, KeptEvent } from '../../src/domain/orders/event.ts'
import { type Reversal, reversalsOf } from '../../src/domain/orders/reversals.ts'
import { foldOrder } from '../../src/domain/orders/rules.ts'
import { history, START_MS, terms } from './histories.ts'

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, fen) => total + fen, 0n)

function totalOf(reversals: readonly Reversal[]) {
  const parts = (of: 'second' | 'third') => ({
    grossFen: sum(reversals.map((one) => one[of].grossFen)),
    feeFen: sum(reversals.map((one) => one[of].feeFen)),
  })
  return { second: parts('second'), third: parts('third') }
}

function partsOn(baseFen: bigint, rates: Parameters<typeof amountsOf>[1]) {
  return splitCommission(amountsOf(baseFen, rates).commissionFen, rates)
}

test('all refunds together take back exactly what the order lost by them, of each party and of its fee', () => {
  fc.assert(
    fc.property(history, terms, (events, rates) => {
      const state = foldOrder(events)
      const { estimatedFen } = basesOf(state)
      const [before, after] = [
        partsOn(estimatedFen, rates),
        partsOn(estimatedFen - (state.paidAt ? state.refundedFen : 0n), rates),
      ]
      const reversals = reversalsOf(state, rates)
      const { second, third } = totalOf(reversals)
      expect(second.grossFen).toBe(before.second.grossFen - after.second.grossFen)
      expect(second.feeFen).toBe(before.second.feeFen - after.second.feeFen)
      expect(third.grossFen).toBe(before.third.grossFen - after.third.grossFen)
      expect(third.feeFen).toBe(before.third.feeFen - after.third.feeFen)
      for (const part of reversals.flatMap((one) => [one.second, one.third])) {
        expect(part.feeFen >= 0n && part.feeFen <= part.grossFen).toBe(true)
      }
    }),
    { numRuns: 1000 },
  )
})

test('of a received order that is what the ledger holds less', () => {
  fc.assert(
    fc.property(history, terms, (events, rates) => {
      const state = foldOrder(events)
      fc.pre(state.receivedAt !== undefined)
      const { estimated, due } = earningsOf(state, rates)
      const { second, third } = totalOf(reversalsOf(state, rates))
      expect(second.grossFen + third.grossFen).toBe(estimated.commissionFen - due.commissionFen)
      expect(second.feeFen + third.feeFen).toBe(estimated.feeFen - due.feeFen)
    }),
    { numRuns: 300 },
  )
})

test('a case a refund_id, each in one state, and only a done one takes something back', () => {
  fc.assert(
    fc.property(history, terms, (events, rates) => {
      const state = foldOrder(events)
      const refunds = events.filter((event) => event.type.startsWith('refund'))
      const ids = state.refunds.map((one) => one.refundId)
      expect([...ids].sort()).toEqual([...new Set(refunds.map((event) => event.refundId))].sort())
      const reversals = reversalsOf(state, rates)
      state.refunds.forEach((one, index) => {
        expect(one.finishedAt === undefined).toBe(one.state === 'asked')
        expect(one.finishedAt === undefined || one.finishedAt >= one.askedAt).toBe(true)
        const wasDone = refunds.some((event) => event.refundId === one.refundId && event.type === 'refunded')
        expect(one.doneFen !== undefined).toBe(wasDone)
        if (!wasDone) expect(reversals[index]?.second.grossFen).toBe(0n)
      })
    }),
    { numRuns: 300 },
  )
})

const RATES = { rateBp: 500, feeBp: 1000, shareBp: undefined, serviceRateBp: 0 }

function events(...steps: [type: EventType, refundId?: string, refundFen?: bigint][]): KeptEvent[] {
  return steps.map(([type, refundId, refundFen], index) => ({
    eventId: `e${index}`,
    type,
    itemNum: 1,
    priceFen: 999n,
    paidFen: 999n,
    refundId,
    refundFen,
    clickId: undefined,
    buyerHash: undefined,
    at: new Date(START_MS + index * 60_000),
  }))
}

test('9.99 at 5 %: three refunds of 3.33 take back 16, 17 and 16 fen, never 16 each', () => {
  const state = foldOrder(
    events(['received'], ['refunded', 'a', 333n], ['refunded', 'b', 333n], ['refunded', 'c', 333n]),
  )
  const back = reversalsOf(state, RATES).map(({ second }) => [second.grossFen, second.feeFen])
  expect(back).toEqual([
    [16n, 1n],
    [17n, 2n],
    [16n, 1n],
  ])
})

test('who was first asked is not who was first done: each takes back by when it was done', () => {
  const state = foldOrder(
    events(
      ['received'],
      ['refund_requested', 'late', 333n],
      ['refund_requested', 'early', 333n],
      ['refunded', 'early', 333n],
      ['refunded', 'late', 333n],
    ),
  )
  const back = reversalsOf(state, RATES).map(({ second }, index) => [
    state.refunds[index]?.refundId,
    second.grossFen,
  ])
  expect(back).toEqual([
    ['early', 16n],
    ['late', 17n],
  ])
})

test('a case that is opened again keeps what it gave back, whatever comes of it', () => {
  const reopened = events(['received'], ['refunded', 'a', 333n], ['refund_requested', 'a', 500n])
  const asked = foldOrder(reopened)
  expect(asked.refunds).toMatchObject([{ state: 'asked', refundFen: 500n, doneFen: 333n }])
  expect([asked.isRefunding, asked.refundedFen]).toEqual([true, 333n])
  const rejected = foldOrder([
    ...reopened,
    {
      ...(reopened[2] as KeptEvent),
      eventId: 'x',
      type: 'refund_rejected',
      at: new Date(START_MS + 900_000),
    },
  ])
  expect(rejected.refunds).toMatchObject([{ state: 'done', refundFen: 333n, doneFen: 333n }])
  expect([rejected.isRefunding, rejected.refundedFen]).toEqual([false, 333n])
})

test('more given back than was paid takes back no more than there was', () => {
  const state = foldOrder(events(['received'], ['refunded', 'a', 900n], ['refunded', 'b', 900n]))
  const back = reversalsOf(state, RATES).map(({ second }) => second.grossFen)
  expect(back).toEqual([45n, 4n])
})
