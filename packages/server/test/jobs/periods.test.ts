import { describe, expect, test } from 'vitest'
import type { Cadence } from '../../src/jobs/job.ts'
import { duePeriods, periodAfter, periodAt } from '../../src/jobs/periods.ts'

const at = (text: string) => new Date(`${text}+08:00`)

const rows: { cadence: Cadence; period: string; from: string; to: string }[] = [
  { cadence: 'minute', period: '2026-11-21 08:05', from: '2026-11-21T08:05:00', to: '2026-11-21T08:06:00' },
  { cadence: 'hour', period: '2026-11-21 08', from: '2026-11-21T08:00:00', to: '2026-11-21T09:00:00' },
  { cadence: 'day', period: '2026-11-21', from: '2026-11-21T00:00:00', to: '2026-11-22T00:00:00' },
  {
    cadence: { dayOfMonth: 20 },
    period: '2026-11',
    from: '2026-11-20T00:00:00',
    to: '2026-12-20T00:00:00',
  },
]

describe.each(rows)('$cadence', ({ cadence, period, from, to }) => {
  test('a period reaches from its turn to just before the next', () => {
    for (const now of [at(from), new Date(at(to).getTime() - 1)]) {
      expect(periodAt(cadence, now)).toEqual({ period, dueAt: at(from) })
    }
    expect(periodAt(cadence, at(to)).dueAt).toEqual(at(to))
    expect(periodAfter(cadence, at(from)).dueAt).toEqual(at(to))
  })
})

test('days are those of GMT+8, and a month before its day is the month before', () => {
  expect(periodAt('day', new Date('2026-11-20T16:00:00Z')).period).toBe('2026-11-21')
  expect(periodAt('day', new Date('2026-11-20T15:59:59Z')).period).toBe('2026-11-20')
  expect(periodAt({ dayOfMonth: 20 }, at('2027-01-19T23:59:59')).period).toBe('2026-12')
  expect(periodAfter({ dayOfMonth: 20 }, at('2026-12-20T00:00:00')).period).toBe('2027-01')
})

describe('duePeriods', () => {
  const monthly = { cadence: { dayOfMonth: 20 } } as const
  const each = { ...monthly, catchUp: 'each' } as const
  const now = at('2027-02-25T12:00:00')
  const periods = (job: typeof monthly | typeof each, doneAt?: string) =>
    duePeriods(job, doneAt === undefined ? undefined : at(doneAt), now).map(({ period }) => period)

  test('at first it is the last one', () => {
    expect(periods(monthly)).toEqual(['2027-02'])
    expect(periods(each)).toEqual(['2027-02'])
  })

  test('nothing when the last one is done, or a later one', () => {
    expect(periods(each, '2027-02-20T00:00:00')).toEqual([])
    expect(periods(each, '2027-03-20T00:00:00')).toEqual([])
  })

  test('of those missed the last, or each in its order', () => {
    expect(periods(monthly, '2026-11-20T00:00:00')).toEqual(['2027-02'])
    expect(periods(each, '2026-11-20T00:00:00')).toEqual(['2026-12', '2027-01', '2027-02'])
  })

  test('a very long absence is caught up with to a bound', () => {
    const found = periods(each, '2017-01-20T00:00:00')
    expect(found).toHaveLength(24)
    expect([found[0], found.at(-1)]).toEqual(['2025-03', '2027-02'])
  })
})
