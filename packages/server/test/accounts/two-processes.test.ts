import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'
import { forgetKeys, missingRedis, TEST_REDIS_URL } from '../setup/redis.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { Browser } from './browser.ts'

const missing = await missingRedis()
let database: TestDatabase
let servers: TestServer[] = []

describe.skipIf(missing)(`two processes${missing ? `: ${missing}` : ''}`, () => {
  beforeAll(async () => {
    database = await createTestDatabase()
    const options = { database, redisUrl: TEST_REDIS_URL }
    servers = [await startTestServer(options), await startTestServer(options)]
  })
  afterAll(async () => {
    const prefix = servers[0]?.ctx.shared?.prefix
    if (prefix) await forgetKeys(prefix)
    for (const server of servers) await server.close()
    await database.drop()
  })

  const at = (index: number, cookie = '') => {
    const browser = new Browser((servers[index] as TestServer).url)
    browser.cookie = cookie
    return browser
  }

  test('a sign-in holds in both, and ended in one it is over in the other at once', async () => {
    const first = at(0)
    await first.signIn('publisher')
    const second = at(1, first.cookie)
    expect((await second.get('/account/v1/me')).body.csrf_token).toBe(first.csrf)
    await first.post('/account/v1/sign-out')
    expect((await second.get('/account/v1/me')).status).toBe(401)
  })

  test('wrong passwords are counted together', async () => {
    const statuses = []
    for (let i = 0; i < 6; i++) statuses.push((await at(i % 2).signIn('second', 'wrong password')).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
  })
})
