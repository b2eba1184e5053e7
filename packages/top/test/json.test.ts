import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonValue } from '../src/index.ts'
import { JsonError, JsonNumber, parseJson } from '../src/index.ts'

function native(value: JsonValue): unknown {
  if (value instanceof JsonNumber) return Number(value.text)
  if (Array.isArray(value)) return value.map(native)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, native(inner)]))
}

function outcome(read: () => unknown): unknown {
  try {
    return { value: read() }
  } catch (error) {
    if (error instanceof JsonError || error instanceof SyntaxError) return 'refused'
    throw error
  }
}

test('it reads and refuses what JSON.parse reads and refuses', () => {
  const damaged = fc.tuple(
    fc.json(),
    fc.nat(),
    fc.constantFrom('', '"', '}', ']', ',', '\\', '0', '-', '.', '\n', 'e', 'nul'),
  )
  const texts = fc.oneof(
    fc.json({ maxDepth: 6 }),
    damaged.map(([text, at, char]) => {
      const cut = text.length === 0 ? 0 : at % text.length
      return text.slice(0, cut) + char + text.slice(cut + 1)
    }),
  )
  fc.assert(
    fc.property(texts, (text) => {
      expect(outcome(() => native(parseJson(text)))).toEqual(outcome(() => JSON.parse(text) as unknown))
    }),
    { numRuns: 1000 },
  )
})

test('numbers stay text', () => {
  expect(parseJson(' 12345678901234567890.10 ')).toEqual(new JsonNumber('12345678901234567890.10'))
})

test('depth and length are bounded', () => {
  expect(() => parseJson('['.repeat(33) + ']'.repeat(33))).toThrow('deeper than 32 levels')
  expect(parseJson('['.repeat(32) + ']'.repeat(32))).toHaveLength(1)
  expect(() => parseJson(`"${'x'.repeat(4 * 1024 * 1024)}"`)).toThrow(JsonError)
})
