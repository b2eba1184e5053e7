import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '../../src/gateway/authorize.ts'
import { Quota } from '../../src/gateway/quota.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

test('the frequencies of sessions that called once do not stay in memory for ever', async () => {
  const app = await server.db
    .selectFrom('apps')
    .select(['id', 'member_id'])
    .where('app_key', '=', server.demo.provider_app.key)
    .executeTakeFirstOrThrow()
  await server.db
    .insertInto('quota_limits')
    .values({ app_id: app.id, scope: 'session', method: null, per_second: 5, per_day: null })
    .execute()
  const quota = new Quota(server.ctx)
  await quota.start()
  for (let sessionId = 1n; sessionId <= 100n; sessionId++) {
    const caller = { app: { id: app.id }, sessionId, promoterId: app.member_id } as unknown as Caller
    await quota.take(caller, 'taobao.time.get')
  }
  expect(quota.frequencies).toBe(100)
  await expect.poll(() => quota.frequencies, { timeout: 10_000 }).toBe(0)
})
