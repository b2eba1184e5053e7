import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '../../src/context.ts'
import type { Job, Turn } from '../../src/jobs/job.ts'
import { listJobs, listRuns } from '../../src/jobs/list-jobs.ts'
import { runDueJobs } from '../../src/jobs/run-due-jobs.ts'
import { takeTurn } from '../../src/jobs/take-turn.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { openBeside } from './beside.ts'

const DAY_MS = 86_400_000
let database: TestDatabase
let server: TestServer
let here: Context
let there: Context

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startTestServer({ database })
  here = await openBeside(server.ctx, database)
  there = await openBeside(server.ctx, database)
})
afterAll(async () => {
  await here.store.close()
  await there.store.close()
  await server.close()
  await database.drop()
})

/** A job that writes its turns down. */
function countedJob(name: string, more: Partial<Job> = {}) {
  const turns: Turn[] = []
  const job: Job = {
    name,
    cadence: 'day',
    async run(_ctx, turn) {
      turns.push(turn)
      return { turns: turns.length, fen: 7n }
    },
    ...more,
  }
  return { job, turns }
}

const NO_WAIT = { wait: false }
const WAIT = { wait: true }
const both = (job: Job) => Promise.all([here, there, here, there].map((ctx) => takeTurn(ctx, job, WAIT)))

test('one turn a period, however many processes ask; what it did is written down', async () => {
  const { job, turns } = countedJob('counted')
  const taken = await both(job)
  expect(turns).toHaveLength(1)
  expect(taken.map((one) => one.outcome).sort()).toEqual(['done', 'none due', 'none due', 'none due'])
  expect(await listRuns(there, job, 10)).toEqual([
    {
      job: 'counted',
      period: turns[0]?.period,
      dueAt: turns[0]?.dueAt,
      state: 'done',
      attempts: 1,
      startedAt: expect.any(Date),
      finishedAt: expect.any(Date),
      businessAt: turns[0]?.now,
      did: { turns: 1, fen: '7' },
      error: undefined,
    },
  ])
  const [report] = await listJobs(here, [job])
  expect(report?.due).toEqual([])
  expect(report?.nextDueAt).toEqual(new Date((turns[0]?.dueAt.getTime() ?? 0) + DAY_MS))
})

test('while one process is at it, others pass or wait', async () => {
  const begun = Promise.withResolvers<void>()
  const mayEnd = Promise.withResolvers<void>()
  const { job } = countedJob('long', {
    async run() {
      begun.resolve()
      await mayEnd.promise
      return {}
    },
  })
  const first = takeTurn(here, job, NO_WAIT)
  await begun.promise
  expect(await takeTurn(there, job, NO_WAIT)).toEqual({ outcome: 'busy' })
  expect((await listRuns(there, job, 1))[0]?.state).toBe('running')
  const waiting = takeTurn(there, job, WAIT)
  mayEnd.resolve()
  expect((await first).outcome).toBe('done')
  expect(await waiting).toEqual({ outcome: 'none due' })
})

test('a turn that failed is tried again, in any process, and says why', async () => {
  let isWell = false
  const { job } = countedJob('failing', {
    async run() {
      if (!isWell) throw new Error('no luck')
      return { paid: 3 }
    },
  })
  expect((await takeTurn(here, job, WAIT)).outcome).toBe('failed')
  const [failed] = await listJobs(there, [job])
  expect(failed?.lastRun).toMatchObject({ state: 'failed', attempts: 1, error: 'no luck', did: undefined })
  expect(failed?.due).toEqual([failed?.lastRun?.period])
  isWell = true
  expect((await takeTurn(there, job, WAIT)).outcome).toBe('done')
  expect(
    (await listRuns(here, job, 9)).map(({ state, attempts, did, error }) => [state, attempts, did, error]),
  ).toEqual([['done', 2, { paid: 3 }, undefined]])
})

test('a turn that was cut off is taken up again, and the first taker has no say any more', async () => {
  const begun = Promise.withResolvers<void>()
  const mayEnd = Promise.withResolvers<void>()
  const { job } = countedJob('cut', {
    async run(ctx) {
      if (ctx !== here) return { finished: 1 }
      begun.resolve()
      await mayEnd.promise
      return { finished: 0 }
    },
  })
  const first = takeTurn(here, job, NO_WAIT).catch((error: Error) => error)
  await begun.promise
  await sql`select pg_terminate_backend(pid) from pg_locks
    where locktype = 'advisory' and objid = hashtext(${job.name})::oid
      and database = (select oid from pg_database where datname = current_database())`.execute(
    there.store.read,
  )
  await expect
    .poll(async () => (await listRuns(there, job, 1))[0]?.state, { timeout: 10_000 })
    .toBe('cut off')
  expect((await takeTurn(there, job, WAIT)).outcome).toBe('done')
  mayEnd.resolve()
  await first
  expect(await listRuns(there, job, 9)).toMatchObject([{ state: 'done', attempts: 2, did: { finished: 1 } }])
})

describe('a clock moved by 40 days', () => {
  test('gives the last missed turn, or each in its order; then nothing waits', async () => {
    const ctx = await openBeside(server.ctx, database)
    const last = countedJob('daily')
    const each = countedJob('payout', { cadence: { dayOfMonth: 20 }, catchUp: 'each' })
    const jobs = [last.job, each.job]
    await runDueJobs(ctx, jobs)
    ctx.clock.aheadMs += 40 * DAY_MS
    const outcomes = await runDueJobs(ctx, jobs)
    expect(outcomes.filter(({ name }) => name === 'daily')).toHaveLength(1)
    expect(last.turns).toHaveLength(2)
    const paid = each.turns.map(({ period }) => period)
    // Of any 40 days one is the 20th at least, of some two are.
    expect([2, 3]).toContain(paid.length)
    expect(paid).toEqual([...new Set(paid)].sort())
    expect(outcomes.filter(({ name }) => name === 'payout')).toEqual(
      paid.slice(1).map((period) => ({ name: 'payout', period, ok: true })),
    )
    for (const { dueAt, now } of each.turns) expect(dueAt.getTime()).toBeLessThanOrEqual(now.getTime())
    expect(await runDueJobs(ctx, jobs)).toEqual([])
    await ctx.store.close()
  })

  test('each waits behind one that fails, also behind the very first', async () => {
    const ctx = await openBeside(server.ctx, database)
    let isWell = false
    const { job, turns } = countedJob('strict', { cadence: { dayOfMonth: 20 }, catchUp: 'each' })
    const strict: Job = {
      ...job,
      run: (c, turn) => (isWell ? job.run(c, turn) : Promise.reject('bank closed')),
    }
    const [first] = await runDueJobs(ctx, [strict])
    expect(first?.ok).toBe(false)
    ctx.clock.aheadMs += 40 * DAY_MS
    expect(await runDueJobs(ctx, [strict])).toEqual([first])
    isWell = true
    const outcomes = await runDueJobs(ctx, [strict])
    expect(outcomes.length).toBeGreaterThanOrEqual(2)
    expect(outcomes[0]).toEqual({ ...first, ok: true })
    expect(turns.map(({ period }) => period)).toEqual(outcomes.map(({ period }) => period))
    await ctx.store.close()
  })
})

test('only the newest 200 runs are kept', async () => {
  const { job } = countedJob('often', { cadence: 'minute' })
  await sql`
    insert into job_runs (job, period, due_at, state, started_at, finished_at, business_at)
    select ${job.name}, n::text, now() - n * interval '1 minute', 'done', now(), now(), now()
    from generate_series(1, 250) n`.execute(here.store.read)
  await takeTurn(here, job, WAIT)
  const runs = await listRuns(here, job, 1000)
  expect(runs).toHaveLength(200)
  expect(runs[1]?.period).toBe('1')
})
