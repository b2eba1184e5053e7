import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoLeader, type Leader } from '../methods/orders/campaign-network.ts'
import { makeFolder, removeFolder, runCommand } from '../process/server-process.ts'
import { createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from '../setup/database.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { openTrade, type Trade } from '../setup/trade.ts'

const ENDS_AT = '2190-01-01T00:00:00+08:00'

const folder = makeFolder()
let database: TestDatabase
let server: TestServer
let trade: Trade
let leader: Leader
let env: Record<string, string>

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startTestServer({ database })
  trade = await openTrade(server)
  leader = await demoLeader(server)
  env = { DATABASE_URL: database.url, OPENTBK_MASTER_KEY: TEST_MASTER_KEY.toString('hex') }
})
afterAll(async () => {
  await server.close()
  await database.drop()
  await removeFolder(folder, [])
})

const run = (...args: string[]) => runCommand(['campaign', ...args], env)

test('opens a campaign, enters an item, takes it out and ends it, beside the running server', async () => {
  const leaderId = String(leader.memberId)
  const terms = ['--leader-id', leaderId, '--name', '春季\n团', '--service-rate', '2.5']
  const made = await run('create', ...terms, '--ends-at', ENDS_AT)
  expect(made).toMatchObject({ code: 0, stderr: '' })
  const line = /^(\d+) {2}leader (\d+) {2}service 2\.50 % {2}.* – 2190-01-01 00:00:00 {2}春季 团\n$/
  const [, id = '', by] = line.exec(made.stdout) ?? []
  expect(by).toBe(leaderId)

  const item = ['--item-id', String(trade.items[4]), '--member-id', String(trade.merchantId)]
  const joined = await run('join', id, ...item, '--commission-rate', '15')
  expect(joined.stdout).toMatch(
    new RegExp(`^\\d+ {2}item ${trade.items[4]} {2}commission 15\\.00 % {2}plan \\d+`),
  )
  expect((await run('items', id)).stdout).toBe(joined.stdout)
  const left = await run('leave', id, ...item, '--reason', '缺货')
  expect(left).toMatchObject({ code: 0, stdout: expect.stringContaining(`item ${trade.items[4]}`) })

  expect((await run('list', '--state', 'open', '--leader-id', leaderId)).stdout).toContain(`${id}  open `)
  const ended = await run('end', id, '--member-id', leaderId, '--reason', '提前结束')
  expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining(id) })
  expect((await run('list', '--state', 'ended')).stdout).toContain(`${id}  ended `)
  const steps = (await run('steps', id)).stdout.trim().split('\n')
  expect(steps.map((step) => step.split('  ').slice(2).join('  '))).toEqual([
    `create  for member ${leaderId}, by an operator`,
    `join  item ${trade.items[4]}  for member ${trade.merchantId}, by an operator`,
    `leave  item ${trade.items[4]}  for member ${trade.merchantId}, by an operator: 缺货`,
    `end  for member ${leaderId}, by an operator: 提前结束`,
  ])
})

const creation = ['create', '--name', '团', '--ends-at', ENDS_AT]

test.each([
  [[...creation, '--leader-id', '1', '--service-rate', '3'], '--leader-id: not a recruiting leader'],
  [[...creation, '--leader-id', '1', '--service-rate', 'x'], '--service-rate: percent'],
  [[...creation, '--service-rate', '3'], "required option '--leader-id"],
  [
    ['join', '1', '--item-id', '600000000001', '--member-id', '1', '--commission-rate', '5'],
    '--member-id: not the merchant',
  ],
  [['leave', '1', '--item-id', '1', '--member-id', '1', '--reason', '好'], '--item-id: not in campaign 1'],
  [['leave', '1', '--item-id', 'x', '--member-id', '1', '--reason', '好'], '--item-id: a number expected'],
  [['end', '1', '--member-id', '1', '--reason', '好'], 'id: this leader has no campaign 1'],
  [['end', '1', '--member-id', '1', '--reason', ' '], '--reason: missing'],
  [['end', 'x', '--member-id', '1', '--reason', '好'], 'id: a number expected'],
  [['list', '--limit', '0'], '--limit: 1 to 200 expected'],
  [['list', '--leader-id', 'x'], '--leader-id: a number expected'],
])('%j is refused', async (args, message) => {
  expect(await run(...args)).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining(message),
  })
})
