import { formatGmt8 } from '@opentbk/top'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../process/server-process.ts'
import { createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from '../setup/database.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { openTrade, type Trade } from '../setup/trade.ts'

let database: TestDatabase
let server: TestServer
let trade: Trade
let env: Record<string, string>

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startTestServer({ database })
  trade = await openTrade(server)
  env = { DATABASE_URL: database.url, OPENTBK_MASTER_KEY: TEST_MASTER_KEY.toString('hex') }
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

const run = (...args: string[]) => runCommand(args, env)
const member = () => String(trade.merchantId)

test('deposit, withdraw, limit, show, balance and statement of a merchant, beside the running server', async () => {
  const deposit = ['merchant', 'deposit', member(), '500.00', '--reference', 'B 1']
  const line = /^entry (\d+) {2}B 1 {2}500\.00 {2}balance 500\.00/
  const first = await run(...deposit)
  expect(first).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(line) })
  const again = await run(...deposit)
  expect(again.stdout).toMatch(/^entry \d+ .*booked before/)
  expect(line.exec(again.stdout)?.[1]).toBe(line.exec(first.stdout)?.[1])
  const withdrawn = await run('merchant', 'withdraw', member(), '120.50', '--reference', 'B 2')
  expect(withdrawn.stdout).toMatch(/ {2}B 2 {2}-120\.50 {2}balance 379\.50\n$/)
  const limited = await run('merchant', 'limit', member(), '2000.00', '--reason', '合同')
  expect(limited.stdout).toMatch(/ {2}balance 379\.50 {2}limit 2000\.00 {2}plans run\n$/)
  await run('merchant', 'limit', member(), 'default', '--reason', '到期')
  const ofAll = await run('merchant', 'limit', 'all', '3000.00', '--reason', '年度')
  expect(ofAll).toMatchObject({ code: 0, stdout: 'credit limit of all  3000.00\n' })
  const { stdout } = await run('merchant', 'show', member())
  expect(stdout.split('\n')).toEqual([
    expect.stringMatching(/ {2}balance 379\.50 {2}limit 3000\.00 \(default\) {2}plans run$/),
    expect.stringMatching(/ {2}limit {4}balance 379\.50 {2}limit 2000\.00 {2}合同$/),
    expect.stringMatching(/ {2}limit {4}balance 379\.50 {2}limit default {2}到期$/),
    '',
  ])
  const all = await run('merchant', 'show', 'all')
  expect(all.stdout).toMatch(
    /^credit limit of all {2}3000\.00\n {4}\d+ .* {2}limit {4}limit 3000\.00 {2}年度\n$/,
  )
  const balance = await run('balance', member(), '--entries')
  expect(balance.stdout.split('\n')).toEqual([
    'merchant             379.50',
    expect.stringMatching(/ {2}merchant 500\.00 {2}deposit B 1$/),
    expect.stringMatching(/ {2}merchant -120\.50 {2}withdrawal B 2$/),
    '',
  ])
  const month = formatGmt8(server.ctx.clock.now()).slice(0, 7)
  const statement = await run('statement', member(), '--month', month)
  expect(statement).toMatchObject({ code: 0, stderr: '' })
  expect(statement.stdout.split('\r\n')).toEqual([
    expect.stringMatching(/^\u{feff}time 时间,/u),
    `${month}-01 00:00:00,,opening balance 期初余额,,merchant,,0.00`,
    expect.stringMatching(/,deposit B 1,,merchant,500\.00,500\.00$/),
    expect.stringMatching(/,withdrawal B 2,,merchant,-120\.50,379\.50$/),
    expect.stringMatching(/,,closing balance 期末余额,,merchant,,379\.50$/),
    '',
  ])
}, 60_000)

test.each([
  [['merchant', 'deposit', 'x', '1.00', '--reference', 'a'], 'member: a number expected'],
  [['merchant', 'deposit', '1', '1.00', '--reference', 'a'], 'member: there is no merchant 1'],
  [['merchant', 'deposit', '1', '1', '--reference', ' '], '--reference: '],
  [['merchant', 'deposit', '1', '-', '--reference', 'a'], 'amount: yuan as a text'],
  [['merchant', 'limit', '1', 'none', '--reason', 'a'], 'credit-limit: yuan as a text'],
  [['merchant', 'limit', 'all', 'default', '--reason', 'a'], 'credit-limit: yuan as a text'],
  [['merchant', 'limit', '1', '1.00'], "required option '--reason"],
  [['merchant', 'show', '1'], 'member: there is no merchant 1'],
  [['balance', '1'], 'member: there is no member 1'],
  [['statement', '1', '--month', '2026-01'], 'member: there is no member 1'],
  [['statement', '1', '--month', '2026'], '--month: a month like'],
  [['statement', '1', '--month', '2026-01', '--account', 'bank'], "option '--account <account>' argument"],
])('%j is refused', async (args, message) => {
  const ended = await run(...args)
  expect(ended).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(message) })
})
