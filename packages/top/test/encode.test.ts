import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Field, Fields, Reply } from '../src/index.ts'
import {
  boolean,
  contracts,
  date,
  encodeError,
  encodeResponse,
  list,
  long,
  number,
  object,
  outputFromWire,
  parseJson,
  price,
  rootName,
  snakeCase,
  string,
  topError,
  unfilled,
  validateOutput,
} from '../src/index.ts'

const { method } = contracts<null>()
const json: Reply = { format: 'json', simplify: false, requestId: 'rxvq1sgu4s5g' }
const simple: Reply = { ...json, simplify: true }
const xml: Reply = { ...json, format: 'xml' }
const xmlHead = '<?xml version="1.0" encoding="utf-8" ?>'

const answering = <R extends Fields>(response: R) =>
  method({
    name: 'taobao.tbk.x.get',
    title: 'x',
    session: 'none',
    permission: 'none',
    request: {},
    response,
    handle: async () => ({}),
  })

const items = answering({
  results: list(object('NTbkItem', { title: string(), num_iid: long() })),
  names: list(string()),
  total: number(),
  ok: boolean(),
  at: date(),
  fee: price(),
})

test.each([
  ['taobao.tbk.dg.material.optional.upgrade', 'tbk_dg_material_optional_upgrade_response'],
  ['alibaba.aliqin.fc.sms.num.send', 'alibaba_aliqin_fc_sms_num_send_response'],
  ['tmall.x.y', 'tmall_x_y_response'],
])('the root of %s is %s', (name, root) => {
  expect(rootName(name)).toBe(root)
})

test.each([
  ['NTbkItem', 'n_tbk_item'],
  ['PublisherRefundOrderDTO', 'publisher_refund_order_d_t_o'],
  ['PublisherOrderDto', 'publisher_order_dto'],
  ['ADGroup', 'a_d_group'],
  ['MapData', 'map_data'],
])('an item of type %s is called %s', (type, name) => {
  expect(snakeCase(type)).toBe(name)
})

describe('lists', () => {
  const one = { results: [{ title: 'a', num_iid: 9007199254740993n }], names: ['x', 'y'] }

  test('JSON wraps them by the item name, also when there is one item', () => {
    expect(encodeResponse(json, items, one)).toBe(
      '{"tbk_x_get_response":{"results":{"n_tbk_item":[{"title":"a","num_iid":9007199254740993}]},"names":{"string":["x","y"]},"request_id":"rxvq1sgu4s5g"}}',
    )
  })

  test('simplified JSON has neither root nor wrappers', () => {
    expect(encodeResponse(simple, items, one)).toBe(
      '{"results":[{"title":"a","num_iid":9007199254740993}],"names":["x","y"],"request_id":"rxvq1sgu4s5g"}',
    )
  })

  test('XML repeats the item element', () => {
    expect(encodeResponse(xml, items, one)).toBe(
      `${xmlHead}<tbk_x_get_response><results><n_tbk_item><title>a</title><num_iid>9007199254740993</num_iid></n_tbk_item></results><names><string>x</string><string>y</string></names><request_id>rxvq1sgu4s5g</request_id></tbk_x_get_response>`,
    )
  })

  test('an empty one is {}, [] or an empty element', () => {
    const empty = { results: [] }
    expect(encodeResponse(json, items, empty)).toContain('"results":{},')
    expect(encodeResponse(simple, items, empty)).toContain('"results":[],')
    expect(encodeResponse(xml, items, empty)).toContain('<results></results>')
  })
})

test('every kind as the wire writes it; absent members are left out, never null', () => {
  const output = {
    ok: false,
    total: -0,
    at: new Date('2023-02-28T16:00:01Z'),
    fee: 5n,
    names: undefined,
    results: null,
  }
  expect(encodeResponse(simple, items, output)).toBe(
    '{"total":0,"ok":false,"at":"2023-03-01 00:00:01","fee":"0.05","request_id":"rxvq1sgu4s5g"}',
  )
  expect(encodeResponse(json, items, {})).toBe('{"tbk_x_get_response":{"request_id":"rxvq1sgu4s5g"}}')
})

test('XML is escaped and holds no character that XML 1.0 forbids', () => {
  const title = 'a<b>&"\u0000\u0008\t\n\r\ud800x😀\ufffe'
  expect(encodeResponse(xml, items, { names: [title] })).toContain(
    '<string>a&lt;b&gt;&amp;&quot;\t\n&#13;x😀</string>',
  )
  expect(encodeResponse(json, items, { names: [title] })).toContain(String.raw`["a<b>&\"\u0000\b\t\n\rx😀`)
})

test.each([
  ['plain 连衣裙', '"plain 连衣裙"'],
  ['a\\b', String.raw`"a\\b"`],
  ['a"b', String.raw`"a\"b"`],
  ['a\u0001b', String.raw`"a\u0001b"`],
  ['a\ud800b\udc00', '"ab"'],
  ['😀', '"😀"'],
])('%j in JSON', (text, expected) => {
  expect(encodeResponse(simple, items, { names: [text] })).toContain(`[${expected}]`)
})

test('a field without data is never on the wire, whatever a handler answers', () => {
  const contract = answering({ total: number(), subsidy: unfilled(string(), 'no such programme here') })
  for (const reply of [json, simple, xml]) {
    expect(encodeResponse(reply, contract, { total: 1, subsidy: 'x' })).not.toContain('subsidy')
  }
})

test('an output that its contract lacks or types otherwise is a fault, named by its path', () => {
  const faulty: [object, string][] = [
    [{ nonsense: 1 }, 'response root has no member nonsense'],
    [{ total: 1.5 }, 'response total is no 64-bit integer'],
    [{ total: 2n ** 63n }, 'response total is no 64-bit integer'],
    [{ total: '1' }, 'response total is no 64-bit integer'],
    [{ ok: 'true' }, 'response ok is no boolean'],
    [{ at: '2023-01-01 00:00:00' }, 'response at is no Date'],
    [{ fee: 1 }, 'response fee is no amount of fen'],
    [{ names: 'x' }, 'response names is no array'],
    [{ names: [null] }, 'response names[] is no string'],
    [{ results: [{ title: 'a', price: 1 }] }, 'response results[] has no member price'],
    [{ results: ['a'] }, 'response results[] is no object'],
  ]
  for (const reply of [json, simple, xml]) {
    for (const [output, problem] of faulty)
      expect(() => encodeResponse(reply, items, output)).toThrow(problem)
  }
})

describe('errors', () => {
  const error = topError('remote-service-error', { subCode: '20000', subMsg: '口令<跳转>' })

  test('the code is a number, absent parts are left out', () => {
    expect(encodeError(json, error)).toBe(
      '{"error_response":{"code":15,"msg":"Remote service error","sub_code":"20000","sub_msg":"口令<跳转>","request_id":"rxvq1sgu4s5g"}}',
    )
    expect(encodeError(json, topError('invalid-signature'))).toBe(
      '{"error_response":{"code":25,"msg":"Invalid signature","request_id":"rxvq1sgu4s5g"}}',
    )
  })

  test('they keep their root when simplified, and are escaped in XML', () => {
    expect(encodeError(simple, error)).toBe(encodeError(json, error))
    expect(encodeError(xml, error)).toBe(
      `${xmlHead}<error_response><code>15</code><msg>Remote service error</msg><sub_code>20000</sub_code><sub_msg>口令&lt;跳转&gt;</sub_msg><request_id>rxvq1sgu4s5g</request_id></error_response>`,
    )
  })
})

test('the answer of any contract reads back as its output, plain and simplified', () => {
  fc.assert(
    fc.property(contractWithOutput(), ({ fields, output }) => {
      const contract = answering(fields)
      for (const reply of [json, simple]) {
        const answer = parseJson(encodeResponse(reply, contract, output))
        expect(validateOutput(contract, answer)).toEqual([])
        expect(outputFromWire(contract, answer)).toEqual(output)
      }
      expect(illFormed(encodeResponse(xml, contract, output))).toBeUndefined()
    }),
  )
})

test('validateOutput names each difference by its path', () => {
  const answer = { tbk_x_get_response: { results: { item: [] }, total: 'x', extra: 1 } }
  expect(validateOutput(items, answer)).toEqual([
    'request_id: missing',
    'results: is no list of n_tbk_item',
    'total: is no 64-bit integer',
    'extra: is not in the contract',
  ])
  expect(validateOutput(items, { other_response: { request_id: 'r' } })).toContain(
    'root: the root is other_response, not tbk_x_get_response',
  )
})

test('the check of XML itself sees what is wrong', () => {
  const wrong = ['<a></b>', '<a>', '<a></a><b></b>', '<a>x&y</a>', '<a>\u0001</a>', '<a>]]></a>', 'x<a></a>']
  for (const text of wrong) expect(illFormed(xmlHead + text)).toBeDefined()
  expect(illFormed(`${xmlHead}<a><b>x&amp;y</b><b></b></a>`)).toBeUndefined()
})

// One root, elements closed in order, only known entities, only characters of XML 1.0.
function illFormed(text: string): string | undefined {
  if (!text.startsWith(xmlHead)) return 'no head'
  if (!/^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u.test(text))
    return 'illegal character'
  const open: string[] = []
  const pieces = text.slice(xmlHead.length).matchAll(/<(\/?)(\w+)>|([^<]+)|(<)/g)
  let roots = 0
  for (const [piece, slash, name = '', content] of pieces) {
    if (content !== undefined) {
      if (open.length === 0) return 'text outside the root'
      if (content.replaceAll(/&(amp|lt|gt|quot|#13);/g, '').match(/[&>]/)) return `unescaped ${content}`
    } else if (name === '') return `stray ${piece}`
    else if (slash === '') {
      if (open.length === 0) roots++
      open.push(name)
    } else if (open.pop() !== name) return `unexpected ${piece}`
  }
  return open.length === 0 && roots === 1 ? undefined : 'not one root'
}

type Sample = { readonly field: Field; readonly value: unknown }

// Pairs of a field and a value that fits it, nested up to two levels.
function sampleOf(depth: number): fc.Arbitrary<Sample> {
  const leaves = [
    fc.string({ unit: 'binary' }).map((value): Sample => ({ field: string(), value })),
    fc.maxSafeInteger().map((value): Sample => ({ field: number(), value: value === 0 ? 0 : value })),
    fc.boolean().map((value): Sample => ({ field: boolean(), value })),
    fc
      .integer({ min: 0, max: 4_000_000_000 })
      .map((second): Sample => ({ field: date(), value: new Date(second * 1000) })),
    fc.bigInt({ min: -99_999_999n, max: 99_999_999n }).map((value): Sample => ({ field: price(), value })),
    fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n }).map((value): Sample => ({ field: long(), value })),
  ]
  if (depth === 0) return fc.oneof(...leaves)
  const nested = membersOf(depth - 1).map(({ fields, output }): Sample => {
    return { field: object('SomeDTO', fields), value: output }
  })
  const lists = fc.tuple(fc.oneof(...leaves, nested), fc.nat({ max: 3 })).map(([item, length]): Sample => {
    return { field: list(item.field), value: new Array(length).fill(item.value) }
  })
  return fc.oneof(...leaves, nested, lists)
}

function membersOf(depth: number): fc.Arbitrary<{ fields: Fields; output: Record<string, unknown> }> {
  return fc
    .dictionary(fc.stringMatching(/^[a-z][a-z_]{0,6}x$/), sampleOf(depth), { noNullPrototype: true })
    .map((pairs) => ({
      fields: Object.fromEntries(Object.entries(pairs).map(([name, pair]) => [name, pair.field])),
      output: Object.fromEntries(Object.entries(pairs).map(([name, pair]) => [name, pair.value])),
    }))
}

function contractWithOutput() {
  return membersOf(2)
}
