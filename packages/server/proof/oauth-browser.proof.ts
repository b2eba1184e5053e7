import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Keyring } from '../src/keys/keyring.ts'
import { readSandboxKey } from '../src/sandbox-key.ts'
import { accountAccess } from '../src/seed/index.ts'
import { makeFolder, removeFolder, ServerProcess } from '../test/process/server-process.ts'
import { signedParams, type Wire } from '../test/setup/server.ts'

const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)

const folder = makeFolder()
const started: ServerProcess[] = []
let server: ServerProcess
let address: string
let password: string
let browser: Browser

/** The app's own site: a page with a link that asks for the authorisation, and the place of the answer. */
const site = createServer((request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  const url = request.url ?? ''
  // The place of the answer leads on to another site of the app's, as many do.
  if (url.startsWith('/callback')) {
    const port = (site.address() as AddressInfo).port
    response
      .writeHead(302, { location: `http://127.0.0.1:${port}/home${url.slice('/callback'.length)}` })
      .end()
    return
  }
  const ask = new URL(url, 'http://app').searchParams.get('ask')
  response.end(ask ? `<a href="${ask.replaceAll('&', '&amp;')}">authorise</a>` : 'back at the app')
})
let appSite: string

beforeAll(async () => {
  if (!program) return
  server = new ServerProcess(join(folder, 'data'))
  started.push(server)
  address = await server.ready()
  const keys = new Keyring([await readSandboxKey(server.dataDir)])
  password = accountAccess(keys).accounts.publisher.password
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  // Another site than the server's, as browsers see it.
  appSite = `http://localhost:${(site.address() as AddressInfo).port}`
  // Its sandbox needs rights that root in a container does not have; it only ever meets our own pages.
  browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] })
})
afterAll(async () => {
  await browser?.close()
  site.close()
  await removeFolder(folder, started)
})

function askUrl(params: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: server.demo().provider_app.key,
    redirect_uri: `${appSite}/callback?from=tbk`,
    state: 'state of 应用 & more',
    ...params,
  })
  return `${address}/oauth/authorize?${query}`
}

/** As a member comes: by a link of the app's page. */
async function askFromApp(page: Page, params?: Record<string, string>): Promise<void> {
  await page.goto(`${appSite}/?ask=${encodeURIComponent(askUrl(params))}`)
  await page.locator('a').click()
}

async function signIn(page: Page): Promise<void> {
  await page.locator('input[name=login]').fill('publisher')
  await page.locator('input[name=password]').fill(password)
  await page.locator('form button').first().click()
}

async function press(page: Page, decision: 'approve' | 'deny'): Promise<URL> {
  await page.locator(`button[value=${decision}]`).click()
  await page.waitForURL('**/home?**')
  expect(await page.locator('body').textContent()).toBe('back at the app')
  return new URL(page.url())
}

async function fetchTokens(code: string): Promise<Wire> {
  const { key, secret } = server.demo().provider_app
  const body = new URLSearchParams({ grant_type: 'authorization_code', code })
  body.set('client_id', key)
  body.set('client_secret', secret)
  body.set('redirect_uri', `${appSite}/callback?from=tbk`)
  return (await fetch(`${address}/oauth/token`, { method: 'POST', body })).json()
}

/** Whether a call for the member goes through. */
async function actsBy(session: string): Promise<boolean> {
  const demo = server.demo()
  const params = { site_id: demo.pid.split('_')[2] }
  const body = signedParams(demo, { method: 'taobao.tbk.sc.adzone.query', params, call: { session } })
  const answer: Wire = await (await fetch(demo.gateway, { method: 'POST', body })).json()
  return answer.error_response === undefined
}

describe.each([
  ['without JavaScript, on a phone', { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }],
  ['with JavaScript, on a desk', { javaScriptEnabled: true, viewport: { width: 1280, height: 800 } }],
])('a member %s', (_name, options) => {
  let context: BrowserContext
  let page: Page
  const failures: string[] = []

  beforeEach(async (test) => {
    if (!program) return test.skip('needs a browser: no chromium or google-chrome in /usr/bin')
    context = await browser.newContext(options)
    page = await context.newPage()
    page.on('pageerror', (error) => failures.push(error.message))
    page.on('console', (line) => {
      if (/Content Security Policy/i.test(line.text())) failures.push(line.text())
    })
    page.on('response', (response) => {
      const { pathname } = new URL(response.url())
      if (response.status() >= 400 && pathname !== '/favicon.ico')
        failures.push(`${response.status()} ${pathname}`)
    })
  })
  afterEach(async () => {
    await context?.close()
    expect(failures.splice(0)).toEqual([])
  })

  test('signs in, reads what the app asks for, agrees, and the app acts', async () => {
    await askFromApp(page)
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await signIn(page)
    expect(new URL(page.url()).pathname).toBe('/oauth/authorize')
    const text = await page.locator('main').textContent()
    for (const words of ['演示服务商应用', '演示推广者', '30天', appSite]) expect(text).toContain(words)
    expect(await page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth')).toBe(
      false,
    )

    const back = await press(page, 'approve')
    expect(back.searchParams.get('state')).toBe('state of 应用 & more')
    expect(back.searchParams.get('from')).toBe('tbk')
    const tokens = await fetchTokens(back.searchParams.get('code') as string)
    expect(await actsBy(tokens.access_token)).toBe(true)

    // The next time nobody has to sign in; and no means no.
    await askFromApp(page)
    const denied = await press(page, 'deny')
    expect(denied.searchParams.get('error')).toBe('access_denied')
    expect(denied.searchParams.get('state')).toBe('state of 应用 & more')
  })

  test('gets tokens in the fragment, and signs out by the app’s link', async () => {
    await askFromApp(page, { response_type: 'token', view: 'wap' })
    await signIn(page)
    const back = await press(page, 'approve')
    const fields = new URLSearchParams(back.hash.slice(1))
    expect(await actsBy(fields.get('access_token') as string)).toBe(true)
    expect(fields.get('top_sign')).toMatch(/^[0-9A-F]{32}$/)

    await page.goto(`${address}/oauth/logoff?client_id=${server.demo().provider_app.key}`)
    expect(await page.locator('h1').textContent()).toContain('已退出登录')
    await askFromApp(page)
    expect(new URL(page.url()).pathname).toBe('/sign-in')
  })
})
