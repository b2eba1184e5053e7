import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { convertItem, type Links } from '../setup/trade.ts'
import { expectDeadPage, openVisits, visit } from './visits.ts'

const DAY_MS = 86_400_000

const { server, trade, clicks, forgetClicks } = await openVisits()
const links = await convertItem(server, trade.first, { itemId: trade.items[0] as bigint })

afterAll(() => server.close())
beforeEach(async () => {
  await forgetClicks()
})

describe('a link that does not hold', () => {
  const token = () => new URL(links.long).searchParams.get('e') as string
  const swap = (text: string, at: number) => {
    const other = text[at] === 'A' ? 'B' : 'A'
    return `${text.slice(0, at)}${other}${text.slice(at + 1)}`
  }

  test('altered anywhere, cut, lengthened, of another key, or nothing at all: a plain page', async () => {
    const good = token()
    const spots = Array.from({ length: good.length }, (_, at) => swap(good, at))
    const bad = [
      ...spots,
      good.slice(0, -1),
      good.slice(0, 20),
      `${good}A`,
      `${good}=`,
      '',
      'x',
      'A'.repeat(600),
    ]
    for (const e of bad) {
      const response = await visit(`${server.url}/t?e=${encodeURIComponent(e)}`)
      expect({ e, status: response.status, to: response.headers.get('location') }).toEqual({
        e,
        status: 404,
        to: null,
      })
      await response.body?.cancel()
    }
    await expectDeadPage(await visit(`${server.url}/t?e=${swap(good, 30)}`))
    await expectDeadPage(await visit(`${server.url}/t`))
    await expectDeadPage(await visit(`${server.url}/t?e=${good}&e=${good}`))
    await expectDeadPage(await visit(`${server.url}/t?e=https://evil.example/`))
    expect(await clicks()).toHaveLength(0)
  })

  test('short codes that nobody was given', async () => {
    for (const path of [
      '/s/00000000',
      '/h.00000000',
      '/s/short',
      `/s/${'a'.repeat(300)}`,
      '/s/%00%00%00%00%00%00%00%00',
      '/h.',
    ]) {
      const response = await visit(`${server.url}${path}`)
      expect(response.status).toBe(404)
      expect(response.headers.get('location')).toBeNull()
    }
    await expectDeadPage(await visit(`${server.url}/s/00000000`))
    expect(await clicks()).toHaveLength(0)
  })

  test('a HEAD of a dead link has no body', async () => {
    const response = await visit(`${server.url}/t?e=x`, {}, 'HEAD')
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('')
  })
})

describe('goods on the shop’s own domains', () => {
  const itemId = () => trade.items[5] as bigint
  let own: Links

  async function moveShop(domains: string[], page: string | null): Promise<void> {
    await server.db
      .updateTable('shops')
      .set({ hosted: false, domains })
      .where('id', '=', trade.shopId)
      .execute()
    await server.db.updateTable('items').set({ detail_url: page }).where('id', '=', itemId()).execute()
    // Both changes are heard before anything is clicked: what a cache still holds would prove nothing.
    server.ctx.caches.forget()
  }

  beforeAll(async () => {
    own = await convertItem(server, trade.first, { itemId: itemId() })
  })

  afterAll(async () => {
    await server.db
      .updateTable('shops')
      .set({ hosted: true, domains: [] })
      .where('id', '=', trade.shopId)
      .execute()
    server.ctx.caches.forget()
  })

  test.each([
    ['https://shop.example.com/p/1?color=red', 'shop.example.com'],
    ['https://m.shop.example.com/p/1', 'shop.example.com'],
    ['http://SHOP.example.com:8443/p/1', 'shop.example.com'],
  ])('leads to %s', async (page, domain) => {
    await moveShop([domain], page)
    const response = await visit(own.long)
    expect(response.status).toBe(302)
    const location = new URL(response.headers.get('location') as string)
    expect(location.host).toBe(new URL(page).host)
    expect(location.searchParams.get('click_id')).toBe((await clicks())[0]?.id.replaceAll('-', ''))
    expect(location.searchParams.get('color')).toBe(new URL(page).searchParams.get('color'))
  })

  test.each([
    ['a foreign host', 'https://evil.example/p/1'],
    ['a host that only ends alike', 'https://evilshop.example.com/p/1'],
    ['a host that only begins alike', 'https://shop.example.com.evil.example/'],
    ['a host before an @', 'https://shop.example.com@evil.example/'],
    ['a name before an @', 'https://user:pass@shop.example.com/'],
    ['a script', 'javascript://shop.example.com/%0aalert(1)'],
    ['another protocol', 'ftp://shop.example.com/'],
    ['a path alone', '//evil.example/p'],
    ['no address', null],
  ])('never to %s', async (_, page) => {
    await moveShop(['shop.example.com'], page)
    await expectDeadPage(await visit(own.long))
    expect(await clicks()).toHaveLength(0)
  })
})

// The clock only moves forward, so what needs it stands last.
test('a short link ends after 300 days, the long one does not', async () => {
  const fresh = await convertItem(server, trade.first, { itemId: trade.items[2] as bigint })
  server.ctx.clock.aheadMs += 300 * DAY_MS - 60_000
  expect((await visit(fresh.short)).status).toBe(302)
  server.ctx.clock.aheadMs += 61_000
  const response = await visit(fresh.short)
  const page = await response.clone().text()
  await expectDeadPage(response)
  expect(page).toContain('has expired')
  await expectDeadPage(await visit(fresh.inTpwd))
  expect((await visit(fresh.long)).status).toBe(302)
})
