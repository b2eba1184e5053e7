import TopClient from 'node-taobao-topclient'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { addBigAdzone, BIG_ADZONE_ID, liveInShanghai, orderWindow, runMainJob } from './main-job.ts'

let server: TestServer
let leaveShanghai: () => void
let client: TopClient

beforeAll(async () => {
  leaveShanghai = liveInShanghai()
  server = await startTestServer()
  client = clientOf(server.demo.app)
})

afterAll(async () => {
  leaveShanghai()
  await server.close()
})

function clientOf(app: { key: string; secret: string }): TopClient {
  return new TopClient({ appkey: app.key, appsecret: app.secret, REST_URL: server.demo.gateway })
}

test('does the main job; JSON ids beyond 2^53 are rounded by its own parser, texts are whole', async () => {
  await addBigAdzone(server)
  const order = await runMainJob(server, (method, params) => client.execute(method, params), 'T-client')
  expect(order).toMatchObject({
    tk_status: 12,
    pub_share_pre_fee: '12.33',
    alipay_total_price: '99.99',
    adzone_name: '大号推广位',
    adzone_id: Number(BIG_ADZONE_ID),
  })
  expect(order.trade_id).toMatch(/^\d{18}$/)
})

test('GET has everything in the query and answers as POST does', async () => {
  const content = '空格 与+&=%~*中文😀'
  for (const verb of ['GET', 'POST']) {
    const answer = client.execute('taobao.tbk.tpwd.parse', { password_content: content }, verb)
    // Were the text read otherwise than it was signed, this would be 25.
    await expect(answer).rejects.toMatchObject({ code: 15, sub_code: '20010' })
  }
})

test('objects are sent as JSON and signed as sent', async () => {
  const item = { item_id: server.demo.item_ids[1], external_id: '标记 &=+%', dx: '1' }
  const answer = await client.execute('taobao.tbk.dg.general.link.convert', {
    adzone_id: server.demo.pid.split('_')[3],
    item_dto: [item],
  })
  expect(answer.data.item_url_list.item_url_list[0].input_item_id).toBe(item.item_id)
})

test('empty parameters are signed by their names', async () => {
  const answer = await client.execute('taobao.tbk.tbkinfo.get', { pid: server.demo.pid, note: '' })
  expect(answer.result).toEqual({ data: true })
})

test('simplified: no root, plain lists; an error keeps its root', async () => {
  const method = 'taobao.tbk.order.details.get'
  const answer = await client.request({ method, ...orderWindow(), simplify: true })
  expect(Object.keys(answer)).toEqual(['data', 'request_id'])
  expect(answer.data.results).toMatchObject([{ tk_status: 12 }])
  await expect(client.request({ method, simplify: true })).rejects.toMatchObject({
    code: 40,
    data: { error_response: { code: 40, msg: 'Missing required arguments:end_time' } },
  })
})

test('XML comes as text, with the big id whole; so do XML errors', async () => {
  const method = 'taobao.tbk.order.details.get'
  const xml = await client.request({ method, ...orderWindow(), format: 'xml' })
  expect(xml).toMatch(/^<\?xml version="1.0" encoding="utf-8" \?><tbk_order_details_get_response><data>/)
  expect(xml).toContain(`<adzone_id>${BIG_ADZONE_ID}</adzone_id>`)
  const refused = await client.request({ method, format: 'xml' })
  expect(refused).toContain('<code>40</code><msg>Missing required arguments:end_time</msg>')
})

test('refusals reach the caller: platform, argument and business', async () => {
  await expect(clientOf({ key: '1', secret: 'x' }).execute('taobao.time.get', {})).rejects.toMatchObject({
    name: 'TOPClientError',
    code: 29,
    sub_code: 'isv.appkey-not-exists',
    message: 'Invalid app Key, code 29',
  })
  const forger = clientOf({ key: server.demo.app.key, secret: 'wrong' })
  const forged = await forger.execute('taobao.time.get', {}).catch((error: unknown) => error)
  expect(forged).toMatchObject({ code: 25, message: 'Invalid signature, code 25' })
  expect(forged).toHaveProperty(
    'data.error_response.sub_msg',
    expect.stringMatching(/^app_key12630101formatjsonmethodtaobao\.time\.getsign_methodmd5timestamp/),
  )
  const bad = client.execute('taobao.tbk.adzone.create', { site_id: 'abc', adzone_name: '首页' })
  await expect(bad).rejects.toMatchObject({ code: 41, sub_code: 'isv.invalid-parameter:site_id' })
  const refused = client.execute('taobao.tbk.adzone.create', { site_id: '1', adzone_name: '首页' })
  await expect(refused).rejects.toMatchObject({
    code: 15,
    sub_code: '2',
    message: 'Remote service error, code 15; 2: pid不正确，请检查是否输入了正确的adzoneId和siteId',
  })
})

test('other verbs are refused', async () => {
  const answer = await client.request({ method: 'taobao.time.get' }, 'PUT')
  expect(answer).toContain('<code>9</code><msg>Http action not allowed</msg>')
})
