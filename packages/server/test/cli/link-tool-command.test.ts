import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../process/server-process.ts'
import { createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from '../setup/database.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { openTrade } from '../setup/trade.ts'

let database: TestDatabase
let server: TestServer
let publisherId: string
let adzone: string

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startTestServer({ database })
  const parts = server.demo.pid.split('_')
  publisherId = parts[1] as string
  adzone = parts[3] as string
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

const runWith = (env: Record<string, string>, ...args: string[]) =>
  runCommand(['permission', 'links', ...args], {
    DATABASE_URL: database.url,
    OPENTBK_MASTER_KEY: TEST_MASTER_KEY.toString('hex'),
    ...env,
  })
const run = (...args: string[]) => runWith({ PUBLIC_URL: server.url }, ...args)
const reason = ['--reason', '首次引导']

test('prints the links of each line, or why it has none', async () => {
  const { items } = await openTrade(server)
  const page = `${server.url}/shop/items/${items[1]}`
  const made = await run(publisherId, '--adzone', adzone, ...reason, page)
  expect(made).toMatchObject({ code: 0, stderr: '' })
  const [first, title, ...forms] = made.stdout.trimEnd().split('\n')
  expect(first).toBe(page)
  expect(title).toMatch(/^ {4}item {2}\S/)
  expect(forms.map((line) => line.split(/ +/)[1])).toEqual([
    ...['cps', 'cps', 'cps', 'cps'],
    ...['coupon', 'coupon', 'coupon', 'coupon'],
  ])
  const short = forms[1]?.split(/ +/)[2] as string
  expect((await fetch(short, { redirect: 'manual' })).headers.get('location')).toContain(page)
  const failed = await run(publisherId, '--adzone', adzone, ...reason, 'nothing')
  expect(failed).toMatchObject({ code: 1, stdout: 'nothing\n    20000  口令跳转url不支持口令转换\n' })
})

test('needs to know where the server is reached', async () => {
  const ended = await runWith({}, publisherId, 'x', '--adzone', adzone, ...reason)
  expect(ended).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('PUBLIC_URL: needed') })
})

test.each([
  [['999999', 'x', '--adzone', '1', ...reason], 'there is no member 999999'],
  [['x', 'x', '--adzone', '1', ...reason], 'member: a number expected'],
  [['PUBLISHER', 'x', '--adzone', '1', ...reason], '--adzone: no adzone of this publisher'],
  [['PUBLISHER', 'x', '--adzone', '1', '--reason', ' '], '--reason: missing'],
  [['PUBLISHER', 'x', '--adzone', '1'], "required option '--reason"],
])('%j is refused', async (args, message) => {
  const ended = await run(...args.map((arg) => (arg === 'PUBLISHER' ? publisherId : arg)))
  expect(ended).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(message) })
})
