import { Redis } from 'ioredis'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '../../src/context.ts'
import type { Job } from '../../src/jobs/job.ts'
import { listRuns } from '../../src/jobs/list-jobs.ts'
import { startJobs } from '../../src/jobs/start-jobs.ts'
import { dumpSchema } from '../../src/store/schema-dump.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { openBeside } from './beside.ts'

const PATIENCE = { timeout: 10_000 }
let database: TestDatabase
let server: TestServer
const processes: Context[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startTestServer({ database })
  // Of several processes, as one that knows of others is: with a Redis that jobs themselves ask nothing.
  const shared = { redis: new Redis({ lazyConnect: true }), prefix: 'unused' }
  for (let i = 0; i < 2; i++) processes.push({ ...(await openBeside(server.ctx, database)), shared })
})
afterAll(async () => {
  for (const ctx of processes) await ctx.store.close()
  await server.close()
  await database.drop()
})

const job = (name: string, run: Job['run']): Job => ({ name, cadence: 'day', run })
const stateOf = async (name: string) =>
  (
    await listRuns(
      server.ctx,
      job(name, async () => ({})),
      1,
    )
  )[0]?.state

test('the queue has a schema of its own, which is no part of the data', async () => {
  const before = await dumpSchema(server.ctx.store.pool)
  await (await startJobs(server.ctx, [])).stop()
  const { rows } = await sql<{ count: bigint }>`
    select count(*) from pg_class where relnamespace = 'opentbk_queue'::regnamespace`.execute(server.db)
  expect(Number(rows[0]?.count)).toBeGreaterThan(0)
  expect(await dumpSchema(server.ctx.store.pool)).toBe(before)
})

test('two processes start at once: every job has one turn, and stopping waits for it', async () => {
  const runs = new Map<string, number>()
  const names = ['first', 'second', 'third']
  const jobs = names.map((name) =>
    job(name, async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      runs.set(name, (runs.get(name) ?? 0) + 1)
      return {}
    }),
  )
  const running = await Promise.all(processes.map((ctx) => startJobs(ctx, jobs)))
  await expect.poll(() => stateOf('third'), PATIENCE).not.toBeUndefined()
  await Promise.all(running.map((one) => one.stop()))
  expect(await Promise.all(names.map(stateOf))).toEqual(['done', 'done', 'done'])
  expect(Object.fromEntries(runs)).toEqual({ first: 1, second: 1, third: 1 })
})

test('a long job holds up none of the minute', async () => {
  const { ctx } = server
  const mayEnd = Promise.withResolvers<void>()
  const long = job('all day', async () => {
    await mayEnd.promise
    return {}
  })
  const quick: Job = { name: 'quick', cadence: 'minute', run: async () => ({ looked: 1 }) }
  const running = await startJobs(ctx, [long, quick])
  await expect.poll(() => stateOf('quick'), PATIENCE).toBe('done')
  expect(await stateOf('all day')).toBe('running')
  let isStopped = false
  const stopping = running.stop().then(() => {
    isStopped = true
  })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(isStopped).toBe(false)
  mayEnd.resolve()
  await stopping
  expect(await stateOf('all day')).toBe('done')
})

test('a job that fails holds up no other, waits in the queue, and is tried again by the next start', async () => {
  const { ctx } = server
  let tries = 0
  const failing = job('failing', async () => {
    if (++tries === 1) throw new Error('no luck')
    return {}
  })
  const first = await startJobs(ctx, [failing, job('other', async () => ({}))])
  await expect.poll(() => stateOf('other'), PATIENCE).toBe('done')
  await first.stop()
  expect(await stateOf('failing')).toBe('failed')
  const { rows } = await sql<{ state: string; waits: boolean }>`
    select state::text, start_after > now() as waits from opentbk_queue.job
    where data->>'job' = 'failing'`.execute(server.db)
  expect(rows).toEqual([{ state: 'retry', waits: true }])
  const second = await startJobs(ctx, [failing])
  await expect.poll(() => stateOf('failing'), PATIENCE).toBe('done')
  await second.stop()
  expect((await listRuns(ctx, failing, 9)).map(({ attempts }) => attempts)).toEqual([2])
})

test('who may not make the schema is told how to get one, and one that is there will do', async () => {
  const role = `opentbk_least_${process.pid}`
  const other = await createTestDatabase({ empty: true })
  const asAdmin = await openBeside(server.ctx, other)
  await sql`create role ${sql.id(role)}`.execute(asAdmin.store.read)
  const restricted = await openBeside(server.ctx, {
    ...other,
    url: `${other.url}${other.url.includes('?') ? '&' : '?'}options=${encodeURIComponent(`-c role=${role}`)}`,
  })
  try {
    await expect(startJobs(restricted, [])).rejects.toThrow(/create schema opentbk_queue authorization ROLE/)
    await sql`create schema opentbk_queue authorization ${sql.id(role)}`.execute(asAdmin.store.read)
    await (await startJobs(restricted, [])).stop()
  } finally {
    await restricted.store.close()
    await sql`drop owned by ${sql.id(role)} cascade`.execute(asAdmin.store.read)
    await sql`drop role ${sql.id(role)}`.execute(asAdmin.store.read)
    await asAdmin.store.close()
    await other.drop()
  }
})
