import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browser as Client } from '../test/accounts/browser.ts'
import { demoLogin } from '../test/accounts/demo-login.ts'
import { startTestServer, type TestServer } from '../test/setup/server.ts'

const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
/** Where pictures go; nowhere unless it is named. */
const pictures = process.env.OPENTBK_PICTURES

let server: TestServer
let browser: Browser

beforeAll(async () => {
  if (!program) return
  server = await startTestServer()
  if (pictures) mkdirSync(pictures, { recursive: true })
  // Its sandbox needs rights that root in a container does not have; it only ever meets our own pages.
  browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] })
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const widthOf = (page: Page) => page.evaluate('document.documentElement.scrollWidth') as Promise<number>

const phone = { width: 360, height: 740 }
const desk = { width: 1280, height: 800 }

describe.each([
  { how: 'on a narrow phone, without JavaScript', kind: 'phone', login: 'leader', viewport: phone },
  { how: 'on a desk', kind: 'desk', login: 'provider', viewport: desk },
])('a member $how', ({ kind, login, viewport }) => {
  test('signs in with both factors, comes to where they wanted to go, and signs out', async (ctx) => {
    if (!program) return ctx.skip('needs a browser: no chromium or google-chrome in /usr/bin')
    const { password } = demoLogin(login)
    const own = new Client(server.url)
    await own.signIn(login)
    const { secret } = (await own.post('/account/v1/totp/start', { password })).body
    const codeAt = (ms: number) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + ms })
    await own.post('/account/v1/totp/confirm', { code: codeAt(-30_000) })

    const context = await browser.newContext({ viewport, javaScriptEnabled: kind === 'desk' })
    const page = await context.newPage()
    const problems: string[] = []
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
    const look = async (name: string) => {
      expect(await widthOf(page)).toBeLessThanOrEqual(viewport.width)
      if (pictures) await page.screenshot({ path: join(pictures, `${kind}-${name}.png`), fullPage: true })
    }
    await page.goto(`${server.url}/sign-in?next=${encodeURIComponent('/reset-password?from=here')}`)
    await look('1-sign-in')
    const enter = async (text: string) => {
      await page.fill('input[name=login]', `${login}@demo.example`)
      await page.fill('input[name=password]', text)
      await page.click('form[action="/sign-in"] button')
    }
    await enter('wrong password')
    await page.waitForSelector('.problem')
    await look('2-refused')
    await enter(password)
    await page.waitForSelector('input[name=code]')
    await look('3-second-factor')
    await page.fill('input[name=code]', codeAt(0))
    await page.click('form[action="/sign-in/second-factor"] button')
    await page.waitForURL('**/reset-password?from=here')
    await look('4-there')
    const [cookie] = await context.cookies()
    expect(cookie).toMatchObject({ name: 'sign_in', httpOnly: true, sameSite: 'Lax' })
    await page.goto(`${server.url}/sign-in`)
    await look('5-signed-in')
    await page.click('form[action="/sign-out"] button')
    await page.waitForSelector('input[name=login]')
    expect(await context.cookies()).toEqual([])
    await page.goto(`${server.url}/register`)
    await look('6-register')
    // A refused password is answered 401 and no page has an icon, which a browser notes down.
    expect(problems.filter((text) => !/40[14]/.test(text))).toEqual([])
    await context.close()
  })
})
