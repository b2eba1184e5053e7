import { expect, test } from 'vitest'
import { readMaterialRule } from '../../../src/domain/goods/materials/read-material-rule.ts'

test('a rule as it is kept', () => {
  expect(
    readMaterialRule({
      q: '家用',
      categoryIds: ['50010728', 21],
      minPriceFen: 100,
      maxRateBp: 900,
      onlyTmall: true,
      sort: 'tk_rate_asc',
      limit: 30,
    }),
  ).toEqual({
    filter: {
      q: '家用',
      categoryIds: [50_010_728n, 21n],
      minPriceFen: 100n,
      maxRateBp: 900,
      onlyTmall: true,
    },
    sort: { key: 'tk_rate', descending: false },
    limit: 30,
  })
  expect(readMaterialRule({})).toEqual({
    filter: {},
    sort: { key: 'total_sales', descending: true },
    limit: 2000,
  })
  expect(readMaterialRule({ limit: 1_000_000 }).limit).toBe(2000)
})

test.each<[object]>([
  [{ onlyTmal: true }],
  [{ toString: true }],
  [{ onlyTmall: false }],
  [{ q: '' }],
  [{ categoryIds: '16' }],
  [{ categoryIds: ['x'] }],
  [{ minPriceFen: 1.5 }],
  [{ minRateBp: -1 }],
  [{ sort: 'price_des' }],
  [{ sort: 'total_sales' }],
  [{ limit: 0 }],
  [{ limit: 'many' }],
])('%o is refused', (rule) => {
  expect(() => readMaterialRule(rule)).toThrow()
})
