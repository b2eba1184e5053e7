import { describe, expect, test } from 'vitest'
import { judge } from '../../src/domain/permissions/rules.ts'
import { type Course, stagesOf, threatsOf, unmetSince } from '../../src/domain/permissions/threats.ts'
import { facts, settings } from './rule-facts.ts'

const TODAY = '2026-03-31'
const met = judge('link', facts({}), settings)
const lowFigures = judge('link', facts({ averages: { clicks: 0, paidFen: 0n } }), settings)
const badCategory = judge('link', facts({ site: { category: '返利' } }), settings)

const course = (given: Partial<Course>): Course => ({
  ...{ startDay: '2026-01-01', lastCallDay: TODAY, lastPaidDay: '2026-03-30', unmetSince: undefined },
  judgements: met,
  ...given,
})
const threats = (given: Partial<Course>, set = {}) => threatsOf(course(given), { ...settings, ...set }, TODAY)

test('nothing threatens who calls, sells and meets the rules', () => {
  expect(threats({})).toEqual([])
})

describe('三 2: days in a row without calls, without orders', () => {
  test.each([
    ['2026-03-30', undefined],
    ['2026-03-29', 29],
    ['2026-03-07', 7],
    ['2026-03-01', 1],
    ['2026-02-28', 0],
    ['2026-02-01', -27],
  ])('last on %s: %s days left', (lastDay, daysLeft) => {
    const expected = daysLeft === undefined ? [] : [{ daysLeft }]
    expect(threats({ lastCallDay: lastDay })).toMatchObject(
      expected.map((one) => ({ ...one, cause: 'no_calls' })),
    )
    expect(threats({ lastPaidDay: lastDay })).toMatchObject(
      expected.map((one) => ({ ...one, cause: 'no_orders' })),
    )
  })

  test('the day after the last begins the run; the day of the grant, where that is later', () => {
    expect(threats({ lastCallDay: '2026-03-07' })[0]?.since).toBe('2026-03-08')
    expect(threats({ lastCallDay: '2026-01-07', startDay: '2026-03-10' })[0]).toMatchObject({
      since: '2026-03-11',
      daysLeft: 10,
    })
    expect(threats({ lastCallDay: undefined, startDay: '2026-02-28' })[0]?.daysLeft).toBe(0)
    expect(threats({ lastCallDay: undefined, startDay: TODAY })).toEqual([])
  })

  test('the nearest comes first', () => {
    const both = threats({ lastCallDay: '2026-03-20', lastPaidDay: '2026-03-10' })
    expect(both.map(({ cause }) => cause)).toEqual(['no_orders', 'no_calls'])
  })
})

describe('三 1: opening rules that hold no more', () => {
  test('what somebody did takes it at once, also on its first day', () => {
    expect(threats({ judgements: badCategory, startDay: TODAY, lastPaidDay: TODAY })).toEqual([
      { cause: 'rule', since: TODAY, daysLeft: 0 },
    ])
  })

  test('figures have their days of grace', () => {
    const left = (since: string) => threats({ judgements: lowFigures, unmetSince: since })[0]?.daysLeft
    expect([left(TODAY), left('2026-03-25'), left('2026-03-24')]).toEqual([7, 1, 0])
    expect(threats({ judgements: lowFigures, unmetSince: TODAY }, { graceDays: 0 })[0]?.daysLeft).toBe(0)
  })

  test('of a fresh grant they are not looked at before its calls are', () => {
    const left = (startDay: string) =>
      threats({ judgements: lowFigures, unmetSince: '2026-03-20', startDay }).find(
        ({ cause }) => cause === 'rule',
      )?.daysLeft
    expect([left('2026-03-20'), left('2026-03-01'), left('2026-02-28')]).toEqual([20, 1, 0])
  })

  test('they count since the day when it was found, until they hold again', () => {
    expect(unmetSince(lowFigures, undefined, TODAY)).toBe(TODAY)
    expect(unmetSince(lowFigures, '2026-03-28', TODAY)).toBe('2026-03-28')
    expect(unmetSince(met, '2026-03-28', TODAY)).toBeUndefined()
  })
})

test('stages of warning', () => {
  const stages = (daysLeft: number, warnDays: readonly number[] = [7, 1]) =>
    stagesOf({ cause: 'no_calls', since: TODAY, daysLeft }, { ...settings, warnDays })
  expect([8, 7, 6, 2, 1, 0].map((daysLeft) => stages(daysLeft))).toEqual([[], [7], [7], [7], [7, 1], []])
  expect(stages(3, [])).toEqual([])
})
