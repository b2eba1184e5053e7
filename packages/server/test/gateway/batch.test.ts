import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'
import { formOf } from './client-sign.ts'
import { addApp, addSession } from './own-app.ts'
import { sendBatch } from './send-batch.ts'

let server: TestServer
let adzoneId: string

beforeAll(async () => {
  server = await startTestServer()
  adzoneId = server.demo.pid.split('_')[3] as string
})

afterAll(() => server.close())

const parsed = (texts: string[]): Wire[] => texts.map((text) => JSON.parse(text))
const codes = (texts: string[]) => parsed(texts).map((answer) => answer.error_response?.code ?? 0)
const TIME = 'method=taobao.time.get'

/** A call that answers the text it was given. */
const echo = (text: string, isRaw = false) => {
  const params = { method: 'taobao.tbk.dg.general.link.convert', adzone_id: adzoneId, item_id_list: text }
  if (!isRaw) return formOf(params)
  return Object.entries(params)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}
const echoed = (answer: Wire) =>
  answer.tbk_dg_general_link_convert_response.data.item_url_list.item_url_list[0].input_item_id

test('answers in the order asked, each with an id of its own', async () => {
  const asked = Array.from({ length: 20 }, (_, index) => echo(`x${index}`))
  const answers = parsed(await sendBatch(server, { segments: asked }))
  expect(answers.map(echoed)).toEqual(asked.map((_, index) => `x${index}`))
  const ids = answers.map((answer) => answer.tbk_dg_general_link_convert_response.request_id)
  expect(new Set(ids).size).toBe(20)
})

test.each(['-S-', '--------------------------7d1', '##'])(
  'the separator %j of the header holds both ways',
  async (separator) => {
    const answers = parsed(await sendBatch(server, { separator, segments: [echo('x1'), echo('x2')] }))
    expect(answers.map(echoed)).toEqual(['x1', 'x2'])
  },
)

test('what #PUBLIC# says holds for every segment that does not say otherwise; N says nothing', async () => {
  const shared = `#PUBLIC#${echo('x1')}`
  const segments = [shared, 'N', 'item_id_list=x2', 'N', TIME]
  const answers = parsed(await sendBatch(server, { segments }))
  expect(answers).toHaveLength(4)
  expect(answers.slice(0, 3).map(echoed)).toEqual(['x1', 'x2', 'x1'])
  expect(answers[3].time_get_response.time).toMatch(/^\d{4}-/)
})

test('a segment has its own session, or that of the outer call', async () => {
  const app = server.demo.provider_app
  const call = formOf({ method: 'taobao.tbk.sc.adzone.create', site_id: '1', adzone_name: '首页' })
  const own = `${call}&session=${app.session}`
  const wrong = `${call}&session=6200`
  // 15: past the session, refused by the method for the site.
  expect(codes(await sendBatch(server, { app, segments: [call, own, wrong] }))).toEqual([26, 15, 27])
  const outer = { session: app.session }
  expect(codes(await sendBatch(server, { app, outer, segments: [call, own, wrong] }))).toEqual([15, 15, 27])
})

test("another app's session in a segment is none", async () => {
  const memberId = BigInt(server.demo.pid.split('_')[1] as string)
  const app = await addApp(server.ctx, { memberId, packages: ['publisher'] })
  const other = await addApp(server.ctx, { memberId, packages: ['publisher'] })
  const session = await addSession(server.ctx, other.id, { memberId })
  const segment = formOf({
    method: 'taobao.tbk.sc.adzone.create',
    site_id: '1',
    adzone_name: 'x',
    session,
    app_key: other.key,
  })
  expect(codes(await sendBatch(server, { app, segments: [segment] }))).toEqual([27])
})

test('a segment fails alone', async () => {
  const segments = [
    TIME,
    'method=taobao.tbk.nothing',
    'pid=1',
    'method=taobao.tbk.tbkinfo.get',
    'method=taobao.tbk.tbkinfo.get&pid=%ff',
    '',
    TIME,
  ]
  expect(codes(await sendBatch(server, { segments }))).toEqual([0, 22, 21, 40, 47, 21, 0])
})

test('values come URL-encoded or raw', async () => {
  const text = 'x看100%纯棉 (a=b) 😀 #1'
  const segments = [echo(text), echo(text, true)]
  expect(parsed(await sendBatch(server, { segments })).map(echoed)).toEqual([text, text])
  const shared = [`#PUBLIC#${echo(text, true)}`, 'N']
  expect(parsed(await sendBatch(server, { segments: shared })).map(echoed)).toEqual([text])
})

test('XML', async () => {
  const segments = [TIME, 'method=taobao.tbk.nothing']
  const [good, bad] = await sendBatch(server, { outer: { format: 'xml' }, segments })
  expect(good).toMatch(
    /^<\?xml version="1.0" encoding="utf-8" \?><time_get_response><time>[^<]+<\/time><request_id>[0-9a-z]{12}<\/request_id><\/time_get_response>$/,
  )
  expect(bad).toMatch(/^<\?xml version="1.0" encoding="utf-8" \?><error_response><code>22<\/code>/)
})

test('simplified', async () => {
  const [answer] = parsed(await sendBatch(server, { outer: { simplify: 'true' }, segments: [TIME] }))
  expect(Object.keys(answer)).toEqual(['time', 'request_id'])
})

test.each<[string, Record<string, string>, number]>([
  ['signature', { sign: '0'.repeat(32) }, 25],
  ['app key', { app_key: '404' }, 29],
  ['time stamp', { timestamp: '2020-01-01 00:00:00' }, 31],
  ['version', { v: '3.0' }, 34],
])('a wrong outer %s answers one error for all', async (_name, outer, code) => {
  expect(codes(await sendBatch(server, { outer, segments: [TIME, TIME, TIME] }))).toEqual([code])
})

test('the raw body is signed: the sandbox shows it at the end of the base', async () => {
  const [text] = await sendBatch(server, { outer: { sign: 'X' }, segments: [TIME, echo('x')] })
  const { sub_msg } = JSON.parse(text as string).error_response
  expect(sub_msg).toMatch(/^app_key\d+formatjson/)
  expect(sub_msg.endsWith(`v2.0${TIME}\r\n-S-\r\n${echo('x')}`)).toBe(true)
})

test('more than 20 segments are refused together, and nothing was called', async () => {
  const before = await server.ctx.store.read.selectFrom('adzones').select('id').execute()
  const siteId = server.demo.pid.split('_')[2] as string
  const add = formOf({ method: 'taobao.tbk.adzone.create', site_id: siteId, adzone_name: '第21个' })
  const [text, ...more] = await sendBatch(server, { segments: Array.from({ length: 21 }, () => add) })
  expect(more).toEqual([])
  expect(JSON.parse(text as string).error_response).toMatchObject({
    code: 43,
    sub_code: 'isv.invalid-parameter:body',
    sub_msg: '一次批量调用最多20个请求，收到21个',
  })
  expect(await server.ctx.store.read.selectFrom('adzones').select('id').execute()).toEqual(before)
})

test('a body that is not UTF-8 is one error 47', async () => {
  const response = await fetch(`${server.demo.batch}?format=json&app_key=${server.demo.app.key}`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: Buffer.from([0x6d, 0xff, 0xfe]),
  })
  expect(response.status).toBe(200)
  expect(((await response.json()) as Wire).error_response).toMatchObject({
    code: 47,
    msg: 'Invalid encoding',
  })
})

test('a refused batch leaves its line in the call log', async () => {
  const [text] = await sendBatch(server, { outer: { sign: '0' }, segments: [TIME] })
  const { request_id } = JSON.parse(text as string).error_response
  const rows = () =>
    server.db
      .selectFrom('call_log')
      .select(['code', 'app_key', 'method'])
      .where('request_id', '=', request_id)
      .execute()
  const expected = [{ code: 25, app_key: server.demo.app.key, method: '' }]
  await expect.poll(rows, { timeout: 5000 }).toEqual(expected)
})
