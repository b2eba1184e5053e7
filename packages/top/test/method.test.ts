import { expect, test } from 'vitest'
import {
  boolean,
  contracts,
  date,
  encodeResponse,
  list,
  long,
  number,
  object,
  price,
  Refusal,
  refusalError,
  string,
  subCodeFor,
  unfilled,
} from '../src/index.ts'

type Ctx = { readonly who: string }
const { method, doors } = contracts<Ctx>()
const json = { format: 'json', simplify: false, requestId: 'r1' } as const

const twins = doors({
  permission: 'link',
  request: {
    adzone_id: long({ required: true }),
    site_id: number({ required: true, only: 'sc' }),
    page_no: number({ default: 1 }),
    kind: string({ values: ['a', 'b'] }),
    ids: list(string()),
    item_dto: list(object('LkItemDTO', { item_id: string({ required: true }), at: date() })),
  },
  response: {
    data: object('MapData', {
      who: string(),
      adzone_id: long(),
      ok: boolean(),
      fee: price(),
      site: string({ only: 'sc' }),
      subsidy: unfilled(string(), 'no such programme here'),
    }),
  },
  refusals: { 'link.expired': true },
  dg: { name: 'taobao.tbk.dg.x.convert', title: 'x', session: 'none' },
  sc: {
    name: 'taobao.tbk.sc.x.convert',
    title: 'x',
    session: 'required',
    refusals: { 'link.expired': '77' },
  },
  async handle(ctx, input) {
    const siteId: number | undefined = input.site_id
    const kind: 'a' | 'b' | undefined = input.kind
    const itemIds: readonly string[] = input.item_dto?.map((item) => item.item_id) ?? []
    const adzoneId: bigint = input.adzone_id
    const pageNo: number = input.page_no
    return {
      data: {
        who: `${ctx.who} ${pageNo} ${kind ?? '-'} ${itemIds.join('+')}`,
        adzone_id: adzoneId,
        fee: 1234n,
        site: String(siteId),
      },
    }
  },
})

test('one handler answers through two doors, each with its own fields', async () => {
  const [dg, sc] = twins
  if (dg === undefined || sc === undefined) throw new Error('two doors expected')
  expect([dg.door, dg.twin, sc.door, sc.twin]).toEqual(['dg', sc.name, 'sc', dg.name])
  const params = new Map([
    ['adzone_id', '9007199254740993'],
    ['item_dto', '[{"item_id":"x-y"}]'],
  ])
  const output = await dg.handle({ who: 'me' }, dg.decode(params, new Map()))
  expect(encodeResponse(json, dg, output)).toBe(
    '{"tbk_dg_x_convert_response":{"data":{"who":"me 1 - x-y","adzone_id":9007199254740993,"fee":"12.34"},"request_id":"r1"}}',
  )
  expect(() => sc.decode(params, new Map())).toThrow('Missing required arguments:site_id')
  const both = sc.decode(new Map([...params, ['site_id', '7']]), new Map())
  expect(encodeResponse(json, sc, await sc.handle({ who: 'me' }, both))).toContain('"site":"7"')
  expect(Object.keys(dg.request)).not.toContain('site_id')
})

test('a number that one door documents as a text is one there, in every format', () => {
  const counts = doors({
    permission: 'none',
    request: {},
    response: { count: number({ textOn: 'dg', note: 'in all' }) },
    dg: { name: 'taobao.tbk.dg.y.get', title: 'y', session: 'none' },
    sc: { name: 'taobao.tbk.sc.y.get', title: 'y', session: 'required' },
    handle: async () => ({ count: 7 }),
  })
  const [dg, sc] = counts
  if (dg === undefined || sc === undefined) throw new Error('two doors expected')
  expect(encodeResponse(json, dg, { count: 7 })).toContain('"count":"7"')
  expect(encodeResponse(json, sc, { count: 7 })).toContain('"count":7,')
  expect(encodeResponse({ ...json, format: 'xml' }, dg, { count: 7 })).toContain('<count>7</count>')
  expect(dg.response.count).toMatchObject({ kind: 'string', docType: 'String', note: 'in all' })
  expect(sc.response.count).toMatchObject({ kind: 'number', docType: 'Number' })
})

test('a door may answer another sub_code for the same refusal', () => {
  expect(twins.map((each) => subCodeFor(each, 'link.expired'))).toEqual(['20008', '77'])
  const error = refusalError(twins[1] ?? { refusals: {} }, new Refusal('link.expired', 'abc'))
  expect(error).toMatchObject({
    code: 15,
    message: 'Remote service error',
    subCode: '77',
    subMsg: '链接已过期：abc',
  })
})

test('a contract that the wire cannot carry is refused when it is defined', () => {
  const define = (request: object, response: object) => () =>
    method({
      name: 'taobao.x.get',
      title: 'x',
      session: 'none',
      permission: 'none',
      request: { ...request },
      response: { ...response },
      handle: async () => ({}),
    })
  expect(define({}, { code: number() })).toThrow('code directly under the root')
  expect(define({ sign: string() }, {})).toThrow('belongs to the protocol')
  expect(define({ 'a b': string() }, {})).toThrow('not a wire name')
  expect(() => list(list(string()))).toThrow('a list cannot hold a list')
  expect(define({}, { ok: boolean() })).not.toThrow()
})
