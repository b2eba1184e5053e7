import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { openRegistration } from '../../src/domain/accounts/index.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { Browser, forgetFailures, mailsTo, moveWall, tokenIn } from './browser.ts'

const DAY_MS = 86_400_000
const password = 'a good password'
let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(() => forgetFailures(server))
afterEach(() => vi.restoreAllMocks())

const ask = (email: string, more: object = {}) =>
  new Browser(server.url).post('/account/v1/register', { email, name: '新站长', password, ...more })
const confirm = (token: string, login_name: string) =>
  new Browser(server.url).post('/account/v1/register/confirm', { token, login_name })

async function tokenFor(email: string): Promise<string> {
  expect((await ask(email)).status).toBe(202)
  return tokenIn((await mailsTo(server, email.toLowerCase()))[0])
}

test('a publisher registers, reads the mail, chooses a name and signs in', async () => {
  const token = await tokenFor('New.One@Example.com')
  expect((await new Browser(server.url).signIn('new.one@example.com', password)).status).toBe(401)
  const { status, body } = await confirm(token, '新站长-1')
  expect([status, body.status]).toEqual([201, 'created'])
  const browser = new Browser(server.url)
  expect((await browser.signIn('新站长-1', password)).body).toMatchObject({
    member_id: body.member_id,
    name: '新站长',
    roles: ['publisher'],
  })
  expect((await browser.get('/account/v1/me')).body.email).toBe('new.one@example.com')
  expect((await confirm(token, 'another')).body).toMatchObject({ status: 'invalid', field: 'token' })
})

test('an address that has an account is answered alike, and its member is told', async () => {
  const [known, unknown] = [await ask('publisher@demo.example'), await ask('fresh@example.com')]
  expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
  const [mail] = await mailsTo(server, 'publisher@demo.example')
  expect(mail?.subject).toContain('You have an account')
  expect(tokenIn(mail)).toBe('')
})

test('a name that is taken is asked again, and makes no member', async () => {
  const members = async () => (await server.db.selectFrom('members').select('id').execute()).length
  const token = await tokenFor('taken@example.com')
  const before = await members()
  for (const name of ['publisher', 'Publisher']) {
    expect((await confirm(token, name)).body).toMatchObject({ status: 'name_taken', field: 'login_name' })
  }
  expect(await members()).toBe(before)
  expect((await confirm(token, 'taken.no.more')).status).toBe(201)
  expect(await members()).toBe(before + 1)
})

test('one mail makes one member, also when it is opened twice at once, and two mails make one', async () => {
  const [first, second] = [await tokenFor('twice@example.com'), await tokenFor('twice@example.com')]
  const answers = await Promise.all([
    confirm(first, 'twice-1'),
    confirm(first, 'twice-2'),
    confirm(second, 'twice-3'),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400])
  const rows = await server.db
    .selectFrom('accounts')
    .selectAll()
    .where('email', '=', 'twice@example.com')
    .execute()
  expect(rows).toHaveLength(1)
})

test('the link is over after a day', async () => {
  const token = await tokenFor('late@example.com')
  moveWall(server, DAY_MS)
  expect((await confirm(token, 'late')).status).toBe(400)
})

test.each([
  ['email', { email: 'nothing' }],
  ['name', { name: 'a\u200bb' }],
  ['name', { name: 'x'.repeat(65) }],
  ['password', { password: 'short' }],
  ['password', { password: 'own@example.com' }],
  ['roles', { roles: ['operator'] }],
])('%s is refused by name', async (field, more) => {
  const answer = await ask('own@example.com', more)
  expect([answer.status, answer.body.field]).toEqual([400, field])
})

test.each(['a', 'x'.repeat(33), 'a@b', '-a', 'a b', 'a/b', '<b>', 'a\u0000'])(
  'no login name: %j',
  async (name) => {
    const answer = await confirm('0'.repeat(64), name)
    expect([answer.status, answer.body.field]).toEqual([400, 'login_name'])
  },
)

test('an address that asks for many has to wait', async () => {
  for (let i = 0; i < 10; i++) expect((await ask(`many${i}@example.com`)).status).toBe(202)
  expect((await ask('one.more@example.com')).status).toBe(429)
})

test('operators close it', async () => {
  const token = await tokenFor('closed@example.com')
  await openRegistration(server.ctx, false)
  expect((await ask('closed@example.com')).body.status).toBe('closed')
  expect((await confirm(token, 'closed')).status).toBe(403)
  await openRegistration(server.ctx, true)
  expect((await confirm(token, 'closed')).status).toBe(201)
})
