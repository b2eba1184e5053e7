import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '../../src/context.ts'
import { type Job, runJobs, scheduleJobs } from '../../src/jobs/schedule-jobs.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'
import { forgetKeys, missingRedis, TEST_REDIS_URL } from '../setup/redis.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'

const missing = await missingRedis()
const LONG_MS = 3_600_000

let database: TestDatabase
let servers: TestServer[] = []
const contexts = () => servers.map((server) => server.ctx) as [Context, Context]

describe.skipIf(missing)(`jobs of two servers${missing ? `: ${missing}` : ''}`, () => {
  beforeAll(async () => {
    database = await createTestDatabase()
    const options = { database, redisUrl: TEST_REDIS_URL }
    servers = [await startTestServer(options), await startTestServer(options)]
  })
  afterAll(async () => {
    await forgetKeys(servers[0]?.ctx.shared?.prefix as string)
    for (const server of servers) await server.close()
    await database.drop()
  })

  /** Lets both servers take their first turn, and waits until both are done with it. */
  async function bothTake(job: Job): Promise<void> {
    for (const ctx of contexts()) await scheduleJobs(ctx, [job], LONG_MS).stop()
  }

  test('a turn is one server’s, and the next turn of a failed job the other’s', async () => {
    let runs = 0
    const run = async () => void runs++
    await bothTake({ name: 'counted', run })
    expect(runs).toBe(1)
    let failures = 0
    await bothTake({
      name: 'failing',
      async run() {
        failures++
        throw new Error('on purpose')
      },
    })
    expect(failures).toBe(2)
  })

  test('while one is at it the other passes; who must have it done waits', async () => {
    const [here, there] = contexts()
    const begun = Promise.withResolvers<void>()
    const mayEnd = Promise.withResolvers<void>()
    let running = 0
    let most = 0
    let runs = 0
    const job: Job = {
      name: 'long',
      async run() {
        runs++
        most = Math.max(most, ++running)
        begun.resolve()
        await mayEnd.promise
        running--
      },
    }
    const schedule = scheduleJobs(here, [job], LONG_MS)
    await begun.promise
    await scheduleJobs(there, [job], LONG_MS).stop()
    expect(runs).toBe(1)
    const asked = runJobs(there, [job])
    mayEnd.resolve()
    expect(await asked).toEqual([{ name: 'long', ok: true }])
    await schedule.stop()
    expect({ runs, most }).toEqual({ runs: 2, most: 1 })
  })
})
