import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertEarners } from '../payouts/many-earners.ts'
import { makeFolder, removeFolder, runCommand } from '../process/server-process.ts'
import { createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from '../setup/database.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'

const PERIOD = '2026-01'
const EARNERS = 8

const folder = makeFolder()
let database: TestDatabase
let server: TestServer
let env: Record<string, string>
let member: bigint

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startTestServer({ database })
  const { keys, store } = server.ctx
  const cutOff = new Date('2026-02-01T00:00:00+08:00')
  member = await insertEarners(store.pool, { keys, count: EARNERS, cutOff })
  env = {
    DATABASE_URL: database.url,
    OPENTBK_MASTER_KEY: TEST_MASTER_KEY.toString('hex'),
    OPENTBK_PAYOUT_DIR: mkdtempSync(join(folder, 'payouts-')),
  }
})
afterAll(async () => {
  await server.close()
  await database.drop()
  await removeFolder(folder, [])
})

const run = (...args: string[]) => runCommand(['payout', ...args], env)

test('a dry run prints what the run then does; its file, list and story follow it', async () => {
  const dry = await run('run', '--period', PERIOD, '--dry-run')
  expect(dry).toMatchObject({ code: 0, stderr: '' })
  expect(dry.stdout.split('\n').slice(0, -1)).toEqual([
    `    member ${member}  10.00  paid`,
    `    member ${member + 1n}  10.00  paid`,
    `    member ${member + 2n}  10.02  paid`,
    `    member ${member + 3n}  9.99  carried: below_minimum`,
    `    member ${member + 4n}  -10.04  carried: negative`,
    `    member ${member + 6n}  10.06  carried: suspended`,
    `    member ${member + 7n}  10.06  carried: no_payee`,
    expect.stringContaining(`${PERIOD}  would pay 3 (30.02), carry 4 (20.07)`),
  ])
  const done = await run('run', '--period', PERIOD)
  expect(done).toMatchObject({ code: 0, stderr: '' })
  expect(done.stdout).toMatch(
    new RegExp(`^${PERIOD}  done     [-0-9]{10} [:0-9]{8}  paid 3 \\(30\\.02\\)  carried 4 \\(20\\.07\\)\n$`),
  )
  const told = await run('runs', PERIOD)
  expect(told.stdout).toContain(`    ${PERIOD}-1  3 payouts  30.02  `)
  expect(told.stdout).toContain(`    member ${member + 4n}  -10.04  carried: negative\n`)
  const file = await run('file', PERIOD, '1')
  expect(file.stdout).toBe(readFileSync(join(env.OPENTBK_PAYOUT_DIR as string, `${PERIOD}-1.csv`), 'utf8'))
  const checked = await runCommand(['ledger', 'check'], env)
  expect(checked).toMatchObject({ code: 0, stdout: expect.stringContaining('paid out             30.02\n') })
})

test('what the bank has paid, and what came back and is paid again', async () => {
  const ids = (await run('list', '--period', PERIOD, '--state', 'sent')).stdout.match(/^\d+/gm) as string[]
  const [first, second] = ids as [string, string]
  expect(ids).toHaveLength(3)
  expect((await run('confirm', first, '--bank-reference', 'B1')).stdout).toMatch(
    /^\d+ {2}paid {6}member .*B1\n$/,
  )
  expect((await run('return', second, '--reason', '户名不符')).stdout).toContain('returned  member')
  const retried = await run('retry', second)
  expect(retried.stdout).toMatch(
    new RegExp(`sent      member ${member + 1n}  10\\.00  P202601-${member + 1n}-2\n$`),
  )
  const story = (await run('show', second)).stdout.split('\n')
  expect(story[1]).toMatch(/^ {4}户名1 {2}某银行 {2}\*{4}\d{4}$/)
  expect(story.slice(2, -1).map((line) => line.slice(25))).toEqual([
    'booked',
    'sent: file',
    'returned  by an operator: 户名不符',
  ])
})

test('the bank’s results from a file', async () => {
  const results = join(folder, 'results.csv')
  const reference = `P202601-${member + 2n}-1`
  const take = async (...lines: string[]) => {
    writeFileSync(results, ['reference,state,bank_reference,reason', ...lines].join('\n'))
    return run('results', results)
  }
  const paid = `${reference},paid,B2,`
  expect(await take(paid)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^1 recorded, 0 known/) })
  const again = await take(paid, 'P0,paid,B2,', `${reference},returned,,`)
  expect(again.code).toBe(1)
  expect(again.stdout.split('\n').slice(0, -1)).toEqual([
    'row 2  P0  reference: there is no such payout',
    `row 3  ${reference}  reason: missing`,
    expect.stringContaining('0 recorded, 1 known, 2 refused'),
  ])
  expect((await run('list', '--state', 'paid', '--member-id', String(member + 2n))).stdout).toContain(
    reference,
  )
})

test('a payee is set, and of the account only the end is shown', async () => {
  const whose = ['--member-id', String(member + 1n)]
  const details = ['--name', '新户名', '--bank', '新银行', '--account', '62220001']
  const set = await run('payee', 'set', ...whose, ...details)
  expect(set.stdout).toContain(`member ${member + 1n}  新户名  新银行  ****0001  `)
  expect((await run('payee', 'show', ...whose)).stdout).toBe(set.stdout)
})

test('the minimum is printed and set', async () => {
  expect((await run('minimum')).stdout).toBe('minimum  10.00\n')
  expect((await run('minimum', '20.50')).stdout).toBe('minimum  20.50\n')
  expect(await run('minimum', '0')).toMatchObject({ code: 1, stderr: expect.stringContaining('yuan: ') })
})

test.each([
  [['run', '--period', '2199-01'], '--period: 2199-01 is paid out from'],
  [['runs', '2001-01'], 'period: 2001-01 has not been paid out'],
  [['file', PERIOD, '9'], `no: there is no file ${PERIOD}-9`],
  [['confirm', 'x', '--bank-reference', 'B'], 'id: a number expected'],
  [['confirm', '1', '--bank-reference', ' '], '--bank-reference: missing'],
  [['retry', '1'], 'id: there is no payout 1'],
  [['results', '/nowhere.csv'], 'cannot be read'],
  [
    ['payee', 'set', '--member-id', '1', '--name', '=1', '--bank', '行', '--account', '6222'],
    '--name: a name that begins with',
  ],
])('%j is refused', async (args, message) => {
  expect(await run(...args)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(message) })
})
