import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startTestServer, type TestServer } from '../setup/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})

afterAll(() => server.close())
afterEach(() => void vi.restoreAllMocks())

test('/healthz and /readyz', async () => {
  expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: 'ok' })
  const ready = await fetch(`${server.url}/readyz`)
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }])
})

test('/readyz says when the database is away', async () => {
  vi.spyOn(server.ctx.store, 'read', 'get').mockImplementation(() => {
    throw new Error('away')
  })
  expect((await fetch(`${server.url}/readyz`)).status).toBe(503)
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
})

test('/metrics counts calls by method and code; unknown names are one', async () => {
  const own = await startTestServer()
  await own.call('taobao.time.get')
  await own.call('taobao.time.get', {}, { override: { sign: 'x' } })
  await own.call('taobao.nothing.one')
  await own.call('taobao.nothing.two')
  const response = await fetch(`${own.url}/metrics`)
  expect(response.headers.get('content-type')).toContain('text/plain')
  const lines = (await response.text()).split('\n').filter((line) => line.startsWith('opentbk_calls_total{'))
  expect(lines.sort()).toEqual([
    'opentbk_calls_total{method="taobao.time.get",code="0"} 1',
    'opentbk_calls_total{method="taobao.time.get",code="25"} 1',
    'opentbk_calls_total{method="unknown",code="22"} 2',
  ])
  await own.close()
})

test('/catalogue.json prints every contract', async () => {
  const response = await fetch(`${server.url}/catalogue.json`)
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  const text = await response.text()
  for (const name of [
    'taobao.time.get',
    'taobao.tbk.sc.general.link.convert',
    'taobao.tbk.order.details.get',
  ]) {
    expect(text).toContain(`"${name}"`)
  }
  expect(JSON.parse(text)).toBeTypeOf('object')
})
