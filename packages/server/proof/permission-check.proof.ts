import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkPermissions } from '../src/domain/permissions/index.ts'
import { createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from '../test/setup/database.ts'
import { startTestServer, type TestServer } from '../test/setup/server.ts'
import { makeGrants } from './make-grants.ts'

const APPS = 100_000
const TENTH = APPS / 10
const WITHIN_MS = 60_000
const DAY_MS = 86_400_000
const worker = fileURLToPath(new URL('check-worker.ts', import.meta.url))

let database: TestDatabase
let server: TestServer
let child: ChildProcess | undefined

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startTestServer({ database })
  await makeGrants(server.ctx.store.pool, { apps: APPS, now: server.ctx.clock.now() })
}, 600_000)
afterAll(async () => {
  child?.kill('SIGKILL')
  await server.close()
  await database.drop()
})

/** How many notices, mails and decisions of a kind there are, and of how many grants and members. */
async function counts(kind: 'warn' | 'withdraw') {
  const { rows } = await server.ctx.store.pool.query(
    `select
      (select count(*)::int from inbox_notices where kind = $1) as notices,
      (select count(distinct (member_id, created_at))::int from inbox_notices where kind = $1) as told,
      (select count(*)::int from decisions where kind = $1) as decisions,
      (select count(distinct (subject_id, at))::int from decisions where kind = $1) as grants`,
    [`permission.${kind}`],
  )
  return rows[0]
}

const eachOnce = (count: number) => ({ notices: count, told: count, decisions: count, grants: count })

async function countChecked(day: number): Promise<number> {
  const { rows } = await server.ctx.store.pool.query(
    `select count(*)::int as n from grant_checks
     where checked_on = (($1::timestamptz + $2 * interval '1 day') at time zone 'Asia/Shanghai')::date`,
    [server.ctx.clock.wall(), day],
  )
  return rows[0].n
}

test(`${APPS.toLocaleString('en')} apps with 30 days of roll-ups within ${WITHIN_MS / 1000} s, each once`, async () => {
  const startedAt = performance.now()
  const done = await checkPermissions(server.ctx)
  const tookMs = performance.now() - startedAt
  process.stdout.write(`${APPS.toLocaleString('en')} apps checked in ${(tookMs / 1000).toFixed(1)} s\n`)
  expect(done).toEqual({ checked: APPS + TENTH, warned: 2 * TENTH, withdrawn: TENTH, redated: 0 })
  expect(tookMs).toBeLessThan(WITHIN_MS)
  expect(await countChecked(0)).toBe(APPS + TENTH)
  expect(await counts('warn')).toEqual(eachOnce(2 * TENTH))
  expect(await counts('withdraw')).toEqual(eachOnce(TENTH))
  expect(await checkPermissions(server.ctx)).toEqual({ checked: 0, warned: 0, withdrawn: 0, redated: 0 })
}, 300_000)

test('killed in the middle and run again, every notice is there once', async () => {
  await leap(6)
  const left = APPS
  child = spawn(process.execPath, [worker], {
    env: { ...process.env, DATABASE_URL: database.url, OPENTBK_MASTER_KEY: TEST_MASTER_KEY.toString('hex') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout as NodeJS.ReadableStream, 'data')
  await expect.poll(() => countChecked(6), { timeout: 60_000, interval: 20 }).toBeGreaterThan(left / 5)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const before = await countChecked(6)
  expect(before).toBeLessThan(left)
  const warned = (await counts('warn')).notices - 2 * TENTH
  process.stdout.write(`killed after ${before.toLocaleString('en')} grants and ${warned} warnings\n`)
  const done = await checkPermissions(server.ctx)
  expect(done).toMatchObject({ checked: left - before, warned: 2 * TENTH - warned, withdrawn: 0 })
  expect(await countChecked(6)).toBe(left)
  expect(await counts('warn')).toEqual(eachOnce(4 * TENTH))
  expect(await counts('withdraw')).toEqual(eachOnce(TENTH))
}, 300_000)

/** Business time of every process, without the jobs that come due by it. */
async function leap(days: number): Promise<void> {
  await server.ctx.store.pool.query(
    `insert into settings (key, value) values ('clock_ahead_ms', to_jsonb($1::bigint))
     on conflict (key) do update set value = excluded.value`,
    [days * DAY_MS],
  )
  server.ctx.clock.aheadMs = days * DAY_MS
}
