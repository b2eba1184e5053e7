import { expect, test } from 'vitest'
import type { Method } from '../src/index.ts'
import {
  contracts,
  describe,
  file,
  list,
  long,
  number,
  object,
  price,
  string,
  unfilled,
} from '../src/index.ts'
import { fieldsOfFacts, readFacts } from './facts.ts'

type Ctx = { readonly now: Date }
const { method, doors } = contracts<Ctx>()

const upload = method({
  name: 'taobao.tbk.x.upload',
  title: '上传',
  session: 'required',
  permission: 'order',
  confidence: 'inferred',
  request: {
    id: long({ required: true, min: 1n, note: 'an id' }),
    fee: price({ max: 10_000n, default: 50n, docType: 'BigDecimal' }),
    kinds: list(string({ values: ['a', 'b'], maxLength: 9 }), { maxItems: 20 }),
    pic: file({ maxBytes: 1024 }),
  },
  response: {
    rows: list(
      object('RowDTO', { id: long({ example: 1 }), top: unfilled(number(), 'no such ranking here') }),
    ),
  },
  refusals: { 'item.none': true, 'item.bad-id': '1912' },
  handle: async (_ctx, input) => ({ rows: [{ id: input.id }] }),
})

test('a contract prints as plain JSON', () => {
  const description = describe(upload)
  const plain = JSON.parse(JSON.stringify(description)) as unknown
  expect(plain).toEqual({
    name: 'taobao.tbk.x.upload',
    title: '上传',
    module: 'orders',
    session: 'required',
    permission: 'order',
    door: null,
    confidence: 'inferred',
    request: [
      { name: 'id', type: 'Number', kind: 'number', required: true, note: 'an id', limits: { min: '1' } },
      { name: 'fee', type: 'BigDecimal', kind: 'price', default: '0.50', limits: { max: '100.00' } },
      {
        name: 'kinds',
        type: 'String[]',
        kind: 'list',
        item: 'string',
        values: ['a', 'b'],
        limits: { maxLength: '9', maxItems: '20' },
      },
      { name: 'pic', type: 'byte[]', kind: 'file', limits: { maxBytes: '1024' } },
    ],
    response: [
      {
        name: 'rows',
        type: 'RowDTO[]',
        kind: 'list',
        item: 'row_d_t_o',
        fields: [
          { name: 'id', type: 'Number', kind: 'number', example: 1 },
          { name: 'top', type: 'Number', kind: 'number', unfilled: 'no such ranking here' },
        ],
      },
    ],
    refusals: [
      { refusal: 'item.none', code: 15, sub_code: '50001', sub_msg: '无结果' },
      {
        refusal: 'item.bad-id',
        code: 15,
        sub_code: '1912',
        sub_msg: '您输入的商品ID不合法，请使用升级后的新商品ID',
      },
    ],
  })
})

test('methods of every shape fit one catalogue', () => {
  const twins = doors({
    permission: 'none',
    module: 'goods',
    request: {},
    response: { ok: string() },
    dg: { name: 'taobao.tbk.dg.a.get', title: 'a', session: 'none' },
    dg2: { name: 'taobao.tbk.a.get', title: 'a', session: 'none' },
    sc: { name: 'taobao.tbk.sc.a.get', title: 'a', session: 'required' },
    handle: async (ctx) => ({ ok: ctx.now.toISOString() }),
  })
  const catalogue: readonly Method<Ctx>[] = [upload, ...twins]
  expect(catalogue.map((each) => [each.name, each.module, each.twin])).toEqual([
    ['taobao.tbk.x.upload', 'orders', undefined],
    ['taobao.tbk.dg.a.get', 'goods', 'taobao.tbk.sc.a.get'],
    ['taobao.tbk.a.get', 'goods', 'taobao.tbk.sc.a.get'],
    ['taobao.tbk.sc.a.get', 'goods', 'taobao.tbk.dg.a.get'],
  ])
})

test('handlers are held to their contract by the types', () => {
  const shell = { title: 'x', session: 'none', permission: 'none' } as const
  const typed = [
    method({
      ...shell,
      name: 'taobao.tbk.a.get',
      request: { id: long({ only: 'sc', required: true }), kind: number({ values: [1, 2] }) },
      response: { rows: list(object('A', { n: number() })) },
      // @ts-expect-error an only field may be absent, so it is no bigint yet
      handle: async (_ctx, input) => ({ rows: [{ n: (input.id satisfies bigint) && 1 }] }),
    }),
    method({
      ...shell,
      name: 'taobao.tbk.b.get',
      request: {},
      response: { total: number(), none: unfilled(string(), 'no data') },
      // @ts-expect-error a text is no number
      handle: async () => ({ total: '1' }),
    }),
    method({
      ...shell,
      name: 'taobao.tbk.c.get',
      request: {},
      response: { none: unfilled(string(), 'no data') },
      // @ts-expect-error what is marked as without data takes no value
      handle: async () => ({ none: 'x' }),
    }),
  ]
  expect(typed).toHaveLength(3)
})

test('every documented tree makes a contract and prints', ({ skip }) => {
  skip(readFacts().length === 0, '../shared/facts is absent')
  for (const fact of readFacts()) {
    const contract = method({
      name: fact.method,
      title: fact.title,
      session: 'none',
      permission: 'none',
      request: fieldsOfFacts(fact.request),
      response: fieldsOfFacts(fact.response),
      handle: async () => ({}),
    })
    const description = describe(contract)
    expect(description.request.map((field) => field.name)).toEqual(fact.request.map((field) => field.name))
    expect(description.response.map((field) => field.type.replace(' ', ''))).toEqual(
      fact.response.map((field) => field.type.replace(' ', '')),
    )
  }
})
