import { afterAll, beforeAll, expect, test } from 'vitest'
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

const run = (...args: string[]) => runCommand(['calendar', ...args], env)
const because = ['--reason', '已公布']
const named = ['--name', '元旦', ...because]

const first = '2150-01-01  holiday  operator  元旦\n'

test('days are set by hand', async () => {
  expect(await run('set', '2150-01-01', '--holiday', ...named)).toMatchObject({
    code: 0,
    stderr: '',
    stdout: first,
  })
  const second = (await run('set', '2150-01-03', '--working', ...named)).stdout
  expect(second).toBe('2150-01-03  working  operator  元旦\n')
  expect((await run('list', '--year', '2150')).stdout).toBe(
    `${first}${second}2150 is not known yet: dates in it are provisional / 该年安排尚未公布\n`,
  )
})

test('one is taken back, and the year is known', async () => {
  expect((await run('remove', '2150-01-03', ...because)).stdout).toBe('2150-01-03 removed / 已撤销\n')
  const known = await run('know', '2150', ...because)
  expect(known.stdout).toBe('2150 is known by the operator / 该年安排已录入\n')
  expect((await run('list', '--year', '2150')).stdout).toBe(first + known.stdout)
})

test('and is not', async () => {
  expect((await run('forget', '2150', ...because)).stdout).toBe('2150: taken back / 已撤销\n')
  expect((await run('list', '--year', '2150')).stdout).toContain('2150 is not known yet')
})

test('the library’s days are listed', async () => {
  expect((await run('list', '--year', '2025')).stdout).toMatch(
    /^2025-10-11 {2}working {2}library {3}国庆节 \/ National Day$/m,
  )
})

test.each([
  [['set', '2150-02-30', '--holiday', ...named], 'day: a day from'],
  [['set', '2150-02-01', ...named], '--working or --holiday: one of them'],
  [['set', '2150-02-01', '--working', '--holiday', ...named], '--working or --holiday: one of them'],
  [['set', '2150-02-01', '--working', '--name', ' ', ...because], '--name: missing'],
  [['remove', '2150-02-01', ...because], 'day: nothing was set for 2150-02-01'],
  [['remove', '2150-02-01', '--reason', ' '], '--reason: missing'],
  [['know', '2025', ...because], 'year: it is known already, by the library'],
  [['forget', '2025', ...because], 'year: no operator has said that 2025 is known'],
  [['list', '--year', 'x'], 'year: from 2000'],
])('%j is refused', async (args, message) => {
  const ended = await run(...args)
  expect(ended).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(message) })
})
