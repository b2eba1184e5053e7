import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAccount, resetAccount } from '../../src/domain/accounts/index.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { type Answer, Browser, forgetFailures, mailsTo, tokenIn } from './browser.ts'
import { demoLogin } from './demo-login.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(() => forgetFailures(server))

const form = (login: string, more: Record<string, string> = {}) => ({
  login,
  password: demoLogin(login).password,
  ...more,
})

/** The hidden and visible fields of the page's form, as a browser would send them. */
function fieldsOf({ body }: Answer): Record<string, string> {
  const inputs = [...(body as string).matchAll(/<input[^>]*name="([^"]*)"[^>]*?(?:value="([^"]*)")?[^>]*>/gs)]
  return Object.fromEntries(
    inputs.map(([tag, name]) => [name, (/value="([^"]*)"/.exec(tag)?.[1] ?? '').replaceAll('&amp;', '&')]),
  )
}

describe('the sign-in page', () => {
  test('is strict, in both languages, and goes on to where the member wanted to go', async () => {
    const browser = new Browser(server.url)
    const page = await browser.get('/sign-in?next=%2Foauth%2Fauthorize%3Fclient_id%3D1%26state%3Da%252Fb')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.body).not.toContain('<script')
    expect(page.body).toMatch(/lang="zh-CN">登录<.*lang="en">Sign in</s)
    const fields = { ...fieldsOf(page), ...form('publisher', {}) }
    const answer = await browser.submit('/sign-in', { ...fields, next: fieldsOf(page).next as string })
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/oauth/authorize?client_id=1&state=a%2Fb',
    ])
    expect((await browser.get('/account/v1/me')).status).toBe(200)
  })

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    ' /x',
    '/\u0000',
    `/${'x'.repeat(5000)}`,
    'evil.example',
    '@evil.example',
    'http:evil.example',
  ])('leads nowhere else: %j', async (next) => {
    const answer = await new Browser(server.url).submit('/sign-in', form('publisher', { next }))
    expect(answer.status).toBe(303)
    const location = answer.headers.get('location') as string
    expect(new URL(location, 'https://here.example').host).toBe('here.example')
    expect(location.startsWith('/') && !location.startsWith('//')).toBe(true)
    const shown = await new Browser(server.url).get(`/sign-in?next=${encodeURIComponent(next)}`)
    expect(fieldsOf(shown).next).toMatch(/^\/(?!\/)/)
  })

  test('says what is wrong without saying what, and prints what was typed harmlessly', async () => {
    const login = '"><script>alert(1)</script>'
    const answer = await new Browser(server.url).submit('/sign-in', { login, password: 'x' })
    expect(answer.status).toBe(401)
    expect(answer.body).toContain('账号或密码不正确')
    expect(answer.body).not.toContain('<script')
    for (let i = 0; i < 4; i++) await new Browser(server.url).submit('/sign-in', { login, password: 'x' })
    const locked = await new Browser(server.url).submit('/sign-in', { login, password: 'x' })
    expect([locked.status, locked.headers.get('retry-after')]).toEqual([429, '30'])
  })

  test.each(['\u0000', 'publisher\u0000', '\ud800', '%', 'x'.repeat(10_000), '‮publisher'])(
    'takes any text for a login: %j',
    async (login) => {
      const answer = await new Browser(server.url).submit('/sign-in', form('publisher', { login }))
      expect(answer.status).toBe(401)
    },
  )

  test.each([
    '/sign-in',
    '/sign-in/second-factor',
    '/reset-password',
    '/reset-password/mail',
    '/register',
    '/register/mail',
  ])('%s takes an empty, a strange and a huge form', async (path) => {
    const browser = new Browser(server.url)
    expect([400, 401]).toContain((await browser.submit(path, {})).status)
    const strange = {
      login: '\u0000',
      password: '\u0000',
      token: '\u0000',
      step: '\u0000',
      code: '\u0000',
      next: '\u0000',
    }
    const further = { email: 'a\u0000@b.example', name: '\u0000', login_name: 'a\u0000b' }
    expect([400, 401]).toContain((await browser.submit(path, { ...strange, ...further })).status)
    expect((await browser.submit(path, { next: 'x'.repeat(20_000) })).status).toBe(413)
  })

  test('forms of other sites are not taken', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const answer = await new Browser(server.url).submit(
        '/sign-in',
        form('publisher'),
        headers as Record<string, string>,
      )
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null])
    }
    const json = await new Browser(server.url).post('/sign-in', form('publisher'))
    expect(json.status).toBe(415)
  })

  test('shows a member who is signed in who that is, and signs out', async () => {
    const browser = new Browser(server.url)
    await browser.signIn('publisher')
    const page = await browser.get('/sign-in')
    expect(page.body).toContain('演示推广者')
    expect((await browser.submit('/sign-out', { csrf: 'wrong' })).status).toBe(403)
    expect((await browser.get('/account/v1/me')).status).toBe(200)
    const out = await browser.submit('/sign-out', { csrf: fieldsOf(page).csrf as string })
    expect([out.status, out.headers.get('location')]).toEqual([303, '/sign-in'])
    expect((await browser.get('/account/v1/me')).status).toBe(401)
  })
})

test('the second factor has a page of its own', async () => {
  const browser = new Browser(server.url)
  await browser.signIn('leader')
  const { password } = demoLogin('leader')
  const { secret } = (await browser.post('/account/v1/totp/start', { password })).body
  const codeAt = (ms: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + ms })
  await browser.post('/account/v1/totp/confirm', { code: codeAt(-30_000) })
  const other = new Browser(server.url)
  const page = await other.submit('/sign-in', form('leader', { next: '/there' }))
  expect([page.status, page.headers.get('set-cookie')]).toEqual([200, null])
  const fields = fieldsOf(page)
  const wrong = await other.submit('/sign-in/second-factor', { ...fields, code: '000000' })
  expect(wrong.status).toBe(401)
  const right = await other.submit('/sign-in/second-factor', { ...fieldsOf(wrong), code: codeAt(0) })
  expect([right.status, right.headers.get('location')]).toEqual([303, '/there'])
  const over = await other.submit('/sign-in/second-factor', { ...fields, step: 'x', code: codeAt(0) })
  expect([over.status, over.body.includes('登录已超时')]).toEqual([401, true])
})

test('a one-time password opens the choice of one’s own, and nothing else', async () => {
  const { id } = await server.db
    .selectFrom('members')
    .select('id')
    .where('name', '=', '演示商家2')
    .executeTakeFirstOrThrow()
  const wanted = { memberId: id, email: 'shop@example.com', loginName: 'shop', password: undefined }
  const made = await createAccount(server.ctx, wanted)
  const once = made.status === 'created' ? (made.oneTimePassword as string) : ''
  const browser = new Browser(server.url)
  expect((await browser.signIn('shop', once)).body.status).toBe('new_password')
  expect(browser.cookie).toBe('')
  const page = await browser.submit('/sign-in', { login: 'shop', password: once })
  expect(page.body).toContain('请先设置自己的密码')
  const bad = await browser.submit('/reset-password', { ...fieldsOf(page), password: 'short' })
  expect(bad.status).toBe(400)
  const set = await browser.submit('/reset-password', { ...fieldsOf(bad), password: 'one of my own' })
  expect(set.status).toBe(200)
  expect((await browser.signIn('shop', once)).status).toBe(401)
  expect((await browser.signIn('shop', 'one of my own')).body.status).toBe('signed_in')
  const again = await resetAccount(server.ctx, { memberId: id, dropSecondFactor: true })
  expect((await browser.get('/account/v1/me')).status).toBe(401)
  expect((await browser.signIn('shop', again)).body.status).toBe('new_password')
})

test('a password is reset, and an account registered, by pages alone', async () => {
  const browser = new Browser(server.url)
  expect((await browser.submit('/reset-password/mail', { email: 'no address' })).status).toBe(400)
  const asked = await browser.submit('/reset-password/mail', { email: 'second@demo.example' })
  const unknown = await browser.submit('/reset-password/mail', { email: 'nobody@demo.example' })
  expect(asked.body).toBe(unknown.body)
  const token = tokenIn((await mailsTo(server, 'second@demo.example'))[0])
  const page = await browser.get(`/reset-password?token=${token}`)
  const fields = { ...fieldsOf(page), password: 'one of my own' }
  expect((await browser.submit('/reset-password', fields)).status).toBe(200)
  expect((await browser.submit('/reset-password', fields)).status).toBe(400)
  expect((await browser.signIn('second', 'one of my own')).status).toBe(200)

  const fresh = { email: 'fresh@example.com', name: '新站长', password: 'a good password' }
  expect((await browser.submit('/register/mail', { ...fresh, password: 'short' })).status).toBe(400)
  expect((await browser.submit('/register/mail', fresh)).status).toBe(200)
  const link = tokenIn((await mailsTo(server, fresh.email))[0])
  const choice = fieldsOf(await browser.get(`/register?token=${link}`))
  expect((await browser.submit('/register', { ...choice, login_name: 'second' })).status).toBe(409)
  expect((await browser.submit('/register', { ...choice, login_name: 'fresh' })).status).toBe(201)
  expect((await browser.signIn('fresh', fresh.password)).status).toBe(200)
})
