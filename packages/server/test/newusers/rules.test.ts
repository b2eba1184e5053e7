import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Activity } from '../../src/domain/newusers/activity.ts'
import { isBeside, judgeBuyer, type PaidOrder, stateAt } from '../../src/domain/newusers/rules.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute))

const activity: Activity = {
  id: 1n,
  activityId: '100001_1',
  shopId: 1n,
  name: '拉新',
  rewardFen: 500n,
  startsAt: at(10),
  endsAt: at(50),
  endedAt: undefined,
  createdAt: at(0),
}

const promoter = (memberId: bigint) => ({ memberId, siteId: 1n, adzoneId: 1n, relationId: undefined })

const order = (fields: Partial<PaidOrder> = {}): PaidOrder => ({
  id: 1n,
  outerId: 'a',
  parentId: 1n,
  promoter: promoter(7n),
  status: 12,
  penalty: undefined,
  isRefunding: false,
  paidFen: 100n,
  refundedFen: 0n,
  paidAt: at(20),
  receivedAt: undefined,
  ...fields,
})

const anyOrder = fc
  .record({
    parentId: fc.bigInt(1n, 4n),
    promoter: fc.option(fc.bigInt(1n, 3n).map(promoter), { nil: undefined }),
    status: fc.constantFrom(12, 14, 3, 13),
    penalty: fc.constantFrom(undefined, 'frozen', 'taken'),
    isRefunding: fc.boolean(),
    refundedFen: fc.constantFrom(0n, 40n, 100n),
    paidAt: fc.integer({ min: 0, max: 60 }).map(at),
    receivedAt: fc.constantFrom(undefined, at(55)),
  })
  .map((fields) => order(fields))
const buyers = fc.array(anyOrder, { maxLength: 8 }).chain((drawn) => {
  const orders = drawn.map((one, index) => ({ ...one, id: BigInt(index), outerId: `o${index}` }))
  const size = { minLength: orders.length, maxLength: orders.length }
  return fc.record({ orders: fc.constant(orders), other: fc.shuffledSubarray(orders, size) })
})

describe('who is new', () => {
  test('does not depend on the order in which orders became known', () => {
    fc.assert(
      fc.property(buyers, ({ orders, other }) => {
        expect(judgeBuyer(other, [activity])).toEqual(judgeBuyer(orders, [activity]))
      }),
      { numRuns: 500 },
    )
  })

  test('is decided by a purchase before which nothing was paid, through a promoter, in the activity', () => {
    fc.assert(
      fc.property(buyers, ({ orders }) => {
        const found = judgeBuyer(orders, [activity])
        if (!found) return
        const earliest = Math.min(...orders.map((one) => one.paidAt.getTime()))
        const first = orders.filter((one) => one.paidAt.getTime() === earliest)
        expect(first.map((one) => one.parentId)).toContain(found.order.parentId)
        expect(found.order.promoter).toBe(found.promoter)
        expect(found.order.paidAt >= activity.startsAt && found.order.paidAt < activity.endsAt).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test.each<[string, Partial<PaidOrder>[], string | undefined]>([
    ['a first purchase', [{}], 'bought'],
    ['received', [{ receivedAt: at(30), status: 14 }], 'received'],
    ['settled', [{ receivedAt: at(30), status: 3 }], 'earned'],
    ['settled, then under a penalty', [{ receivedAt: at(30), status: 3, penalty: 'frozen' }], 'received'],
    ['settled, with an open refund', [{ receivedAt: at(30), status: 3, isRefunding: true }], 'received'],
    ['settled, commission taken', [{ receivedAt: at(30), status: 3, penalty: 'taken' }], 'invalid'],
    ['refunded whole', [{ refundedFen: 100n }], 'invalid'],
    ['refunded in part', [{ refundedFen: 99n }], 'bought'],
    ['closed', [{ status: 13 }], 'invalid'],
    ['nobody’s', [{ promoter: undefined }], undefined],
    ['before the activity', [{ paidAt: at(9) }], undefined],
    ['at its first moment', [{ paidAt: at(10) }], 'bought'],
    ['at its end', [{ paidAt: at(50) }], undefined],
    ['after another purchase', [{ paidAt: at(19), parentId: 2n, promoter: undefined }, {}], undefined],
    ['after a purchase that was refunded', [{ paidAt: at(9), parentId: 2n, status: 13 }, {}], undefined],
    ['two orders, the first closed', [{ status: 13 }, { outerId: 'b' }], 'bought'],
    ['two orders, the first nobody’s', [{ promoter: undefined }, { outerId: 'b' }], 'bought'],
    ['nothing paid', [], undefined],
  ])('%s', (_, orders, standing) => {
    const found = judgeBuyer(
      orders.map((fields) => order(fields)),
      [activity],
    )
    expect(found?.standing).toBe(standing)
  })
})

test('an activity is planned, open, ended; one that was called off is ended', () => {
  expect([9, 10, 49, 50].map((minute) => stateAt(activity, at(minute)))).toEqual([
    'planned',
    'open',
    'open',
    'ended',
  ])
  expect(stateAt({ ...activity, endedAt: at(30) }, at(30))).toBe('ended')
  expect(stateAt({ ...activity, endedAt: at(5) }, at(6))).toBe('ended')
})

test('activities are beside each other where both run at a moment', () => {
  const other = (from: number, to: number) => ({ startsAt: at(from), endsAt: at(to), endedAt: undefined })
  expect(isBeside(activity, other(50, 60))).toBe(false)
  expect(isBeside(activity, other(0, 10))).toBe(false)
  expect(isBeside(activity, other(49, 60))).toBe(true)
  expect(isBeside({ ...activity, endedAt: at(30) }, other(30, 60))).toBe(false)
})
