import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  commission,
  formatRate,
  formatYuan,
  mulRate,
  parseRate,
  parseYuan,
  splitByRate,
} from '../src/index.ts'

const serviceFeeBp = 1000
const fen = fc.bigInt({ min: 0n, max: 9_999_999_999_999n })
const rate = fc.integer({ min: 0, max: 10_000 })

test.each([
  ['12.34', 1234n],
  ['12', 1200n],
  ['12.3', 1230n],
  ['0.01', 1n],
  ['007', 700n],
])('%s yuan is %s fen', (text, expected) => {
  expect(parseYuan(text)).toBe(expected)
})

test.each([
  '',
  '.',
  '.5',
  '5.',
  '1.234',
  '1e3',
  '1,000',
  ' 1',
  '-1',
  '+1',
  '--1',
  '1.2.3',
  '１',
  '1234567890123456',
])('%j is no amount', (text) => {
  expect(parseYuan(text)).toBeUndefined()
})

test('a sign only where it is asked for', () => {
  expect(parseYuan('-0.05', { signed: true })).toBe(-5n)
  expect(parseYuan('-', { signed: true })).toBeUndefined()
  expect(formatYuan(-5n)).toBe('-0.05')
})

test('rates read and print as percentages', () => {
  expect([parseRate('12.34'), parseRate('5'), parseRate('x'), formatRate(1234)]).toEqual([
    1234,
    500,
    undefined,
    '12.34',
  ])
  expect(() => formatRate(0.5)).toThrow(RangeError)
})

describe('worked figures', () => {
  test('99.99 at 12.34 % with a fee of 10 %', () => {
    const amounts = commission({ baseFen: 9999n, rateBp: 1234, feeBp: serviceFeeBp })
    expect(amounts).toEqual({ gross: 1233n, fee: 123n, net: 1110n })
  })

  test('three parties at 70/30: each pays its own fee, rounded down', () => {
    const { part: third, rest: second } = splitByRate(1233n, 3000)
    expect([second, third]).toEqual([864n, 369n])
    const secondFee = mulRate(second, serviceFeeBp)
    const thirdFee = mulRate(third, serviceFeeBp)
    expect([secondFee, thirdFee]).toEqual([86n, 36n])
    expect([second - secondFee, third - thirdFee]).toEqual([778n, 333n])
  })

  test('three refunds of 3.33 take back exactly the 49 fen of 9.99 at 5 %', () => {
    const on = (baseFen: bigint) => commission({ baseFen, rateBp: 500, feeBp: serviceFeeBp }).gross
    let booked = on(999n)
    expect(booked).toBe(49n)
    let reversed = 0n
    for (const left of [666n, 333n, 0n]) {
      reversed += booked - on(left)
      booked = on(left)
    }
    expect(reversed).toBe(49n)
  })

  test('a refund of 33.33 on the 99.99 order takes back 4.11: 3.70 from the publisher, 0.41 from the fee', () => {
    const terms = { rateBp: 1234, feeBp: serviceFeeBp }
    const before = commission({ baseFen: 9999n, ...terms })
    const after = commission({ baseFen: 9999n - 3333n, ...terms })
    expect([before.gross - after.gross, before.net - after.net, before.fee - after.fee]).toEqual([
      411n,
      370n,
      41n,
    ])
  })
})

test('yuan text and fen are one another', () => {
  const signed = fc.bigInt({ min: -99_999_999_999n, max: 99_999_999_999n })
  fc.assert(fc.property(fen, (amount) => parseYuan(formatYuan(amount)) === amount))
  fc.assert(fc.property(signed, (amount) => parseYuan(formatYuan(amount), { signed: true }) === amount))
  fc.assert(fc.property(rate, (bp) => parseRate(formatRate(bp)) === bp))
})

test('parts add up and rounding never gives more than the exact share', () => {
  fc.assert(
    fc.property(fen, rate, rate, (baseFen, rateBp, feeBp) => {
      const { gross, fee, net } = commission({ baseFen, rateBp, feeBp })
      expect(fee + net).toBe(gross)
      const exact = baseFen * BigInt(rateBp)
      expect(gross * 10_000n <= exact && exact < (gross + 1n) * 10_000n).toBe(true)
      const { part, rest } = splitByRate(gross, feeBp)
      expect(part + rest).toBe(gross)
      expect(part >= 0n && rest >= 0n).toBe(true)
    }),
  )
})

test('broken amounts and rates are refused, never rounded', () => {
  expect(() => mulRate(-1n, 100)).toThrow(RangeError)
  for (const bp of [-1, 0.5, Number.NaN, 2 ** 53]) expect(() => mulRate(1n, bp)).toThrow(RangeError)
  expect(() => splitByRate(1n, 10_001)).toThrow(RangeError)
})
