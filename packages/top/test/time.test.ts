import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatGmt8, parseGmt8, secondsToMidnightGmt8, startOfDayGmt8 } from '../src/index.ts'

const moment = fc.date({
  min: new Date('1000-01-01T00:00:00Z'),
  max: new Date('9999-12-31T15:59:59Z'),
  noInvalidDate: true,
})

test('a wire time is GMT+8 wherever the server stands', () => {
  expect(formatGmt8(new Date('2023-02-28T16:00:01.999Z'))).toBe('2023-03-01 00:00:01')
  expect(parseGmt8('2023-03-01 00:00:01')?.toISOString()).toBe('2023-02-28T16:00:01.000Z')
  expect(parseGmt8('2024-02-29 23:59:59')?.toISOString()).toBe('2024-02-29T15:59:59.000Z')
})

test.each([
  '2023-02-30 00:00:00',
  '2023-02-29 00:00:00',
  '1900-02-29 00:00:00',
  '2023-13-01 00:00:00',
  '2023-00-01 00:00:00',
  '2023-01-00 00:00:00',
  '2023-01-01 24:00:00',
  '2023-01-01 00:60:00',
  '2023-01-01 00:00:60',
  '2023-01-01T00:00:00',
  '2023-1-1 0:0:0',
  '2023-01-01',
  '2023-01-01 00:00:00 ',
  '2o23-01-01 00:00:00',
  '0999-01-01 00:00:00',
  '',
])('%j is no wire time', (text) => {
  expect(parseGmt8(text)).toBeUndefined()
})

test('times outside four-digit years are refused when written', () => {
  expect(() => formatGmt8(new Date(Number.NaN))).toThrow(RangeError)
  expect(() => formatGmt8(new Date('9999-12-31T16:00:00Z'))).toThrow(RangeError)
  expect(() => formatGmt8(new Date('0999-01-01T00:00:00Z'))).toThrow(RangeError)
})

test('reading and writing are one another, to the second', () => {
  fc.assert(
    fc.property(moment, (at) => {
      const seconds = Math.floor(at.getTime() / 1000) * 1000
      expect(parseGmt8(formatGmt8(at))?.getTime()).toBe(seconds)
    }),
  )
})

test('the day starts at midnight GMT+8 and ends within 86400 s', () => {
  expect(startOfDayGmt8(new Date('2023-03-01T15:59:59.999Z')).toISOString()).toBe('2023-02-28T16:00:00.000Z')
  expect(secondsToMidnightGmt8(new Date('2023-03-01T15:59:59.001Z'))).toBe(1)
  expect(secondsToMidnightGmt8(new Date('2023-03-01T16:00:00Z'))).toBe(86_400)
  fc.assert(
    fc.property(moment, (at) => {
      const start = startOfDayGmt8(at)
      expect(formatGmt8(start).slice(11)).toBe('00:00:00')
      expect(formatGmt8(start).slice(0, 10)).toBe(formatGmt8(at).slice(0, 10))
      const left = secondsToMidnightGmt8(at)
      expect(left >= 1 && left <= 86_400).toBe(true)
    }),
  )
})
