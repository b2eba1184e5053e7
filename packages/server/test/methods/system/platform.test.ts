import { parseGmt8 } from '@opentbk/top'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedParams, startTestServer, type TestServer } from '../../setup/server.ts'

const DAY_MS = 86_400_000
const SECOND_MS = 1000

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

async function time(): Promise<number> {
  const answer = await server.call('taobao.time.get')
  return (parseGmt8(answer.time_get_response.time) as Date).getTime()
}

test('appip.get tells the caller’s address', async () => {
  const answer = await server.call('taobao.appip.get')
  expect(answer).toEqual({ appip_get_response: { ip: '127.0.0.1', request_id: expect.any(String) } })
})

test('appip.get believes no header', async () => {
  const body = signedParams(server.demo, { method: 'taobao.appip.get', params: {}, call: {} })
  const headers = {
    'x-forwarded-for': '203.0.113.9',
    'x-real-ip': '203.0.113.9',
    forwarded: 'for=203.0.113.9',
  }
  const response = await fetch(server.demo.gateway, { method: 'POST', body, headers })
  expect(await response.json()).toMatchObject({ appip_get_response: { ip: '127.0.0.1' } })
})

test('time.get tells business time, which runs ahead when the sandbox clock was moved', async () => {
  const floor = (ms: number) => Math.floor(ms / SECOND_MS) * SECOND_MS
  const before = floor(Date.now())
  expect(await time()).toBeGreaterThanOrEqual(before)
  expect(await time()).toBeLessThanOrEqual(Date.now())
  server.ctx.clock.aheadMs += 3 * DAY_MS
  const moved = floor(Date.now()) + 3 * DAY_MS
  expect(await time()).toBeGreaterThanOrEqual(moved)
  expect(await time()).toBeLessThanOrEqual(Date.now() + 3 * DAY_MS)
})
