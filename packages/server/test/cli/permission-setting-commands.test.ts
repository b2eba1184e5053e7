import { afterAll, beforeAll, expect, test } from 'vitest'
import { getNetworkSettings } from '../../src/domain/network-settings/index.ts'
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

const run = (...args: string[]) => runCommand(['permission', ...args], env)
const because = ['--reason', '试运行']

test('a setting is changed beside the running server, and goes back', async () => {
  const set = await run('set', 'warn_days', '3,14', ...because)
  expect(set).toMatchObject({ code: 0, stderr: '' })
  expect(set.stdout).toMatch(/^warn_days {2}14,3 {2}how many days before .* \/ 清退前多少天发出预警\n$/)
  expect((await getNetworkSettings(server.db)).warnDays).toEqual([14, 3])
  const back = await run('set', 'warn_days', 'default', ...because)
  expect(back.stdout).toMatch(/^warn_days {2}7,1 {2}\(default\)/)
})

test('all are listed, with the rules whose figures they are', async () => {
  await run('set', 'link_daily_paid_fen', '5000', ...because)
  await run('set', 'open_applications', 'true', ...because)
  const listed = (await run('settings')).stdout
  expect(listed).toMatch(/^link_daily_paid_fen {2}5000 \(50\.00 yuan\) {2}二（二）1（1） {2}link: /m)
  expect(listed).toMatch(/^open_applications {2}true {2}/m)
  expect(listed).toMatch(/^basic_points_limit {2}18 {2}\(default\) {2}二（一）3 {2}/m)
})

test.each([
  [['set', 'no_such', '1', ...because], 'name: there is no such setting'],
  [['set', 'idle_days', '1.5', ...because], 'value: a whole number from 1 to 365 expected'],
  [['set', 'open_applications', 'yes', ...because], 'value: true or false expected'],
  [['set', 'idle_days', '3', '--reason', ' '], '--reason: missing'],
  [['set', 'idle_days', '3'], "required option '--reason"],
])('%j is refused', async (args, message) => {
  const ended = await run(...args)
  expect(ended).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(message) })
})
