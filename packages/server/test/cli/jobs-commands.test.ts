import { afterAll, beforeAll, expect, test } from 'vitest'
import { jobs } from '../../src/jobs/index.ts'
import { underJobLock } from '../../src/store/job-lock.ts'
import { runCommand } from '../process/server-process.ts'
import { createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from '../setup/database.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'

let database: TestDatabase
let server: TestServer
let env: Record<string, string>

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startTestServer({ database })
  env = { DATABASE_URL: database.url, OPENTBK_MASTER_KEY: TEST_MASTER_KEY.toString('hex') }
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

const run = (...args: string[]) => runCommand(['jobs', ...args], env)

test('the table, before and after a run', async () => {
  const before = await run()
  expect(before).toMatchObject({ code: 0, stderr: '' })
  const lines = before.stdout.trimEnd().split('\n')
  expect(lines).toHaveLength(jobs.length + 1)
  expect(lines[0]).toMatch(/^job +cadence +last run +started +state +tries +what it did +next due$/)
  expect(before.stdout).toMatch(
    /^purge expired links +hour +- +- +never ran +- +- +now \(\d{4}-\d\d-\d\d \d\d\)$/m,
  )
  expect(await run('run', 'purge', 'expired', 'links')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^purge expired links {2}\d{4}-\d\d-\d\d \d\d {2}done {2}deleted 0\n$/),
  })
  expect((await run()).stdout).toMatch(
    /^purge expired links +hour +(\d{4}-\d\d-\d\d \d\d) +\1:\d\d:\d\d +done +1 +deleted 0 +\d{4}-\d\d-\d\d \d\d:00:00$/m,
  )
  expect((await run('run', 'purge expired links')).stdout).toMatch(
    /is done already; next due .* \/ 本期已完成\n$/,
  )
})

test('what cannot be done says why', async () => {
  expect(await run('run', 'nothing')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^name: one of .*refresh offers \/ 没有该任务\n$/),
  })
  const busy = await underJobLock(server.ctx.store, { job: 'refresh offers', wait: true }, () =>
    run('run', 'refresh', 'offers'),
  )
  expect(busy).toMatchObject({ code: 1, stderr: expect.stringContaining('another process is at') })
})

test('a failure is shown', async () => {
  await server.db
    .insertInto('job_runs')
    .values({
      ...{ job: 'refresh offers', period: '2999-01-01 00:00', due_at: new Date('2998-12-31T16:00:00Z') },
      ...{ state: 'failed', attempts: 3, error: 'no\nluck' },
      ...{ started_at: new Date(), finished_at: new Date(), business_at: new Date() },
    })
    .execute()
  const { stdout } = await run()
  expect(stdout).toMatch(/^refresh offers +minute +2999-01-01 00:00 .* failed +3 +- /m)
  expect(stdout).toMatch(/\nrefresh offers: no luck\n$/)
})
