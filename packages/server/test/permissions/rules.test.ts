import { describe, expect, test } from 'vitest'
import type { Judgement, OpeningFacts } from '../../src/domain/permissions/judgement.ts'
import { isOpen, judge, lasting, unmet } from '../../src/domain/permissions/rules.ts'
import { day, facts, settings } from './rule-facts.ts'

const shown = (judgements: readonly Judgement[]) =>
  Object.fromEntries(judgements.map(({ rule, isMet, unmetBy }) => [rule, isMet ? 'met' : unmetBy]))
const found = (pkg: Parameters<typeof judge>[0], given: Parameters<typeof facts>[0], set = {}) =>
  shown(judge(pkg, facts(given), { ...settings, ...set }))

describe('基础API', () => {
  test('opens for an approved site with its component and few points', () => {
    const judgements = judge('basic', facts({}), settings)
    expect(isOpen(judgements)).toBe(true)
    expect(judgements.map(({ rule }) => rule)).toEqual(['二（一）1', '二（一）2', '二（一）3', '三 3'])
  })

  test.each(['filed', 'refused', 'withdrawn'] as const)('二（一）1: not for a site that is %s', (status) => {
    expect(found('basic', { site: { status } })['二（一）1']).toBe('act')
  })

  test.each<[string, Partial<OpeningFacts['site']>, string]>([
    ['never seen', { componentSeen: undefined }, 'figures'],
    ['seen just within the days', { componentSeen: day(-30, 1) }, 'met'],
    ['seen the days ago', { componentSeen: day(-30) }, 'figures'],
    [
      'attested a year ago and never seen',
      { componentSeen: undefined, componentAttestedAt: day(-400) },
      'met',
    ],
  ])('二（一）2: component %s', (_name, site, expected) => {
    expect(found('basic', { site })['二（一）2']).toBe(expected)
  })

  test.each([
    [17, 'met'],
    [18, 'act'],
    [19, 'act'],
  ])('二（一）3: %i points', (points, expected) => {
    expect(found('basic', { site: { points } })['二（一）3']).toBe(expected)
  })

  test('三 3: not while a violation stands', () => {
    expect(found('basic', { hasViolation: true })['三 3']).toBe('act')
  })

  test('names each rule with figure and threshold, in both languages', () => {
    const [approval, component, points] = judge(
      'basic',
      facts({ site: { status: 'filed', points: 20, componentSeen: undefined } }),
      settings,
    )
    expect(approval).toMatchObject({ figures: { status: 'filed' }, thresholds: { status: 'approved' } })
    expect(component).toMatchObject({ figures: { seen_at: null }, thresholds: { seen_within_days: 30 } })
    expect(points).toMatchObject({
      figures: { points: 20 },
      thresholds: { points_below: 18 },
      zh: '媒体扣分须小于 18：现为 20',
      en: 'deduction points are to be below 18: they are 20',
    })
  })
})

describe('链接API', () => {
  const entry = { basic: 'met', invitation: 'met', '三 3': 'met' }

  test.each(['website', 'channel'] as const)('of a %s: (1) and (3)', (kind) => {
    const met = { ...entry, '二（二）1（1）': 'met', '二（二）1（3）': 'met' }
    expect(found('link', { site: { kind } })).toEqual(met)
  })

  test('of an app: (1) and (2)', () => {
    const met = { ...entry, '二（二）1（1）': 'met', '二（二）1（2）': 'met' }
    expect(found('link', { site: { kind: 'app' } })).toEqual(met)
  })

  test.each([
    [50_000, 10_000_000n, 'met'],
    [49_999, 10_000_000n, 'figures'],
    [50_000, 9_999_999n, 'figures'],
    [0, 0n, 'figures'],
  ])('二（二）1（1）: %i clicks and %i fen a day', (clicks, paidFen, expected) => {
    expect(found('link', { averages: { clicks, paidFen } })['二（二）1（1）']).toBe(expected)
  })

  test.each([
    [1_000_000n, undefined, 'met'],
    [undefined, 300_000n, 'met'],
    [999_999n, 299_999n, 'figures'],
    [undefined, undefined, 'figures'],
  ])('二（二）1（2）: an app with %s downloads or %s daily users', (downloads, dailyUsers, expected) => {
    const site = { kind: 'app', downloads, dailyUsers } as const
    expect(found('link', { site })['二（二）1（2）']).toBe(expected)
  })

  test.each(['返利', '入口', '代购'] as const)('二（二）1（3）: no website of category %s', (category) => {
    expect(found('link', { site: { category } })['二（二）1（3）']).toBe('act')
    expect(found('link', { site: { category, kind: 'app' } })).not.toHaveProperty('二（二）1（3）')
  })

  test('needs basic, and an invitation unless everybody may ask', () => {
    expect(found('link', { hasBasic: false }).basic).toBe('act')
    expect(found('link', { isInvited: false }).invitation).toBe('invitation')
    expect(found('link', { isInvited: false }, { openApplications: true })).not.toHaveProperty('invitation')
  })

  test('is kept without the invitation', () => {
    const judgements = judge('link', facts({ isInvited: false, hasViolation: true }), settings)
    expect(unmet(judgements).map(({ rule }) => rule)).toEqual(['invitation', '三 3'])
    expect(unmet(lasting(judgements))).toEqual([])
  })
})

describe('三方API', () => {
  test.each([
    [true, 500_000n, 'met'],
    [true, 499_999n, 'figures'],
    [true, undefined, 'figures'],
    [false, 500_000n, 'act'],
  ])('二（二）2: platform %s with %s daily users', (isPlatform, dailyUsers, expected) => {
    expect(found('share', { site: { isPlatform, dailyUsers } })['二（二）2']).toBe(expected)
  })
})

test('packages that the operator gives have no rules', () => {
  expect(judge('order', facts({}), settings)).toEqual([])
})

test('thresholds are settings', () => {
  const set = { basicPointsLimit: 3, linkDailyClicks: 1, linkDailyPaidFen: 1n, shareDailyUsers: 0 }
  expect(found('basic', { site: { points: 3 } }, set)['二（一）3']).toBe('act')
  expect(found('link', { averages: { clicks: 1, paidFen: 1n } }, set)['二（二）1（1）']).toBe('met')
  expect(found('share', { site: { isPlatform: true } }, set)['二（二）2']).toBe('met')
})
