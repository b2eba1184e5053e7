import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import TopClient from 'topsdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { addBigAdzone, BIG_ADZONE_ID, liveInShanghai, orderWindow, runMainJob } from './main-job.ts'

let server: TestServer
let leaveShanghai: () => void
let client: InstanceType<typeof TopClient>

beforeAll(async () => {
  leaveShanghai = liveInShanghai()
  server = await startTestServer()
  const { key, secret } = server.demo.app
  client = new TopClient(key, secret, server.demo.gateway, { useValidators: false })
})

afterAll(async () => {
  leaveShanghai()
  await server.close()
})

test('does the main job, and reads an id beyond 2^53 to the last digit', async () => {
  await addBigAdzone(server)
  const order = await runMainJob(server, (method, params) => client.execute(method, params), 'T-topsdk')
  expect(order).toMatchObject({
    tk_status: 12,
    pub_share_pre_fee: '12.33',
    alipay_total_price: '99.99',
    adzone_id: BIG_ADZONE_ID,
    adzone_name: '大号推广位',
  })
  expect(order.trade_id).toMatch(/^\d{18}$/)
})

test('GET with a urlencoded body answers as POST does', async () => {
  const params = { pid: server.demo.pid }
  const posted = await client.execute('taobao.tbk.tbkinfo.get', params, 'post')
  const got = await client.execute('taobao.tbk.tbkinfo.get', params, 'get')
  expect(posted.result).toEqual({ data: true })
  expect(got.result).toEqual(posted.result)
})

test('a form upload without files is read like any form', async () => {
  const answer = await client.execute('taobao.tbk.tbkinfo.get', { pid: server.demo.pid }, 'file_upload')
  expect(answer.result).toEqual({ data: true })
})

test('a file with a Chinese name beside the parameters is not signed and does no harm', async () => {
  const params = {
    pid: server.demo.pid,
    logo: { value: Buffer.from([0, 13, 10, 45, 45, 255]), options: { filename: '图.png' } },
  }
  const answer = await client.execute('taobao.tbk.tbkinfo.get', params, 'file_upload')
  expect(answer.result).toEqual({ data: true })
})

test('empty parameters are signed by their names', async () => {
  const answer = await client.execute('taobao.tbk.tbkinfo.get', { pid: server.demo.pid, note: '', more: '' })
  expect(answer.result).toEqual({ data: true })
})

test('a nested object that the caller wrote as JSON reaches the method', async () => {
  const item = { item_id: server.demo.item_ids[1], external_id: '标记 &=+%', dx: '1' }
  const answer = await client.execute('taobao.tbk.dg.general.link.convert', {
    adzone_id: server.demo.pid.split('_')[3],
    item_dto: JSON.stringify([item]),
  })
  const [converted] = answer.data.item_url_list.item_url_list
  expect(converted.input_item_id).toBe(item.item_id)
  expect(converted.link_info_dto.cps_long_url).toContain(`${server.url}/t?e=`)
})

test('simplified: no root, plain lists', async () => {
  const { key, secret } = server.demo.app
  const raw = new TopClient(key, secret, server.demo.gateway, { useValidators: false, rawResponse: true })
  const answer = await raw.execute('taobao.tbk.order.details.get', { ...orderWindow(), simplify: 'true' })
  expect(Object.keys(answer)).toEqual(['data', 'request_id'])
  expect(answer.data.results).toMatchObject([{ tk_status: 12, adzone_id: BIG_ADZONE_ID }])
})

test('XML comes through its stream', async () => {
  const call = client.execute('taobao.tbk.tbkinfo.get', { pid: server.demo.pid, format: 'xml' })
  const xml = await text(call.pipe(new PassThrough()))
  expect(xml).toMatch(
    /^<\?xml version="1.0" encoding="utf-8" \?><tbk_tbkinfo_get_response><result><data>true<\/data><\/result><request_id>[0-9a-z]{12}<\/request_id><\/tbk_tbkinfo_get_response>$/,
  )
})

test('refusals reach the caller: platform, argument and business', async () => {
  const stranger = new TopClient('1', 'x', server.demo.gateway, { useValidators: false })
  await expect(stranger.execute('taobao.time.get', {})).rejects.toMatchObject({
    name: 'TOPClientError',
    code: 29,
    sub_code: 'isv.appkey-not-exists',
  })
  const forger = new TopClient(server.demo.app.key, 'wrong', server.demo.gateway, { useValidators: false })
  await expect(forger.execute('taobao.time.get', {})).rejects.toMatchObject({
    code: 25,
    message: expect.stringMatching(/^Invalid signature, code 25; undefined: app_key12630101formatjsonmethod/),
  })
  await expect(client.execute('taobao.tbk.tbkinfo.get', {})).rejects.toMatchObject({
    code: 40,
    message: 'Missing required arguments:pid, code 40; isv.missing-parameter:pid: 缺少必填参数 pid',
  })
  const refused = client.execute('taobao.tbk.adzone.create', { site_id: '1', adzone_name: '首页' })
  await expect(refused).rejects.toMatchObject({
    code: 15,
    sub_code: '2',
    message: 'Remote service error, code 15; 2: pid不正确，请检查是否输入了正确的adzoneId和siteId',
  })
})

test('a provider acts for its publisher with a session', async () => {
  const { key, secret, session } = server.demo.provider_app
  const provider = new TopClient(key, secret, server.demo.gateway, { useValidators: false })
  const method = 'taobao.tbk.sc.order.details.get'
  const answer = await provider.execute(method, { ...orderWindow(), session })
  expect(answer.data.results.publisher_order_dto).toHaveLength(1)
  await expect(provider.execute(method, orderWindow())).rejects.toMatchObject({ code: 26 })
  await expect(provider.execute(method, { ...orderWindow(), session: 'x' })).rejects.toMatchObject({
    code: 27,
    sub_code: 'invalid-sessionkey',
    message: 'Invalid session, code 27; invalid-sessionkey: SessionKey非法',
  })
})
