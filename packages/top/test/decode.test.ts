import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fields } from '../src/index.ts'
import {
  boolean,
  date,
  decodeRequest,
  file,
  formatGmt8,
  formatYuan,
  ignored,
  list,
  long,
  number,
  object,
  price,
  string,
  TopError,
} from '../src/index.ts'

const decode = <F extends Fields>(fields: F, params: Record<string, string>) =>
  decodeRequest(fields, new Map(Object.entries(params)))

function refusal(fields: Fields, params: Record<string, string>): Partial<TopError> {
  try {
    decode(fields, params)
  } catch (error) {
    if (error instanceof TopError)
      return { code: error.code, message: error.message, subCode: error.subCode, subMsg: error.subMsg }
    throw error
  }
  throw new Error('was accepted')
}

const problemOf = (fields: Fields, text: string) => refusal(fields, { x: text }).message

describe('simple values', () => {
  test('numbers keep every digit', () => {
    expect(decode({ x: long() }, { x: '9223372036854775807' })).toEqual({ x: 9223372036854775807n })
    expect(decode({ x: long() }, { x: '-9223372036854775808' })).toEqual({ x: -9223372036854775808n })
    expect(decode({ x: number() }, { x: '9007199254740991' })).toEqual({ x: 9007199254740991 })
  })

  test.each([
    '9223372036854775808',
    '-9223372036854775809',
    '1.0',
    '1e3',
    '+1',
    ' 1',
    '0x10',
    '-',
    '１',
    'abc',
  ])('%j is no Number', (text) => {
    expect(problemOf({ x: long() }, text)).toBe('Invalid arguments:x')
  })

  test('a JS number ends at the safe integers', () => {
    expect(problemOf({ x: number() }, '9007199254740992')).toBe('Invalid arguments:x')
  })

  test('booleans in any case, and nothing else', () => {
    expect(decode({ x: boolean(), y: boolean() }, { x: 'TRUE', y: 'false' })).toEqual({ x: true, y: false })
    for (const text of ['1', '0', 'yes'])
      expect(problemOf({ x: boolean() }, text)).toBe('Invalid arguments:x')
  })

  test('dates in GMT+8, real days only; prices in fen', () => {
    const input = decode({ at: date(), fee: price() }, { at: '2023-03-01 00:00:01', fee: '12.3' })
    expect(input).toEqual({ at: new Date('2023-02-28T16:00:01Z'), fee: 1230n })
    expect(problemOf({ x: date() }, '2023-02-30 00:00:00')).toBe('Invalid arguments:x')
    expect(problemOf({ x: price() }, '1.234')).toBe('Invalid arguments:x')
  })

  test.each([
    [string({ maxLength: 3 }), '1234', '最长 3 个字符，收到 4 个'],
    [string(), 'a\0b', '含有不可用的空字符'],
    [string({ values: ['a', 'b'] }), 'c', '应为 a、b 之一'],
    [number({ values: [1, 2] }), '3', '应为 1、2 之一'],
    [number({ min: 1 }), '0', '不能小于 1'],
    [number({ max: 100 }), '101', '不能大于 100'],
    [price({ min: 100n }), '0.99', '不能小于 1.00'],
  ] as const)('a limit is named: %#', (field, text, expected) => {
    expect(refusal({ x: field }, { x: text })).toMatchObject({
      code: 41,
      message: 'Invalid arguments:x',
      subCode: 'isv.invalid-parameter:x',
      subMsg: `参数 x 不正确：${expected}`,
    })
  })
})

describe('presence', () => {
  const fields = { need: string({ required: true }), page_no: number({ default: 1 }), free: string() }

  test('a missing or empty required parameter is 40', () => {
    const missing = {
      code: 40,
      message: 'Missing required arguments:need',
      subCode: 'isv.missing-parameter:need',
    }
    expect(refusal(fields, {})).toMatchObject(missing)
    expect(refusal(fields, { need: '' })).toMatchObject(missing)
  })

  test('an empty optional parameter is absent, defaults are filled in, unknown ones are left alone', () => {
    expect(decode(fields, { need: 'a', free: '', page_no: '', other: 'x' })).toEqual({
      need: 'a',
      page_no: 1,
    })
  })

  test('an ignored parameter is taken unchecked', () => {
    expect(decode({ x: ignored('still sent by old clients', { docType: 'Number' }) }, { x: 'abc' })).toEqual({
      x: 'abc',
    })
  })

  test('a file part is required and limited like any other', () => {
    const part = { name: 'p.png', bytes: new Uint8Array(3) }
    const pic = file({ required: true, maxBytes: 3 })
    expect(decodeRequest({ pic }, new Map(), new Map([['pic', part]]))).toEqual({ pic: part })
    expect(() => decodeRequest({ pic }, new Map())).toThrow('Missing required arguments:pic')
    const big = new Map([['pic', { ...part, bytes: new Uint8Array(4) }]])
    expect(() => decodeRequest({ pic }, new Map(), big)).toThrow('Invalid arguments:pic')
  })
})

describe('lists and objects', () => {
  const fields = {
    ids: list(long(), { maxItems: 3 }),
    item_dto: list(
      object('LkItemDTO', { item_id: string({ required: true }), sku_id: long(), tags: list(string()) }),
    ),
    target: object('TargetItemDTO', { item_id_list: list(string()), page: number({ default: 1 }) }),
  }

  test.each(['1,2,3', ' 1, 2 ,3,', '[1,2,3]', '["1","2","3"]'])('%s is a list of three', (text) => {
    expect(decode(fields, { ids: text })).toEqual({ ids: [1n, 2n, 3n] })
  })

  test('a comma list may look like JSON and not be', () => {
    expect(decode({ x: list(string()) }, { x: '[new] a,b]' })).toEqual({ x: ['[new] a', 'b]'] })
  })

  test('a list too long is 41 and names its limit', () => {
    expect(refusal(fields, { ids: '1,2,3,4' })).toMatchObject({
      message: 'Invalid arguments:ids',
      subMsg: '参数 ids 不正确：最多 3 项，收到 4 项',
    })
    expect(refusal({ x: list(string()) }, { x: 'a,'.repeat(1001) }).subMsg).toContain('最多 1000 项')
    expect(refusal({ x: list(string(), { minItems: 2 }) }, { x: 'a' }).subMsg).toContain('至少 2 项')
  })

  test('a list of nothing is absent', () => {
    for (const text of [',', '[]']) expect(decode(fields, { ids: text })).toEqual({})
    expect(problemOf({ x: list(string(), { required: true }) }, '[]')).toBe('Missing required arguments:x')
  })

  test('objects come as JSON: big ids exact, numbers as text, null absent, unknown members left alone', () => {
    const text =
      '[{"item_id":12,"sku_id":9007199254740993,"tags":["a"],"z":{}},{"item_id":"b","sku_id":null,"tags":{"string":["c"]}}]'
    expect(decode(fields, { item_dto: text, target: '{"item_id_list":"p,q"}' })).toEqual({
      item_dto: [
        { item_id: '12', sku_id: 9007199254740993n, tags: ['a'] },
        { item_id: 'b', tags: ['c'] },
      ],
      target: { item_id_list: ['p', 'q'], page: 1 },
    })
    expect(decode({ x: object('A', { b: boolean() }) }, { x: ' { "b" : true } ' })).toEqual({
      x: { b: true },
    })
  })

  test.each([
    [{ item_dto: '[{"item_id":"a"},{"sku_id":1}]' }, 'Missing required arguments:item_dto[1].item_id'],
    [{ item_dto: '[{"item_id":"a","sku_id":"x"}]' }, 'Invalid arguments:item_dto[0].sku_id'],
    [{ item_dto: '[{"item_id":{}}]' }, 'Invalid arguments:item_dto[0].item_id'],
    [{ item_dto: '{"item_id":"a"}' }, 'Invalid arguments:item_dto'],
    [{ item_dto: '["a"]' }, 'Invalid arguments:item_dto[0]'],
    [{ item_dto: '[{"item_id":"a","tags":[""]}]' }, 'Invalid arguments:item_dto[0].tags[0]'],
    [{ item_dto: 'a,b' }, 'Invalid arguments:item_dto'],
    [{ target: '[]' }, 'Invalid arguments:target'],
    [{ target: '{"page":1' }, 'Invalid arguments:target'],
    [{ target: '{"page":1} x' }, 'Invalid arguments:target'],
    [{ target: `{"x":${'['.repeat(100)}${']'.repeat(100)}}` }, 'Invalid arguments:target'],
  ])('the parameter at fault is named: %j', (params, message) => {
    expect(refusal(fields, params).message).toBe(message)
  })

  test('no member name reaches a prototype', () => {
    const input = decode(fields, { target: '{"__proto__":{"page":9},"constructor":1}' })
    expect(input).toEqual({ target: { page: 1 } })
    expect(Object.getPrototypeOf({})).not.toHaveProperty('page')
  })
})

test('what a client writes is what a handler reads', () => {
  const values = fc.record({
    // A null character is refused: no store and no XML can hold it.
    text: fc.string({ unit: 'binary', minLength: 1 }).filter((value) => !value.includes('\0')),
    id: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    count: fc.maxSafeInteger(),
    ok: fc.boolean(),
    at: fc.integer({ min: 0, max: 4_000_000_000 }).map((second) => new Date(second * 1000)),
    fee: fc.bigInt({ min: 0n, max: 99_999_999n }),
    names: fc.array(fc.stringMatching(/^[a-z0-9¥]+$/), { minLength: 1 }),
    rows: fc.array(
      fc.record({ id: fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }), text: fc.string({ minLength: 1 }) }),
      {
        minLength: 1,
      },
    ),
  })
  const fields = {
    text: string(),
    id: long(),
    count: number(),
    ok: boolean(),
    at: date(),
    fee: price(),
    names: list(string()),
    rows: list(object('Row', { id: long(), text: string() })),
  }
  fc.assert(
    fc.property(values, (input) => {
      const rows = input.rows.map((row) => `{"id":${row.id},"text":${JSON.stringify(row.text)}}`)
      const params = {
        text: input.text,
        id: input.id.toString(),
        count: String(input.count),
        ok: String(input.ok),
        at: formatGmt8(input.at),
        fee: formatYuan(input.fee),
        names: input.names.join(','),
        rows: `[${rows.join(',')}]`,
      }
      const count = input.count === 0 ? 0 : input.count
      expect(decode(fields, params)).toEqual({ ...input, count })
    }),
  )
})

test('no text at all makes a reader fail otherwise than by naming the parameter', () => {
  const fields = { x: list(object('A', { b: list(long()), c: object('C', { d: date() }) })) }
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (text) => {
      try {
        decode(fields, { x: text })
      } catch (error) {
        expect(error).toBeInstanceOf(TopError)
        expect((error as TopError).message).toMatch(/^Invalid arguments:x/)
      }
    }),
  )
})
