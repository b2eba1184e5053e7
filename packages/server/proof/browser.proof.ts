import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { formatGmt8 } from '@opentbk/top'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFolder, removeFolder, ServerProcess } from '../test/process/server-process.ts'
import type { Wire } from '../test/setup/server.ts'
import { callMethod } from './load.ts'

const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
const MINUTE_MS = 60_000

const folder = makeFolder()
const dataDir = join(folder, 'data')
const started: ServerProcess[] = []
let server: ServerProcess
let browser: Browser

beforeAll(async () => {
  if (!program) return
  server = new ServerProcess(dataDir)
  started.push(server)
  await server.ready()
  // Its sandbox needs rights that root in a container does not have; it only ever meets our own pages.
  browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] })
})
afterAll(async () => {
  await browser?.close()
  await removeFolder(folder, started)
})

const orderParts = { query_type: 1, page_size: 100 }

async function ordersOfLink(): Promise<Wire[]> {
  const answer = await callMethod(server.demo(), 'taobao.tbk.order.details.get', {
    ...orderParts,
    start_time: formatGmt8(new Date(Date.now() - 10 * MINUTE_MS)),
    end_time: formatGmt8(new Date(Date.now() + MINUTE_MS)),
  })
  return answer.tbk_order_details_get_response.data.results?.publisher_order_dto ?? []
}

async function promotionLink(): Promise<string> {
  const demo = server.demo()
  const answer = await callMethod(demo, 'taobao.tbk.dg.general.link.convert', {
    adzone_id: demo.pid.split('_')[3],
    item_id_list: demo.item_ids[0],
  })
  const [element] = answer.tbk_dg_general_link_convert_response.data.item_url_list.item_url_list
  return element.link_info_dto.cps_short_url
}

/** Presses the button of the form that posts to this step. */
async function take(page: Page, step: string): Promise<void> {
  await page.locator(`form[action$="/${step}"] button`).click()
  await page.waitForLoadState()
}

describe.each([
  ['without JavaScript, on a phone', { javaScriptEnabled: false, viewport: { width: 390, height: 844 } }],
  ['with JavaScript, on a desk', { javaScriptEnabled: true, viewport: { width: 1280, height: 800 } }],
])('a newcomer %s', (_name, options) => {
  test('opens the link, buys, pays and receives, and the promoter reads the order', async (ctx) => {
    if (!program) return ctx.skip('needs a browser: no chromium or google-chrome in /usr/bin')
    const before = await ordersOfLink()
    const context = await browser.newContext(options)
    const page = await context.newPage()
    const failures: string[] = []
    page.on('pageerror', (error) => failures.push(error.message))
    page.on('response', (response) => {
      if (response.status() >= 400) failures.push(`${response.status()} ${response.url()}`)
    })

    await page.goto(await promotionLink())
    expect(new URL(page.url()).pathname).toMatch(/^\/shop\/items\/\d+$/)
    expect(await page.locator('.price').first().textContent()).toContain('99.99')
    const wide = await page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth')
    expect(wide).toBe(false)

    await page.locator('form[action="/shop/orders"] button').click()
    await page.waitForURL(/\/shop\/orders\/[^/]+$/)
    const state = page.locator('#state')
    expect(await state.textContent()).toContain('待付款')
    await take(page, 'pay')
    await take(page, 'receive')
    expect(await page.locator('#waiting').count()).toBe(0)

    const known = new Set(before.map((order) => order.trade_id))
    const fresh = (await ordersOfLink()).filter((order) => !known.has(order.trade_id))
    expect(fresh).toMatchObject([{ tk_status: 14, pay_price: '99.99', pub_share_fee: '12.33' }])
    expect(failures).toEqual([])
    await context.close()
  })
})
