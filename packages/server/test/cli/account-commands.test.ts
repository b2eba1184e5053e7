import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Browser } from '../accounts/browser.ts'
import { runCommand } from '../process/server-process.ts'
import { createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from '../setup/database.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'

let database: TestDatabase
let server: TestServer
let env: Record<string, string>
let member: string
let another: string

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startTestServer({ database })
  env = { DATABASE_URL: database.url, OPENTBK_MASTER_KEY: TEST_MASTER_KEY.toString('hex') }
  const rows = await server.db
    .selectFrom('members')
    .select('id')
    .where('name', 'in', ['演示商家2', '演示商家3'])
    .orderBy('id')
    .execute()
  ;[member, another] = rows.map((row) => String(row.id)) as [string, string]
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

const run = (...args: string[]) => runCommand(['account', ...args], env)
const signIn = (login: string, password: string) => new Browser(server.url).signIn(login, password)

test('create prints a one-time password, reset another one', async () => {
  const made = await run('create', member, '--email', 'Two@Example.com', '--name', 'two')
  expect(made).toMatchObject({ code: 0 })
  const once = /^one-time password {2}(\w{16})$/m.exec(made.stdout)?.[1] as string
  expect((await signIn('two@example.com', once)).body.status).toBe('new_password')
  const reset = await run('reset', member, '--drop-second-factor')
  const twice = /^one-time password {2}(\w{16})$/m.exec(reset.stdout)?.[1] as string
  expect((await signIn('two', once)).status).toBe(401)
  expect((await signIn('two', twice)).body.status).toBe('new_password')
})

test('create takes a password from standard input', async () => {
  const program = new URL('../../bin/opentbk.cjs', import.meta.url).pathname
  const args = [
    'account',
    'create',
    another,
    '--email',
    'three@example.com',
    '--name',
    'three',
    '--password-stdin',
  ]
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, ...env } })
  child.stdin.end('one of my own\n')
  const [stdout, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  expect([code, stdout]).toEqual([0, `member ${another}  account made\n`])
  expect((await signIn('three', 'one of my own')).body.status).toBe('signed_in')
})

test.each([
  ['a name that is taken', ['create', '-', '--email', 'x@example.com', '--name', 'publisher'], '--name'],
  [
    'an address that is taken',
    ['create', '-', '--email', 'publisher@demo.example', '--name', 'x1'],
    '--email',
  ],
  ['a bad address', ['create', '-', '--email', 'x', '--name', 'x1'], '--email'],
  ['a bad name', ['create', '-', '--email', 'x@example.com', '--name', 'x@y'], '--name'],
  ['nobody', ['create', '999', '--email', 'x@example.com', '--name', 'x1'], 'no member 999'],
  ['no number', ['create', 'x', '--email', 'x@example.com', '--name', 'x1'], 'member: a number'],
  ['nobody’s account', ['reset', '999'], '999 has no account'],
  ['a state that is none', ['registration', 'maybe'], 'open or closed'],
])('%s is refused', async (_, args, said) => {
  const { id } = await server.db
    .selectFrom('members')
    .select('id')
    .where('name', '=', '演示商家4')
    .executeTakeFirstOrThrow()
  const result = await run(...args.map((arg) => (arg === '-' ? String(id) : arg)))
  expect(result).toMatchObject({ code: 1, stdout: '' })
  expect(result.stderr).toContain(said)
})

test('registration is closed and opened', async () => {
  const page = async () => (await new Browser(server.url).get('/register')).status
  expect((await run('registration', 'closed')).stdout).toBe('registration closed\n')
  expect(await page()).toBe(403)
  await run('registration', 'open')
  expect(await page()).toBe(200)
})
