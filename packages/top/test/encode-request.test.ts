import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Input } from '../src/index.ts'
import {
  boolean,
  contracts,
  date,
  decodeRequest,
  encodeRequest,
  file,
  list,
  long,
  number,
  object,
  price,
  string,
} from '../src/index.ts'

const leaves = { text: string(), count: number(), id: long(), isNew: boolean(), at: date(), fee: price() }
const fields = {
  ...leaves,
  words: list(string()),
  ids: list(long()),
  times: list(date()),
  fees: list(price()),
  one: object('OneDTO', { ...leaves, words: list(string()), deep: object('DeepDTO', leaves) }),
  many: list(object('ManyDTO', { ...leaves, ids: list(long()) })),
  pic: file(),
}

const encode = (input: Record<string, unknown>) => Object.fromEntries(encodeRequest(fields, input).params)
const there = (input: Input<typeof fields>) => {
  const { params, files } = encodeRequest(fields, input)
  return decodeRequest(fields, params, files)
}

const text = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
// Blanks around an item of a list of texts mean nothing to the reader of a comma-joined list.
const word = fc.oneof(text, fc.constantFrom('a,b', '[new] x', '[]', ' x ', '["a"]', '1', 'true', '{}'))
const id = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
const fen = fc.bigInt({ min: 0n, max: 10n ** 11n })
const second = fc.integer({ min: -1e9, max: 4e9 }).map((seconds) => new Date(seconds * 1000))
const leaf = { text, count: fc.maxSafeInteger(), id, isNew: fc.boolean(), at: second, fee: fen }
const some = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 4 })
const input = fc.record(
  {
    ...leaf,
    words: some(word),
    ids: some(id),
    times: some(second),
    fees: some(fen),
    one: fc.record(
      { ...leaf, words: some(word), deep: fc.record(leaf, { requiredKeys: [] }) },
      { requiredKeys: [] },
    ),
    many: some(fc.record({ ...leaf, ids: some(id) }, { requiredKeys: [] })),
  },
  { requiredKeys: [] },
)

test('what is encoded is decoded to the same value', () => {
  fc.assert(
    fc.property(input, (given) => {
      expect(there(given)).toEqual(given)
    }),
    { numRuns: 500 },
  )
})

test('a file comes through beside the parameters', () => {
  const pic = { name: 'a.png', contentType: 'image/png', bytes: new Uint8Array([0, 255]) }
  expect(there({ text: 'x', pic })).toEqual({ text: 'x', pic })
  expect(encode({ pic })).toEqual({})
  const unknown = encodeRequest({}, { pic })
  expect([unknown.params.size, unknown.files.get('pic')]).toEqual([0, pic])
})

describe('the text on the wire', () => {
  test('simple values', () => {
    const at = new Date('2026-01-01T04:00:00.999Z')
    expect(encode({ text: '中 文', count: -1, id: 2n ** 63n - 1n, isNew: false, at, fee: 5n })).toEqual({
      text: '中 文',
      count: '-1',
      id: '9223372036854775807',
      isNew: 'false',
      at: '2026-01-01 12:00:00',
      fee: '0.05',
    })
  })

  test('texts stand for numbers, dates and prices', () => {
    const given = { id: '9007199254740993', at: '2026-01-01 12:00:00', fee: '1.5', ids: ['1', 2n, 3] }
    expect(encode(given)).toEqual({ ...given, ids: '1,2,3' })
  })

  test('nothing is sent for what is not there', () => {
    expect(encode({ text: '', count: undefined, id: null, words: [], many: [] })).toEqual({})
    expect(encode({ one: { text: '', id: null, words: [], deep: undefined } })).toEqual({ one: '{}' })
  })

  test('commas decide the form of a simple list', () => {
    expect(encode({ words: ['a', 'b'] })).toEqual({ words: 'a,b' })
    expect(encode({ words: ['a,b', 'c'] })).toEqual({ words: '["a,b","c"]' })
    expect(encode({ words: ['[a', 'b]'] })).toEqual({ words: '["[a","b]"]' })
  })

  test('objects are JSON: ids by every digit, zeros in front kept', () => {
    const many = [{ id: '9007199254740993', count: 2, text: '007', isNew: true }, { id: '007' }]
    expect(encode({ many })).toEqual({
      many: '[{"id":9007199254740993,"count":2,"text":"007","isNew":true},{"id":"007"}]',
    })
  })

  test('names that the contract lacks go by their JavaScript type', () => {
    expect(encode({ other: 5n, more: [1, 2], deep: { a: [1, 'x'], b: true } })).toEqual({
      other: '5',
      more: '1,2',
      deep: '{"a":[1,"x"],"b":true}',
    })
    expect(encode({ constructor: 'x' })).toEqual({ constructor: 'x' })
  })
})

test.each<[Record<string, unknown>, string]>([
  [{ count: 0.1 }, 'count must be a safe integer'],
  [{ id: 2 ** 53 }, 'id must be a safe integer'],
  [{ fee: 5 }, 'fee must be text in yuan or a bigint in fen'],
  [{ many: [{ id: 1n }, { id: Number.NaN }] }, 'many[1].id must be a safe integer'],
  [{ one: { deep: { text: () => '' } } }, 'one.deep.text must be no function'],
  [{ words: ['a', null] }, 'words[1] must be no null'],
  [{ text: { a: 1 } }, 'text must be a string, no object or list'],
  [{ pic: 'x' }, 'pic must be a file: { name, bytes }'],
  [{ pic: { name: 'x' } }, 'pic must be a file: { name, bytes }'],
  [{ other: new Uint8Array(2) }, 'other must be no object'],
  [{ one: { text: new Uint8Array(2) } }, 'one.text must be no object'],
])('%o is refused', (given, message) => {
  expect(() => encodeRequest(fields, given)).toThrow(new TypeError(message))
})

test('a method is repeatable when its name only reads, or when it says so', () => {
  const { method } = contracts<unknown>()
  const declare = (name: string, repeatable?: boolean) =>
    method({
      name,
      title: 'x',
      session: 'none',
      permission: 'none',
      request: {},
      response: {},
      handle: async () => ({}),
      ...(repeatable === undefined ? {} : { repeatable }),
    }).repeatable
  expect(declare('taobao.tbk.order.details.get')).toBe(true)
  expect(declare('taobao.tbk.dg.material.optional.upgrade')).toBe(true)
  expect(declare('taobao.tbk.tpwd.create')).toBe(false)
  expect(declare('taobao.tbk.dg.get.something')).toBe(false)
  expect(declare('taobao.tbk.spread.get', false)).toBe(false)
})
