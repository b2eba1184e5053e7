import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  ask,
  fileSite,
  openSite,
  type PermissionNetwork,
  startPermissionNetwork,
  unmet,
} from '../test/permissions/permission-network.ts'
import type { Wire } from '../test/setup/server.ts'

const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
const needsBrowser = 'needs a browser: no chromium or google-chrome in /usr/bin'
const silent = '<meta name="referrer" content="no-referrer">'

let network: PermissionNetwork
let pages: Server
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  if (!program) return
  network = await startPermissionNetwork()
  pages = await startPages()
  // Its sandbox needs rights that root in a container does not have; it only ever meets our own pages.
  browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] })
})
afterAll(async () => {
  await browser?.close()
  pages?.close()
  await network?.server.close()
})
beforeEach(async () => {
  if (!program) return
  context = await browser.newContext()
  page = await context.newPage()
})
afterEach(() => context?.close())

/** A publisher's pages: /ID/… has the component of that site, and under /ID/silent says nothing of its address. */
async function startPages(): Promise<Server> {
  const server = createServer((request, response) => {
    const [, id, name] = /^\/(\d+)\/(\w+)/.exec(request.url ?? '') ?? []
    if (!id) return response.writeHead(404).end()
    const script = `<script async src="${network.server.url}/component.js?site=${id}"></script>`
    const head = `<meta charset="utf-8"><title>省钱日记</title>${name === 'silent' ? silent : ''}${script}`
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="zh"><head>${head}</head><body>好物</body></html>`)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

/** Both names lead to the same pages, and are different hosts for a browser. */
function origin(host: 'localhost' | '127.0.0.1'): string {
  return `http://${host}:${(pages.address() as AddressInfo).port}`
}

let serial = 0
/** What is filed as one's own: the pages by their name. */
const address = () => `${origin('localhost')}/site${serial++}`

/** Waits for the only host on which the site's component was seen; what it told is written within a second. */
async function expectHost(siteId: string, wanted: { host: string; is_own: boolean; hits?: number }) {
  const hosts = async () => (await network.operate(`/sites/${siteId}`)).body.component_hosts
  await expect.poll(hosts, { timeout: 10_000 }).toMatchObject([wanted])
}

const seenAt = async (siteId: string): Promise<string | null> =>
  (await network.owner.get(`/account/v1/sites/${siteId}`)).body.component_seen_at

/** An approved site whose component no reviewer has seen. */
const openUnseen = () =>
  openSite(network, { fields: { address: address() }, traits: { component_attested: false } })

describe('the component in a browser', () => {
  test('is seen once the page was viewed, which the basic package needs', async (ctx) => {
    if (!program) return ctx.skip(needsBrowser)
    const site = await fileSite(network, { address: address() })
    expect(await seenAt(site)).toBeNull()
    expect(unmet((await ask(network, 'basic', site)).body)).toEqual(['二（一）1', '二（一）2'])
    await page.goto(`${origin('localhost')}/${site}/home`)
    await expectHost(site, { host: 'localhost', is_own: true })
    expect(await seenAt(site)).toMatch(/^2/)
    const review = { decision: 'approve', reason: '资料属实', owner_attested: true }
    expect((await network.operate(`/sites/${site}/review`, review)).status).toBe(200)
    const { body } = await ask(network, 'basic', site)
    expect(body.state).toBe('granted')
    const { figures } = body.rules.find((one: Wire) => one.rule === '二（一）2')
    expect(figures).toEqual({ seen_at: expect.stringMatching(/^2/), attested_at: null })
  })

  test('tells the host alone, also of a page that keeps its address to itself', async (ctx) => {
    if (!program) return ctx.skip(needsBrowser)
    const site = await openUnseen()
    const sent = page.waitForRequest(/\/component\/beacon\?/)
    await page.goto(`${origin('localhost')}/${site}/silent?q=secret`)
    const headers = await (await sent).allHeaders()
    expect(headers.origin).toBe(origin('localhost'))
    expect(JSON.stringify(headers)).not.toMatch(/secret|silent|cookie/)
    await expectHost(site, { host: 'localhost', is_own: true, hits: 1 })
    expect((await ask(network, 'basic', site)).body.state).toBe('granted')
  })

  test('on another host is kept as foreign, and does not count', async (ctx) => {
    if (!program) return ctx.skip(needsBrowser)
    const site = await openUnseen()
    await page.goto(`${origin('127.0.0.1')}/${site}/home`)
    await expectHost(site, { host: '127.0.0.1', is_own: false })
    expect(await seenAt(site)).toBeNull()
    expect(unmet((await ask(network, 'basic', site)).body)).toEqual(['二（一）2'])
  })

  test('sends from its cached copy too', async (ctx) => {
    if (!program) return ctx.skip(needsBrowser)
    const site = await openUnseen()
    const loaded: string[] = []
    const kept = new Set<string>()
    const wire = await context.newCDPSession(page)
    await wire.send('Network.enable')
    wire.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (request.url.includes('/component.js?')) loaded.push(requestId)
    })
    // The browser has a copy on disk, and one of its own in memory.
    wire.on('Network.requestServedFromCache', ({ requestId }) => kept.add(requestId))
    wire.on('Network.responseReceived', ({ requestId, response }) => {
      if (response.fromDiskCache) kept.add(requestId)
    })
    // On such pages nothing but what the script sends is known to come from them.
    for (const view of [1, 2]) {
      await page.goto(`${origin('localhost')}/${site}/silent?view=${view}`)
      await expectHost(site, { host: 'localhost', is_own: true, hits: view })
    }
    expect(loaded.map((id) => kept.has(id))).toEqual([false, true])
  })
})
