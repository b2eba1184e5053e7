import { Secret, TOTP } from 'otpauth'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { Browser, forgetFailures, moveWall } from './browser.ts'
import { demoLogin } from './demo-login.ts'

const STEP_MS = 30_000
const MINUTE_MS = 60_000
const { password } = demoLogin('publisher')
let server: TestServer
let secret: string
let recoveryCodes: string[]
/** Codes are asked of an app whose clock this is: each test begins at a step that no code was used of. */
let ahead = 0

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  await forgetFailures(server)
  goOn(10 * MINUTE_MS)
})
afterEach(() => vi.restoreAllMocks())

function goOn(ms: number): void {
  ahead += ms
  moveWall(server, ahead)
}

function codeAt(stepsAway = 0): string {
  const timestamp = Date.now() + ahead + stepsAway * STEP_MS
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp })
}

async function stepOf(browser: Browser): Promise<string> {
  const { status, body } = await browser.signIn('publisher')
  expect([status, body.status, browser.cookie]).toEqual([200, 'second_factor', ''])
  return body.step
}

const confirm = (browser: Browser, step: string, code: string) =>
  browser.post('/account/v1/sign-in/second-factor', { step, code })

async function signInBy(code: string): Promise<number> {
  const browser = new Browser(server.url)
  return (await confirm(browser, await stepOf(browser), code)).status
}

test('is turned on by the password and a first code', async () => {
  const browser = new Browser(server.url)
  await browser.signIn('publisher')
  expect((await browser.post('/account/v1/totp/confirm', { code: '000000' })).status).toBe(409)
  expect((await browser.post('/account/v1/totp/start', { password: 'wrong password' })).status).toBe(403)
  const started = (await browser.post('/account/v1/totp/start', { password })).body
  secret = started.secret
  expect(started.uri).toBe(
    `otpauth://totp/OpenTBK:publisher?issuer=OpenTBK&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
  )
  expect((await browser.get('/account/v1/me')).body.second_factor).toBe(false)
  expect((await browser.post('/account/v1/totp/confirm', { code: codeAt(5) })).status).toBe(403)
  const confirmed = (await browser.post('/account/v1/totp/confirm', { code: codeAt() })).body
  recoveryCodes = confirmed.recovery_codes
  expect(new Set(recoveryCodes).size).toBe(10)
  expect(recoveryCodes[0]).toMatch(/^[a-z02-9]{4}-[a-z02-9]{4}-[a-z02-9]{4}$/)
  expect((await browser.get('/account/v1/me')).body).toMatchObject({
    second_factor: true,
    recovery_codes_left: 10,
  })
  expect((await browser.post('/account/v1/totp/start', { password })).status).toBe(409)
})

test('then a password alone signs nobody in', async () => {
  const browser = new Browser(server.url)
  const step = await stepOf(browser)
  expect((await browser.get('/account/v1/me')).status).toBe(401)
  expect((await confirm(browser, step, codeAt())).body.status).toBe('signed_in')
  expect((await browser.get('/account/v1/me')).status).toBe(200)
})

test('codes of one step before and after are taken, of two are not', async () => {
  expect(await signInBy(codeAt(-2))).toBe(401)
  expect(await signInBy(codeAt(2))).toBe(401)
  expect(await signInBy(codeAt(-1))).toBe(200)
  expect(await signInBy(codeAt(1))).toBe(200)
})

test('no code is taken twice, and none older than one that was', async () => {
  const code = codeAt()
  const browsers = [new Browser(server.url), new Browser(server.url), new Browser(server.url)]
  const steps = await Promise.all(browsers.map(stepOf))
  const answers = await Promise.all(
    browsers.map((browser, index) => confirm(browser, steps[index] as string, code)),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401])
  expect(await signInBy(codeAt(-1))).toBe(401)
  expect(await signInBy(`${code.slice(0, 3)} ${code.slice(3)}`)).toBe(401)
})

test('guessing waits after five tries, and the wait outlives the step', async () => {
  const browser = new Browser(server.url)
  const step = await stepOf(browser)
  for (let i = 0; i < 5; i++) expect((await confirm(browser, step, '000000')).status).toBe(401)
  expect((await confirm(browser, step, codeAt())).status).toBe(429)
  const again = new Browser(server.url)
  expect((await confirm(again, await stepOf(again), codeAt())).status).toBe(429)
})

test('the step is over after five minutes, with a new password, and when it is not ours', async () => {
  const browser = new Browser(server.url)
  const step = await stepOf(browser)
  const altered = `${step.slice(0, 20)}${step[20] === 'A' ? 'B' : 'A'}${step.slice(21)}`
  for (const other of [altered, 'x', step.slice(0, -4), `${step}AAAA`]) {
    expect((await confirm(browser, other, codeAt())).body.status).toBe('expired')
  }
  goOn(5 * MINUTE_MS)
  expect((await confirm(browser, step, codeAt())).body.status).toBe('expired')
})

test.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '٣٣٣٣٣٣', "' or 1=1 --", 'x'.repeat(65)])(
  'no code: %j',
  async (code) => {
    expect([400, 401]).toContain(await signInBy(code))
  },
)

test('each recovery code works once, in any spelling', async () => {
  const [first, second] = recoveryCodes as [string, string]
  expect(await signInBy(first)).toBe(200)
  expect(await signInBy(first)).toBe(401)
  expect(await signInBy(second.replaceAll('-', '').toUpperCase())).toBe(200)
  const rows = await server.db.selectFrom('recovery_codes').selectAll().execute()
  expect(rows.filter((row) => row.used_at)).toHaveLength(2)
  expect(rows.map((row) => row.code_hash.toString())).not.toContain(first)
})

test('it is turned off by the password and a code', async () => {
  const browser = new Browser(server.url)
  const step = await stepOf(browser)
  browser.csrf = (await confirm(browser, step, codeAt())).body.csrf_token
  goOn(MINUTE_MS)
  const remove = (body: object) => browser.post('/account/v1/totp/remove', body)
  expect((await remove({ password, code: '000000' })).status).toBe(403)
  expect((await remove({ password: 'wrong password', code: codeAt() })).status).toBe(403)
  expect((await remove({ password, code: codeAt() })).body).toEqual({ status: 'removed' })
  expect((await remove({ password, code: codeAt() })).status).toBe(409)
  expect((await new Browser(server.url).signIn('publisher')).body.status).toBe('signed_in')
  const [left] = await server.db.selectFrom('recovery_codes').selectAll().execute()
  expect(left).toBeUndefined()
})
