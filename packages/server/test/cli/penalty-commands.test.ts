import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openNumbered } from '../penalties/penalty-network.ts'
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

const run = (...args: string[]) => runCommand(['penalty', ...args], env)
const because = ['--reason', '刷单']

describe('beside the running server', () => {
  let tradeId: string
  let about: string
  let id: string

  test('freezes an order, once', async () => {
    ;({ tradeId } = await openNumbered({ server, trade, secondPid: trade.second.pid }))
    about = `order ${tradeId}  member ${trade.first.memberId}  订单虚假交易`
    const frozen = await run('freeze', tradeId, '--violation-type', '订单虚假交易', ...because)
    expect(frozen).toMatchObject({ code: 0, stderr: '' })
    id = /^(\d+) {2}frozen/.exec(frozen.stdout)?.[1] as string
    expect(frozen.stdout).toBe(`${id}  frozen    ${about}\n`)
    const again = await run('freeze', tradeId, '--violation-type', '订单虚假交易', ...because)
    const stderr = `trade-id: this order is frozen already, by penalty ${id}\n`
    expect(again).toMatchObject({ code: 1, stdout: '', stderr })
  })

  test('takes it, and appeals for its promoter', async () => {
    expect((await run('take', id, ...because)).stdout).toBe(`${id}  taken     ${about}\n`)
    const appealed = await run('appeal', id, '--member-id', String(trade.first.memberId), '--reason', '误判')
    expect(appealed.stdout).toBe(`${id}  taken     ${about}  appealed\n`)
    expect((await run('list', '--appealed')).stdout).toBe(appealed.stdout)
  })

  test('decides the appeal, and tells the whole story', async () => {
    const upheld = await run('decide', id, '--decision', 'uphold', '--reason', '属实')
    expect(upheld.stdout).toBe(`${id}  released  ${about}\n`)
    expect((await run('list', '--state', 'released', '--trade-id', tradeId)).stdout).toBe(upheld.stdout)
    const { memberId } = trade.first
    const shown = (await run('show', id)).stdout.split('\n')
    expect(shown[0]).toBe(upheld.stdout.trimEnd())
    expect(shown.filter((line) => /^ {4}\S/.test(line)).map((line) => line.slice(25))).toEqual([
      'freeze, by an operator: 刷单',
      'take, by an operator: 刷单',
      `appeal for member ${memberId}, by an operator: 误判`,
      'uphold, by an operator: 属实',
    ])
    expect(shown).toContain(`        publisher_frozen ${memberId}  11.10`)
    expect(shown).toContain(`        merchant ${trade.merchantId}  -12.33`)
    expect(shown).toContain('        platform_fee  1.23')
  })
})

test.each([
  [['freeze', '1', '--violation-type', '订单虚假交易', ...because], 'trade-id: there is no order 1'],
  [['freeze', 'x', '--violation-type', '订单虚假交易', ...because], 'trade-id: a number expected'],
  [['freeze', '1', '--violation-type', '其他', ...because], '--violation-type: one of'],
  [['freeze', '1', '--violation-type', '店铺淘宝客', '--reason', ' '], '--reason: missing'],
  [['release', '999', ...because], 'id: there is no such penalty 999'],
  [['take', 'x', ...because], 'id: a number expected'],
  [['appeal', '1', '--member-id', 'x', ...because], '--member-id: a number expected'],
  [['decide', '1', ...because], "required option '--decision"],
  [['show', '999'], 'id: there is no such penalty 999'],
  [['list', '--trade-id', 'x'], '--trade-id: a number expected'],
  [['list', '--limit', '0'], '--limit: 1 to 200 expected'],
])('%j is refused', async (args, message) => {
  const ended = await run(...args)
  expect(ended).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(message) })
})
