import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SharedRedis } from '../../src/store/redis.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'
import { forgetKeys, missingRedis, RedisRoad, TEST_REDIS_URL } from '../setup/redis.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'
import { addApp, addLimit, type Limit, type OwnApp } from './own-app.ts'

// Two servers on one database and one Redis, to which they get by a road that can be cut.

const CONCURRENT = 200
const METHOD = 'taobao.tbk.tbkinfo.get'
const BUSY = { code: 15, sub_code: 'isp.system-busy' }

const missing = await missingRedis()
const road = new RedisRoad()
let database: TestDatabase
let servers: TestServer[] = []
let shared: SharedRedis
let memberId: bigint

const first = () => servers[0] as TestServer

describe.skipIf(missing)(`counters in Redis${missing ? `: ${missing}` : ''}`, () => {
  beforeAll(async () => {
    const redisUrl = await road.open()
    database = await createTestDatabase()
    servers = [await startTestServer({ database, redisUrl }), await startTestServer({ database, redisUrl })]
    shared = first().ctx.shared as SharedRedis
    memberId = BigInt(first().demo.pid.split('_')[1] as string)
  })
  afterAll(async () => {
    await forgetKeys(shared.prefix)
    for (const server of servers) await server.close()
    await road.close()
    await database.drop()
  })

  // Neither a second nor a day must turn while a test counts within one.
  beforeEach(() => {
    const now = new Date()
    for (const { ctx } of servers) {
      vi.spyOn(ctx.clock, 'wall').mockReturnValue(now)
      vi.spyOn(ctx.clock, 'now').mockReturnValue(now)
    }
  })
  afterEach(() => void vi.restoreAllMocks())

  async function limitedApp(...limits: Limit[]): Promise<OwnApp> {
    const app = await addApp(first().ctx, { memberId, packages: ['publisher'] })
    for (const limit of limits) await addLimit(first().ctx, app.id, limit)
    return app
  }

  async function errorOf(server: TestServer, app: OwnApp, method = METHOD): Promise<Wire> {
    return (await server.call(method, { pid: server.demo.pid }, { app })).error_response
  }

  async function passed(count: number, app: OwnApp, method?: string): Promise<number> {
    const errors = await Promise.all(
      Array.from({ length: count }, (_, call) => errorOf(servers[call % 2] as TestServer, app, method)),
    )
    const refused = errors.filter((error) => error !== undefined)
    for (const error of refused) expect(error.code).toBe(7)
    return count - refused.length
  }

  test.each([['perSecond'], ['perDay']] as const)('%s: exactly N of 200 at once over both', async (limit) => {
    const app = await limitedApp({ scope: 'app', [limit]: 37 })
    expect(await passed(CONCURRENT, app)).toBe(37)
    const left = limit === 'perSecond' ? /last for 1 more/ : /last for \d+ more/
    for (const server of servers) {
      expect(await errorOf(server, app)).toMatchObject({
        code: 7,
        sub_code: 'accesscontrol.limited-by-app-access-count',
        sub_msg: expect.stringMatching(left),
      })
    }
  })

  test('a refused call takes from no counter', async () => {
    const app = await limitedApp(
      { scope: 'app', perDay: 4, perSecond: 100 },
      { scope: 'app_method', method: METHOD, perDay: 1 },
    )
    expect(await passed(6, app)).toBe(1)
    expect(await passed(10, app, 'taobao.time.get')).toBe(3)
  })

  test('a day’s counts end with the day, by business time', async () => {
    const app = await limitedApp({ scope: 'app', perDay: 1 })
    expect(await passed(2, app)).toBe(1)
    const now = first().ctx.clock.now()
    const midnight = new Date(
      Math.floor((now.getTime() + 8 * 3_600_000) / 86_400_000 + 1) * 86_400_000 - 8 * 3_600_000,
    )
    const left = Math.ceil((midnight.getTime() - now.getTime()) / 1000)
    const keys = await shared.redis.keys(`${shared.prefix}:day:*`)
    expect(keys).toHaveLength(1)
    const ttl = await shared.redis.ttl(keys[0] as string)
    expect(ttl).toBeLessThanOrEqual(left)
    expect(ttl).toBeGreaterThan(left - 10)
    for (const { ctx } of servers) vi.spyOn(ctx.clock, 'now').mockReturnValue(midnight)
    expect(await passed(2, app)).toBe(1)
    await shared.redis.del(await shared.redis.keys(`${shared.prefix}:day:*`))
  })

  test('a Redis that lost its memory goes on from what the database holds', async () => {
    const app = await limitedApp({ scope: 'app', perDay: 10 })
    expect(await passed(4, app)).toBe(4)
    const written = () =>
      first()
        .db.selectFrom('quota_counts')
        .select('used')
        .where('counter', '=', `app:${app.id}`)
        .executeTakeFirst()
    await expect.poll(written, { timeout: 10_000 }).toEqual({ used: 4n })
    await forgetKeys(shared.prefix)
    expect(await passed(20, app)).toBe(6)
  })

  test('while Redis is away, apps with limits are refused as busy and all others served', async () => {
    const app = await limitedApp({ scope: 'app', perDay: 1000 })
    const free = await limitedApp()
    expect(await passed(1, app)).toBe(1)
    road.cut()
    for (const server of servers) {
      expect(await errorOf(server, app)).toMatchObject(BUSY)
      expect(await errorOf(server, free)).toBeUndefined()
    }
    road.mend()
    for (const server of servers) {
      await expect.poll(() => errorOf(server, app), { timeout: 10_000 }).toBeUndefined()
    }
  })

  test('servers with and without Redis never share data', async () => {
    await expect(startTestServer({ database })).rejects.toThrow('all have the same REDIS_URL')
    const other = await createTestDatabase()
    const alone = await startTestServer({ database: other })
    const redisUrl = TEST_REDIS_URL
    await expect(startTestServer({ database: other, redisUrl })).rejects.toThrow('without REDIS_URL')
    await alone.close()
    await other.drop()
  })
})

test('a Redis that is not there is named, without its password', async () => {
  const database = await createTestDatabase()
  const starting = startTestServer({ database, redisUrl: 'redis://me:hidden@127.0.0.1:1/3' })
  const message = await starting.then(
    () => 'it started',
    (error: Error) => error.message,
  )
  expect(message).toMatch(/^cannot use the Redis at 127\.0\.0\.1:1\/3 \(REDIS_URL\): .*ECONNREFUSED/)
  await database.drop()
})
