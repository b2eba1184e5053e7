import { describe, expect, test } from 'vitest'
import type { BankResult } from '../../src/domain/payouts/payout.ts'
import {
  cutOffOf,
  decide,
  dueAtOf,
  isPeriod,
  judgeResult,
  periodDueAt,
} from '../../src/domain/payouts/rules.ts'

describe('months in GMT+8', () => {
  test.each([
    ['2026-10', '2026-11-01T00:00:00+08:00', '2026-11-20T00:00:00+08:00'],
    ['2026-12', '2027-01-01T00:00:00+08:00', '2027-01-20T00:00:00+08:00'],
    ['2028-01', '2028-02-01T00:00:00+08:00', '2028-02-20T00:00:00+08:00'],
  ])('%s ends at %s and is paid at %s', (period, cutOff, dueAt) => {
    expect(cutOffOf(period)).toEqual(new Date(cutOff))
    expect(dueAtOf(period)).toEqual(new Date(dueAt))
  })

  test.each([
    ['2026-11-19T23:59:59.999+08:00', '2026-09'],
    ['2026-11-20T00:00:00+08:00', '2026-10'],
    ['2026-12-01T00:00:00+08:00', '2026-10'],
    ['2027-01-19T00:00:00+08:00', '2026-11'],
    ['2027-01-20T00:00:00+08:00', '2026-12'],
  ])('at %s the last one due is %s', (moment, period) => {
    expect(periodDueAt(new Date(moment))).toBe(period)
  })

  test.each(['2026-13', '2026-00', '2026-1', '1026-01', '2026-10-01', ''])('"%s" is none', (text) => {
    expect(isPeriod(text)).toBe(false)
  })
})

describe('a member', () => {
  const member = { memberId: 1n, isSuspended: false, payeeId: 2n }
  const minimumFen = 1000n

  test('is paid from the minimum on', () => {
    expect(decide({ ...member, payableFen: 1000n }, minimumFen)).toEqual({
      memberId: 1n,
      amountFen: 1000n,
      pay: true,
      payeeId: 2n,
    })
  })

  test.each([
    [{ payableFen: 999n }, 'below_minimum'],
    [{ payableFen: -1n, payeeId: undefined }, 'negative'],
    [{ payableFen: 5000n, isSuspended: true, payeeId: undefined }, 'suspended'],
    [{ payableFen: 5000n, payeeId: undefined }, 'no_payee'],
  ])('with %o is carried: %s', (fields, reason) => {
    expect(decide({ ...member, ...fields }, minimumFen)).toMatchObject({ pay: false, reason })
  })

  test('of whom nothing is there is left out', () => {
    expect(decide({ ...member, payableFen: 0n }, minimumFen)).toBeUndefined()
  })
})

describe('what the bank says', () => {
  const paid: BankResult = { state: 'paid', bankReference: 'B1' }
  const returned: BankResult = { state: 'returned', reason: 'r' }
  const problem = { problem: expect.any(String) }

  test.each([
    ['booked', paid, problem],
    ['booked', returned, problem],
    ['sent', paid, 'new'],
    ['sent', returned, 'new'],
    ['paid', paid, 'known'],
    ['paid', { ...paid, bankReference: 'B2' }, problem],
    ['paid', returned, 'new'],
    ['returned', returned, 'known'],
    ['returned', paid, problem],
  ] as const)('of one that is %s: %o', (state, result, judged) => {
    const bankReference = state === 'paid' ? 'B1' : undefined
    expect(judgeResult({ state, bankReference }, result)).toEqual(judged)
  })
})
