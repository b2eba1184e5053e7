import { afterAll, beforeAll, expect, test } from 'vitest'
import { casesOfToday, set } from '../cases/case-network.ts'
import { click, type DaysNetwork, startDaysNetwork } from '../figures/days-network.ts'
import { runCommand } from '../process/server-process.ts'
import { createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from '../setup/database.ts'

let database: TestDatabase
let network: DaysNetwork
let env: Record<string, string>
let day: string

beforeAll(async () => {
  database = await createTestDatabase()
  network = await startDaysNetwork({ database })
  env = { DATABASE_URL: database.url, OPENTBK_MASTER_KEY: TEST_MASTER_KEY.toString('hex') }
  await set(network, 'case_shopper_clicks', 1)
  await click(network.first, 1)
  await click(network.second, 2)
  const cases = await casesOfToday(network)
  expect(cases.map((one) => one.id)).toEqual(['1', '2'])
  day = cases[0].day
})
afterAll(async () => {
  await network.server.close()
  await database.drop()
})

const run = (...args: string[]) => runCommand(['case', ...args], env)
const about = ({ siteId, promoter }: DaysNetwork['first']) =>
  `one_shopper  site ${siteId}  member ${promoter.memberId}  ${day}`

test('lists cases, and shows one with its figures', async () => {
  const { first, second } = network
  const listed = await run('list')
  expect(listed).toMatchObject({ code: 0, stderr: '' })
  expect(listed.stdout).toBe(`1  open       ${about(first)}\n2  open       ${about(second)}\n`)
  expect((await run('list', '--site-id', second.siteId, '--state', 'open')).stdout).toContain(about(second))
  const shown = (await run('show', '2')).stdout.split('\n')
  expect(shown[0]).toBe(`2  open       ${about(second)}`)
  expect(shown).toContain('    shoppers: 2')
})

test('decides one, once', async () => {
  const { first } = network
  const decided = await run('decide', '1', '--decision', 'dismiss', '--reason', '正常')
  expect(decided).toMatchObject({ code: 0, stdout: `1  dismissed  ${about(first)}\n`, stderr: '' })
  const again = await run('decide', '1', '--decision', 'confirm', '--reason', '作弊')
  expect(again).toMatchObject({ code: 1, stdout: '', stderr: 'id: it is dismissed already\n' })
  expect((await run('show', '1')).stdout).toContain('dismissed by an operator: 正常')
  expect((await run('list', '--state', 'open')).stdout).toMatch(/^2 {2}open/)
})

test('notes whose buyer id it is', async () => {
  const memberId = String(network.first.promoter.memberId)
  const shop = network.server.demo.shop.key
  const noted = await run('buyer', memberId, '--shop-key', shop, '--buyer-id', 'b1', '--reason', '核实')
  expect(noted).toMatchObject({ code: 0, stdout: `member ${memberId} is a buyer of shop ${shop}\n` })
  const known = await network.server.db.selectFrom('member_buyers').select('member_id').execute()
  expect(known).toEqual([{ member_id: network.first.promoter.memberId }])
})

const buyer = ['--buyer-id', 'b', '--reason', 'r']

test.each([
  [['show', '999'], 'id: there is no case 999'],
  [['show', 'x'], 'id: a number expected'],
  [['decide', '2', '--decision', 'maybe', '--reason', 'r'], 'Allowed choices are confirm, dismiss'],
  [['decide', '2', '--decision', 'confirm', '--reason', ' '], '--reason: missing'],
  [['list', '--site-id', 'x'], '--site-id: a number expected'],
  [['list', '--limit', '0'], '--limit: 1 to 200 expected'],
  [['buyer', '1', '--shop-key', 'nobody', ...buyer], 'member-id: there is no member 1'],
  [['buyer', 'x', '--shop-key', 'nobody', ...buyer], 'member-id: a number expected'],
])('%j is refused', async (args, message) => {
  const ended = await run(...args)
  expect(ended).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(message) })
})
