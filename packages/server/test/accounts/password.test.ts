import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { Browser, forgetFailures, mailsTo, moveWall, tokenIn } from './browser.ts'
import { demoLogin } from './demo-login.ts'

const MINUTE_MS = 60_000
let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(() => forgetFailures(server))
afterEach(() => vi.restoreAllMocks())

async function signedIn(login: string, password?: string): Promise<Browser> {
  const browser = new Browser(server.url)
  expect((await browser.signIn(login, password)).status).toBe(200)
  return browser
}

describe('a new password', () => {
  test('ends the other sign-ins, voids resets, and is told by notice and mail', async () => {
    const here = await signedIn('second')
    const there = await signedIn('second')
    const email = 'second@demo.example'
    await there.post('/account/v1/password-reset', { email })
    const reset = tokenIn((await mailsTo(server, email))[0])
    const change = { current_password: demoLogin('second').password, new_password: 'quite another one' }
    expect((await here.post('/account/v1/password', change)).body).toEqual({ status: 'changed' })
    expect((await here.get('/account/v1/me')).body.unread_notices).toBe(1)
    expect((await there.get('/account/v1/me')).status).toBe(401)
    expect((await new Browser(server.url).signIn('second')).status).toBe(401)
    await signedIn('second', 'quite another one')
    const late = { token: reset, password: 'yet another one!' }
    expect((await here.post('/account/v1/password-reset/confirm', late)).status).toBe(400)
    expect((await mailsTo(server, email))[0]?.subject).toContain('Your password was changed')
    const [notice] = (await here.get('/account/v1/notices')).body.notices
    expect(notice).toMatchObject({ kind: 'password_changed', title: { zh: '密码已修改' }, read_at: null })
  })

  test('needs the old one, and waits like a sign-in', async () => {
    const browser = await signedIn('publisher')
    const change = { current_password: 'wrong password', new_password: 'quite another one' }
    for (let i = 0; i < 5; i++) {
      expect((await browser.post('/account/v1/password', change)).status).toBe(403)
    }
    const right = { ...change, current_password: demoLogin('publisher').password }
    expect((await browser.post('/account/v1/password', right)).status).toBe(429)
    await signedIn('publisher')
  })

  test.each([
    ['short', 'short1234'],
    ['endless', 'x1y2z'.repeat(30)],
    ['one letter', 'aaaaaaaaaaaaaaaa'],
    ['the name', 'my-publisher-1'],
    ['the address', 'publisher@demo.example'],
    ['a line end', 'password\nwith lines'],
  ])('that is bad (%s) is refused by name', async (_, password) => {
    const browser = await signedIn('publisher')
    const current_password = demoLogin('publisher').password
    const answer = await browser.post('/account/v1/password', { current_password, new_password: password })
    expect([answer.status, answer.body.field]).toEqual([400, 'new_password'])
  })

  test('may be Chinese, and is the same however it is typed', async () => {
    const browser = await signedIn('provider')
    const current_password = demoLogin('provider').password
    const new_password = '正确的马电池订书钉é１'
    await browser.post('/account/v1/password', { current_password, new_password })
    await signedIn('provider', '正确的马电池订书钉e\u03011')
  })
})

describe('a reset by mail', () => {
  const email = 'leader@demo.example'
  const ask = (address: string) =>
    new Browser(server.url).post('/account/v1/password-reset', { email: address })
  const confirm = (token: string, password: string) =>
    new Browser(server.url).post('/account/v1/password-reset/confirm', { token, password })

  test('is answered alike for whoever has no account, who gets no mail', async () => {
    const [known, unknown] = [await ask(email), await ask('nobody@demo.example')]
    expect([known.status, known.body]).toEqual([202, { status: 'mailed' }])
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
    expect(await mailsTo(server, email)).toHaveLength(1)
    expect(await mailsTo(server, 'nobody@demo.example')).toEqual([])
  })

  test('works once, and signs every browser out', async () => {
    const browser = await signedIn('leader')
    await ask(email)
    const token = tokenIn((await mailsTo(server, email))[0])
    const bad = await confirm(token, 'short')
    expect([bad.status, bad.body.field]).toEqual([400, 'password'])
    const answers = await Promise.all([confirm(token, 'a first new one'), confirm(token, 'a second new one')])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400])
    expect((await browser.get('/account/v1/me')).status).toBe(401)
    const won = answers[0]?.status === 200 ? 'a first new one' : 'a second new one'
    await signedIn('leader', won)
    expect((await confirm(token, 'a third new one')).body).toMatchObject({
      status: 'invalid',
      field: 'token',
    })
  })

  test('is over after half an hour', async () => {
    await ask(email)
    const token = tokenIn((await mailsTo(server, email))[0])
    moveWall(server, 30 * MINUTE_MS)
    expect((await confirm(token, 'one that is late')).status).toBe(400)
  })

  test.each(['', 'x', '0'.repeat(64), '\u0000', "' or 1=1", '💥'.repeat(50)])(
    'no token: %j',
    async (token) => {
      expect((await confirm(token, 'a good password')).status).toBe(400)
    },
  )

  test('tokens and passwords are not in the database', async () => {
    await ask('merchant@demo.example')
    const token = tokenIn((await mailsTo(server, 'merchant@demo.example'))[0])
    const rows = [
      ...(await server.db.selectFrom('password_resets').selectAll().execute()),
      ...(await server.db.selectFrom('outbox_mails').selectAll().execute()),
      ...(await server.db.selectFrom('accounts').selectAll().execute()),
    ]
    const text = rows.flatMap((row) => Object.values(row).map((value) => `${value}`)).join(' ')
    expect(text).not.toContain(token)
    expect(text).not.toContain(demoLogin('merchant').password)
    expect(text).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
  })

  test('three an hour and address of mail, ten a network address; nobody learns of the first', async () => {
    for (let i = 0; i < 5; i++) expect((await ask('operator@demo.example')).status).toBe(202)
    expect(await mailsTo(server, 'operator@demo.example')).toHaveLength(3)
    for (let i = 0; i < 5; i++) expect((await ask(`nobody${i}@demo.example`)).status).toBe(202)
    expect((await ask('nobody@demo.example')).status).toBe(429)
  })

  test.each([
    'no address',
    'a@b',
    'a@b.c\r\nBcc: x@y.z',
    'a b@c.example',
    '<a@b.example>',
    `${'a'.repeat(65)}@b.example`,
  ])('no address: %j', async (address) => {
    const answer = await ask(address)
    expect([answer.status, answer.body.field]).toEqual([400, 'email'])
  })
})
