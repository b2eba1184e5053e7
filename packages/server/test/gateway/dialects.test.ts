import { gunzipSync } from 'node:zlib'
import { formatGmt8 } from '@opentbk/top'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'
import { clientBase, formOf, hmacSign, md5Sign, type Params } from './client-sign.ts'
import { exchange, type RawRequest, requestBytes } from './raw-http.ts'
import {
  cRequest,
  dotnetRequest,
  goRequest,
  javaRequest,
  javaUpload,
  officialNodeRequest,
  phpRequest,
  phpUpload,
  pythonRequest,
  pythonUpload,
  type Wanted,
} from './sdk-requests.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})

afterAll(() => server.close())

// Signs and boundaries of every kind, a line end, text outside the basic plane.
const HARD_TEXT = '看看 ¥AbC~*+&=%25;\r\n--"引号" 😀 \u{20bb7}'
const FILE = Buffer.from([0xff, 0x00, 0x0d, 0x0a, 0x2d, 0x2d, 0x0d, 0x0a, 0x80])

/** A method that answers what it was sent, text by text, unless the text is over its limit. */
function wanted(params: Params = {}): Wanted {
  const adzoneId = server.demo.pid.split('_')[3] as string
  const item = JSON.stringify([{ item_id: `x${HARD_TEXT}` }])
  return {
    app: server.demo.app,
    method: 'taobao.tbk.dg.general.link.convert',
    params: { adzone_id: adzoneId, item_dto: item, ...params },
  }
}

async function answerTo(request: Buffer): Promise<{ text: string; type: string | undefined }> {
  const answer = await exchange(server.url, request)
  if (answer?.status !== 200) throw new Error(`HTTP ${answer?.status}: ${answer?.body}`)
  const isGzip = answer.headers.get('content-encoding') === 'gzip'
  const body = isGzip ? gunzipSync(answer.body) : answer.body
  return { text: body.toString('utf8'), type: answer.headers.get('content-type') }
}

/** The item as the method heard it, read back out of a JSON or XML answer. */
async function heardBy(request: Buffer): Promise<string> {
  const { text, type } = await answerTo(request)
  if (type === 'text/xml;charset=UTF-8') {
    const xml = /<input_item_id>([^<]*)<\/input_item_id>/.exec(text)?.[1]
    if (xml === undefined) throw new Error(text)
    const entities: Params = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#13;': '\r' }
    return xml.replace(/&[#\w]+;/g, (entity) => entities[entity] ?? entity)
  }
  expect(type).toBe('text/javascript;charset=UTF-8')
  const json: Wire = JSON.parse(text)
  const root = json.tbk_dg_general_link_convert_response ?? json
  const list = root.data?.item_url_list
  const items = list?.item_url_list ?? list
  if (!items) throw new Error(text)
  return items[0].input_item_id
}

const heard = `x${HARD_TEXT}`

test.each<[string, (w: Wanted) => Buffer]>([
  ['Java', javaRequest],
  ['PHP', phpRequest],
  ['Python', pythonRequest],
  ['.NET', (w) => dotnetRequest(w, false)],
  ['.NET before sign_method', (w) => dotnetRequest(w, true)],
  ['Go', goRequest],
  ['C', cRequest],
  ['official Node', officialNodeRequest],
])('%s: every character arrives as it was signed', async (_sdk, build) => {
  expect(await heardBy(build(wanted()))).toBe(heard)
})

test.each<[string, (w: Wanted) => Buffer]>([
  ['Java', javaUpload],
  ['PHP', phpUpload],
  ['Python', pythonUpload],
])('%s: a file beside the parameters is no part of the signature', async (_sdk, build) => {
  expect(await heardBy(build({ ...wanted(), file: FILE }))).toBe(heard)
  expect(await heardBy(build({ ...wanted(), file: Buffer.alloc(0) }))).toBe(heard)
})

test.each<[string, (w: Wanted) => Buffer]>([
  ['PHP', phpRequest],
  ['Python', pythonRequest],
  ['C', cRequest],
  ['official Node', officialNodeRequest],
])('%s: empty parameters are sent and signed by their names', async (_sdk, build) => {
  expect(await heardBy(build(wanted({ relation_id: '', uvid: '', zzz: '' })))).toBe(heard)
})

test('empty parameters that a client sends and does not sign', async () => {
  expect(await heardBy(javaRequest(wanted({ relation_id: '' })))).toBe(heard)
})

test('PHP asks before it sends more than a KiB', async () => {
  const item = JSON.stringify([{ item_id: 'x' }, ...Array.from({ length: 15 }, () => ({ item_id: heard }))])
  expect(await heardBy(phpRequest(wanted({ item_dto: item })))).toBe('x')
})

test('simplified answers of the Go dialect have plain lists and no root', async () => {
  const { text } = await answerTo(goRequest(wanted()))
  const json: Wire = JSON.parse(text)
  expect(Object.keys(json)).toEqual(['data', 'request_id'])
  expect(json.data.item_url_list).toMatchObject([{ input_item_id: heard }])
})

// How calls differ besides by SDK: where parameters stand and how the address ends.

function common(params: Params = {}): Params {
  const all: Params = {
    app_key: server.demo.app.key,
    format: 'json',
    method: 'taobao.tbk.tbkinfo.get',
    pid: server.demo.pid,
    sign_method: 'md5',
    timestamp: formatGmt8(new Date()),
    v: '2.0',
    ...params,
  }
  return all
}

function signed(params: Params = {}): Params {
  const all = common(params)
  return { ...all, sign: md5Sign(server.demo.app.secret, all) }
}

const form = { 'Content-Type': 'application/x-www-form-urlencoded' }

function split(params: Params): [string, string] {
  const { method, pid, sign, ...others } = params
  return [
    formOf({ method: method as string, sign: sign as string }),
    formOf({ ...others, pid: pid as string }),
  ]
}

const places: [string, (params: Params) => RawRequest][] = [
  ['all in the query of a GET', (p) => ({ verb: 'GET', target: `/router/rest?${formOf(p)}` })],
  ['all in the query of a POST', (p) => ({ target: `/router/rest?${formOf(p)}` })],
  ['a GET with a body', (p) => ({ verb: 'GET', target: '/router/rest', headers: form, body: formOf(p) })],
  ['a form without a content type', (p) => ({ target: '/router/rest', body: formOf(p) })],
  ['`?` at the end', (p) => ({ target: '/router/rest?', headers: form, body: formOf(p) })],
  ['`&` at the end', (p) => ({ verb: 'GET', target: `/router/rest?${formOf(p)}&` })],
  ['`&` doubled', (p) => ({ verb: 'GET', target: `/router/rest?&&${formOf(p).replaceAll('&', '&&')}` })],
  ['the alias', (p) => ({ verb: 'GET', target: `/top/router/rest?${formOf(p)}` })],
  ['blanks as %20 and everything escaped', (p) => ({ verb: 'GET', target: `/router/rest?${escapeAll(p)}` })],
  [
    'split between query and body',
    (p) => {
      const [query, body] = split(p)
      return { target: `/router/rest?${query}`, headers: form, body }
    },
  ],
  [
    'a raw JSON body that the method does not read',
    (p) => ({
      target: `/router/rest?${formOf(withBody(p, '{"a":"中"}'))}`,
      headers: { 'Content-Type': 'application/json;charset=utf-8' },
      body: '{"a":"中"}',
    }),
  ],
  [
    'a raw XML body that the method does not read',
    (p) => ({
      target: `/router/rest?${formOf(withBody(p, '<a>中</a>'))}`,
      headers: { 'Content-Type': 'text/xml;charset=utf-8' },
      body: '<a>中</a>',
    }),
  ],
  ['a chunked body', (p) => ({ target: '/router/rest', headers: form, body: formOf(p), chunked: true })],
]

function escapeAll(params: Params): string {
  const escapeText = (text: string) => Buffer.from(text).toString('hex').replace(/../g, '%$&')
  return Object.entries(params)
    .map(([name, value]) => `${escapeText(name)}=${escapeText(value)}`)
    .join('&')
}

/** The same parameters with the signature that covers a raw body. */
function withBody({ sign: _sign, ...params }: Params, body: string): Params {
  return { ...params, sign: md5Sign(server.demo.app.secret, params, body) }
}

test.each(places)('%s', async (_name, place) => {
  const request = place(signed())
  const { text } = await answerTo(requestBytes(request))
  expect(JSON.parse(text).tbk_tbkinfo_get_response.result).toEqual({ data: true })
})

test('a lower-case signature and one over filled parameters only are both right', async () => {
  const all = common({ relation_id: '', zzz: '' })
  const { relation_id: _a, zzz: _b, ...filled } = all
  for (const sign of [
    md5Sign(server.demo.app.secret, all),
    md5Sign(server.demo.app.secret, all).toLowerCase(),
    md5Sign(server.demo.app.secret, filled),
  ]) {
    const { text } = await answerTo(
      requestBytes({ target: '/router/rest', headers: form, body: formOf({ ...all, sign }) }),
    )
    expect(JSON.parse(text).tbk_tbkinfo_get_response.result).toEqual({ data: true })
  }
})

test('names are sorted by their bytes, whatever they are', async () => {
  const names: Params = {
    foo: '1',
    bar: '2',
    foo_bar: '3',
    foobar: '4',
    Foo: '5',
    中: '6',
    '😀': '7',
    '\uff01': '8',
  }
  expect(clientBase({ foo: '1', bar: '2', foo_bar: '3', foobar: '4' })).toBe('bar2foo1foo_bar3foobar4')
  const all = common({ ...names, sign_method: 'hmac-sha256' })
  const sign = hmacSign('sha256', server.demo.app.secret, all)
  const body = formOf({ ...all, sign })
  const { text } = await answerTo(requestBytes({ target: '/router/rest', headers: form, body }))
  expect(JSON.parse(text).tbk_tbkinfo_get_response.result).toEqual({ data: true })
})
