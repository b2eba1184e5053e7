import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { Browser, forgetFailures, moveWall } from './browser.ts'
import { demoLogin } from './demo-login.ts'

const DAY_MS = 86_400_000
let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(() => forgetFailures(server))
afterEach(() => vi.restoreAllMocks())

async function signedIn(login = 'publisher', agent?: string): Promise<Browser> {
  const browser = new Browser(server.url, agent)
  expect((await browser.signIn(login)).status).toBe(200)
  return browser
}

describe('signing in', () => {
  test.each(['publisher', 'PUBLISHER', ' publisher@demo.example ', 'Publisher@Demo.Example', 'ｐublisher'])(
    'by %j',
    async (login) => {
      const browser = new Browser(server.url)
      const { body } = await browser.signIn(login, demoLogin('publisher').password)
      expect(body).toMatchObject({ status: 'signed_in', name: '演示推广者', roles: ['publisher'] })
      expect((await browser.get('/account/v1/me')).body).toMatchObject({
        member_id: server.demo.pid.split('_')[1],
        email: 'publisher@demo.example',
        login_name: 'publisher',
        second_factor: false,
        csrf_token: body.csrf_token,
      })
    },
  )

  test('the cookie is for this host, not for scripts and not for other sites', async () => {
    const { headers } = await new Browser(server.url).signIn('publisher')
    expect(headers.get('set-cookie')).toMatch(
      /^sign_in=[0-9a-f]{64}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/,
    )
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('the database holds no token', async () => {
    const { cookie } = await signedIn()
    const token = cookie.split('=')[1] as string
    const rows = await server.db.selectFrom('sign_ins').selectAll().execute()
    const texts = rows.flatMap((row) => [row.token_hash.toString('hex'), row.token_hash.toString()])
    expect(texts).not.toContain(token)
    expect(rows.every((row) => row.token_hash.length === 32)).toBe(true)
  })

  test('a name that does not exist, a wrong password and another’s password are answered alike', async () => {
    const answers = []
    for (const [login, password] of [
      ['nobody', 'wrong password'],
      ['nobody@demo.example', 'wrong password'],
      ['publisher', 'wrong password'],
      ['publisher', demoLogin('second').password],
      ["' or 1=1 --", "' or 1=1 --"],
      ['publisher', `${demoLogin('publisher').password} `],
    ] as const) {
      const { status, body, headers } = await new Browser(server.url).signIn(login, password)
      answers.push(JSON.stringify([status, body, headers.get('set-cookie')]))
    }
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toContain('401')
  })

  test.each([
    ['no object', '[]', 'body'],
    ['no login', { password: 'x' }, 'login'],
    ['an empty password', { login: 'publisher', password: '' }, 'password'],
    ['an endless password', { login: 'publisher', password: 'x'.repeat(513) }, 'password'],
    ['a list', { login: ['publisher'], password: 'x' }, 'login'],
    ['more than was asked', { login: 'publisher', password: 'x', admin: true }, 'admin'],
  ])('%s is refused by name', async (_, body, field) => {
    const answer = await new Browser(server.url).post('/account/v1/sign-in', body)
    expect([answer.status, answer.body.field]).toEqual([400, field])
  })

  test('another site cannot sign a browser in, and a form cannot post JSON', async () => {
    const login = { login: 'publisher', password: demoLogin('publisher').password }
    const browser = new Browser(server.url)
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ] as Record<string, string>[]) {
      expect((await browser.post('/account/v1/sign-in', login, headers)).status).toBe(403)
    }
    const asText = { 'content-type': 'text/plain' }
    expect((await browser.post('/account/v1/sign-in', login, asText)).status).toBe(415)
    const own = { origin: server.url, 'sec-fetch-site': 'same-origin' }
    expect((await browser.post('/account/v1/sign-in', login, own)).status).toBe(200)
  })

  test('signing in again ends the browser’s former sign-in', async () => {
    const browser = await signedIn()
    const { cookie } = browser
    await browser.signIn('second')
    const before = new Browser(server.url)
    before.cookie = cookie
    expect((await before.get('/account/v1/me')).status).toBe(401)
  })
})

describe('being signed in', () => {
  test.each([
    ['no cookie', ''],
    ['an empty one', 'sign_in='],
    ['another’s name', `__Host-sign_in=${'0'.repeat(64)}`],
    ['a made-up token', `sign_in=${'0'.repeat(64)}`],
    ['no token at all', 'sign_in=%00\u00ff; ;;=; sign_in'],
    ['a long one', `sign_in=${'a'.repeat(4000)}`],
  ])('%s is nobody', async (_, cookie) => {
    const browser = new Browser(server.url)
    browser.cookie = cookie
    const answer = await browser.get('/account/v1/me')
    expect([answer.status, answer.body.error]).toEqual([401, 'cookie: sign in first'])
  })

  test('a change needs the token of this very sign-in, in the header', async () => {
    const browser = await signedIn()
    const own = browser.csrf
    const other = (await signedIn()).csrf
    expect(other).not.toBe(own)
    for (const csrf of ['', other, own.slice(1), `${own}0`, own.toUpperCase()]) {
      browser.csrf = csrf
      expect((await browser.post('/account/v1/sign-out')).status).toBe(403)
    }
    browser.csrf = own
    const evil = { origin: 'https://evil.example' }
    expect((await browser.post('/account/v1/sign-out', {}, evil)).status).toBe(403)
    expect((await browser.post('/account/v1/sign-out')).status).toBe(200)
  })

  test('signing out ends it, and takes the cookie', async () => {
    const browser = await signedIn()
    const { cookie } = browser
    const { headers } = await browser.post('/account/v1/sign-out')
    expect(headers.get('set-cookie')).toMatch(/^sign_in=; Path=\/; Max-Age=0; HttpOnly/)
    browser.cookie = cookie
    expect((await browser.get('/account/v1/me')).status).toBe(401)
  })

  test('ends after two weeks without a request, and after thirty days with them', async () => {
    const idle = await signedIn()
    const busy = await signedIn()
    moveWall(server, 13.9 * DAY_MS)
    expect((await busy.get('/account/v1/me')).status).toBe(200)
    moveWall(server, 14.1 * DAY_MS)
    expect((await idle.get('/account/v1/me')).status).toBe(401)
    expect((await busy.get('/account/v1/me')).status).toBe(200)
    moveWall(server, 27 * DAY_MS)
    expect((await busy.get('/account/v1/me')).status).toBe(200)
    moveWall(server, 30 * DAY_MS)
    expect((await busy.get('/account/v1/me')).status).toBe(401)
  })

  test('business time that runs ahead ends nothing', async () => {
    const browser = await signedIn()
    vi.spyOn(server.ctx.clock, 'now').mockImplementation(() => new Date(Date.now() + 400 * DAY_MS))
    expect((await browser.get('/account/v1/me')).status).toBe(200)
  })

  test('of more than twenty browsers the oldest is signed out', async () => {
    const first = await signedIn('leader')
    for (let i = 0; i < 20; i++) await signedIn('leader')
    expect((await first.get('/account/v1/me')).status).toBe(401)
    const last = await signedIn('leader')
    expect((await last.get('/account/v1/sign-ins')).body.sign_ins).toHaveLength(20)
  })
})

describe('the list of sign-ins', () => {
  test('tells this browser from others, and ends one of them', async () => {
    const here = await signedIn('merchant', 'here')
    const there = await signedIn('merchant', 'there')
    const { sign_ins } = (await here.get('/account/v1/sign-ins')).body
    expect(
      sign_ins.map((row: { this_one: boolean; same_browser: boolean }) => [row.this_one, row.same_browser]),
    ).toEqual([
      [false, false],
      [true, true],
    ])
    expect((await here.post(`/account/v1/sign-ins/${sign_ins[0].id}/end`)).body).toEqual({ status: 'ended' })
    expect((await there.get('/account/v1/me')).status).toBe(401)
    expect((await here.post(`/account/v1/sign-ins/${sign_ins[0].id}/end`)).status).toBe(404)
  })

  test('another member’s is not there', async () => {
    const mine = await signedIn('publisher')
    const theirs = await signedIn('second')
    const [row] = (await theirs.get('/account/v1/sign-ins')).body.sign_ins
    for (const id of [row.id, '0', '-1', '1e3', '99999999999999999999', 'x']) {
      const path = `/account/v1/sign-ins/${encodeURIComponent(id)}/end`
      expect((await mine.post(path)).status).toBe(404)
    }
    expect((await theirs.get('/account/v1/me')).status).toBe(200)
  })
})

test('what happened to an account is kept, and cannot be changed', async () => {
  const browser = await signedIn('provider')
  await new Browser(server.url).signIn('provider', 'wrong password')
  await browser.post('/account/v1/sign-out')
  const rows = await server.db.selectFrom('account_events').selectAll().orderBy('id').execute()
  const { id } = await server.db
    .selectFrom('members')
    .select('id')
    .where('name', '=', '演示服务商')
    .executeTakeFirstOrThrow()
  const own = rows.filter((row) => row.member_id === id)
  expect(own.map((row) => row.kind)).toEqual(['signed_in', 'sign_in_refused', 'signed_out'])
  await expect(server.db.deleteFrom('account_events').execute()).rejects.toThrow('append-only')
})
