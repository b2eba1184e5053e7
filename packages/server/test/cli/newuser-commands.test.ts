import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFolder, removeFolder, runCommand } from '../process/server-process.ts'
import { createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from '../setup/database.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { openTrade, type Trade } from '../setup/trade.ts'

const ENDS_AT = '2190-01-01T00:00:00+08:00'

const folder = makeFolder()
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
  await removeFolder(folder, [])
})

const run = (...args: string[]) => runCommand(['newuser', ...args], env)

test('opens an activity, lists and ends it, beside the running server', async () => {
  const shopId = String(trade.shopId)
  const terms = ['--shop-id', shopId, '--name', '春季\n拉新', '--reward', '5.5', '--ends-at', ENDS_AT]
  const made = await run('create', ...terms)
  expect(made).toMatchObject({ code: 0, stderr: '' })
  const line = /^(\d+) {2}(\d+_1) {2}shop (\d+) {2}5\.50 each {2}.* – 2190-01-01 00:00:00 {2}春季 拉新\n$/
  const [, id = '', activityId, shop] = line.exec(made.stdout) ?? []
  expect(shop).toBe(shopId)

  expect((await run('list', '--state', 'open', '--shop-id', shopId)).stdout).toContain(
    `${id}  open     ${activityId}`,
  )
  expect(await run('end', id)).toMatchObject({ code: 0, stdout: expect.stringContaining('ended ') })
  expect((await run('list', '--state', 'ended')).stdout).toContain(`${id}  ended    ${activityId}`)
  expect(await run('end', id)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('id: the activity is over already'),
  })
})

const creation = ['create', '--name', '拉新', '--ends-at', ENDS_AT]

test.each([
  [[...creation, '--shop-id', '1', '--reward', '5'], '--shop-id: no such shop'],
  [[...creation, '--shop-id', '1', '--reward', 'x'], '--reward: yuan'],
  [[...creation, '--reward', '5'], "required option '--shop-id"],
  [['end', '999999'], 'id: there is no activity 999999'],
  [['end', 'x'], 'id: a number expected'],
  [['list', '--limit', '0'], '--limit: 1 to 200 expected'],
])('%j is refused', async (args, message) => {
  expect(await run(...args)).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining(message),
  })
})
