import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newShopperId, writeShopperCookie } from '../../src/domain/clicks/index.ts'
import { Keyring } from '../../src/keys/keyring.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { convertItem, type Links, openTrade, type Trade } from '../setup/trade.ts'

const DAY_MS = 86_400_000
const BROWSER = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148'

let server: TestServer
let trade: Trade
let links: Links

beforeAll(async () => {
  server = await startTestServer()
  trade = await openTrade(server)
  links = await convertItem(server, trade.first, { itemId: trade.items[0] as bigint })
})

afterAll(() => server.close())

beforeEach(async () => {
  await server.db.deleteFrom('clicks').execute()
})

function visit(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  return fetch(url, { method, redirect: 'manual', headers: { 'user-agent': BROWSER, ...headers } })
}

const clicks = () => server.db.selectFrom('clicks').selectAll().orderBy('clicked_at').orderBy('id').execute()

function cookieOf(response: Response): string {
  return (response.headers.get('set-cookie') ?? '').split(';')[0] as string
}

async function expectDeadPage(response: Response): Promise<void> {
  expect(response.status).toBe(404)
  expect(response.headers.get('location')).toBeNull()
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'/)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await response.text()).toContain('Link not available')
}

describe('a click', () => {
  test.each(['long', 'short', 'inTpwd'] as const)(
    'on the %s link is stored before it is answered',
    async (form) => {
      const response = await visit(links[form])
      expect(response.status).toBe(302)
      const location = new URL(response.headers.get('location') as string)
      const [click] = await clicks()
      expect(location.origin).toBe(server.url)
      expect(location.pathname).toBe(`/shop/items/${trade.items[0]}`)
      expect(location.searchParams.get('click_id')).toBe(click?.id.replaceAll('-', ''))
      expect(click).toMatchObject({
        via: form === 'long' ? 'long' : 'short',
        terminal: 'wireless',
        member_id: trade.first.memberId,
        shop_id: trade.shopId,
        item_id: trade.items[0],
        is_bot: false,
        counted: true,
        attributable: true,
        reason: null,
      })
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(response.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Lax$/)
    },
  )

  test('keeps no address and no user agent in clear', async () => {
    await visit(links.long)
    const text = JSON.stringify(await clicks(), (_, value) =>
      Buffer.isBuffer(value) ? value.toString('latin1') : typeof value === 'bigint' ? String(value) : value,
    )
    expect(text).not.toContain('127.0.0.1')
    expect(text).not.toContain('iPhone')
  })

  test('carries the channel that the link was made for', async () => {
    const own = await convertItem(server, trade.first, {
      itemId: trade.items[0] as bigint,
      params: { relation_id: trade.relationId },
    })
    await visit(own.long)
    expect((await clicks())[0]).toMatchObject({ relation_id: BigInt(trade.relationId), special_id: null })
  })

  test('ignores parameters that others added to the link', async () => {
    const response = await visit(`${links.long}&spm=a1&click_id=evil&url=https://evil.example/`)
    const location = new URL(response.headers.get('location') as string)
    expect([...location.searchParams.keys()]).toEqual(['click_id'])
    expect(location.searchParams.get('click_id')).toBe((await clicks())[0]?.id.replaceAll('-', ''))
    expect((await visit(`${links.short}?utm_source=x`)).status).toBe(302)
  })
})

describe('the shopper', () => {
  test('is known again by the cookie, on any link', async () => {
    const first = await visit(links.long)
    const second = await visit(links.short, { cookie: `theme=dark; ${cookieOf(first)}; other=1` })
    expect(cookieOf(second)).toBe(cookieOf(first))
    const [one, two] = await clicks()
    expect(two?.shopper_id).toBe(one?.shopper_id)
  })

  test.each([
    ['made up', () => `otbk_shopper=${'a'.repeat(56)}`],
    [
      'sealed with another key',
      () => `otbk_shopper=${writeShopperCookie(new Keyring([Buffer.alloc(32, 9)]), newShopperId())}`,
    ],
    [
      'with another id under its tag',
      () => {
        const value = writeShopperCookie(server.ctx.keys, newShopperId())
        return `otbk_shopper=${value.startsWith('0') ? '1' : '0'}${value.slice(1)}`
      },
    ],
    ['cut', () => `otbk_shopper=${writeShopperCookie(server.ctx.keys, newShopperId()).slice(0, 40)}`],
  ])('a cookie %s is replaced', async (_, forge) => {
    const forged = forge()
    const response = await visit(links.long, { cookie: forged })
    expect(response.status).toBe(302)
    expect(cookieOf(response)).toMatch(/^otbk_shopper=[0-9a-f]{56}$/)
    expect(cookieOf(response)).not.toBe(forged)
    const again = await visit(links.long, { cookie: cookieOf(response) })
    expect(cookieOf(again)).toBe(cookieOf(response))
  })
})

describe('counting', () => {
  test.each([
    ['HEAD', {}, 'HEAD'],
    ['Sec-Purpose', { 'sec-purpose': 'prefetch;prerender' }, 'GET'],
    ['Purpose', { purpose: 'prefetch' }, 'GET'],
    ['X-Moz', { 'x-moz': 'prefetch' }, 'GET'],
    [
      'a crawler',
      { 'user-agent': 'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/)' },
      'GET',
    ],
  ])('%s opens, counts for nothing and earns nothing', async (_, headers, method) => {
    expect((await visit(links.long, headers as Record<string, string>, method)).status).toBe(302)
    expect(await clicks()).toMatchObject([
      { is_bot: true, counted: false, attributable: false, reason: 'bot' },
    ])
  })

  test.each(['okhttp/4.12.0', 'python-requests/2.32', 'curl/8.5.0'])(
    'the library %s counts',
    async (agent) => {
      await visit(links.long, { 'user-agent': agent })
      expect(await clicks()).toMatchObject([{ is_bot: false, counted: true, attributable: true }])
    },
  )

  test('once for a link and a shopper under 50 clicks at once; another link, another shopper: again', async () => {
    const cookie = cookieOf(await visit(links.long))
    await Promise.all(Array.from({ length: 50 }, () => visit(links.long, { cookie })))
    const counted = async () => (await clicks()).filter((click) => click.counted).length
    expect(await clicks()).toHaveLength(51)
    expect(await counted()).toBe(1)
    // The short form is the same link.
    await visit(links.short, { cookie })
    expect(await counted()).toBe(1)
    const other = await convertItem(server, trade.first, { itemId: trade.items[1] as bigint })
    await visit(other.long, { cookie })
    expect(await counted()).toBe(2)
    await visit(links.long)
    expect(await counted()).toBe(3)
  })

  test('a bot of the same cookie before does not take the count away', async () => {
    const cookie = cookieOf(await visit(links.long, {}, 'HEAD'))
    await visit(links.long, { cookie })
    expect((await clicks()).map((click) => click.counted).sort()).toEqual([false, true])
  })
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

describe('the promoter', () => {
  test('who lost the right: the link opens, earns nothing, and says why', async () => {
    const standing = (value: string) =>
      server.db
        .updateTable('members')
        .set({ standing: value })
        .where('id', '=', trade.first.memberId)
        .execute()
    await standing('suspended')
    await expect
      .poll(async () => {
        await visit(links.long)
        return (await clicks()).at(-1)?.reason
      })
      .toBe('promoter not in good standing')
    const click = (await clicks()).at(-1)
    expect(click).toMatchObject({ attributable: false, is_bot: false })
    await standing('good')
    await expect
      .poll(async () => {
        await visit(links.long)
        return (await clicks()).at(-1)?.attributable
      })
      .toBe(true)
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

describe('time', () => {
  // The clock only moves forward, so what needs it stands last.
  test('a month ahead a click finds its partition, and counts again after an hour', async () => {
    const cookie = cookieOf(await visit(links.long))
    server.ctx.clock.aheadMs += 59 * 60_000
    await visit(links.long, { cookie })
    expect((await clicks()).map((click) => click.counted)).toEqual([true, false])
    server.ctx.clock.aheadMs += 61_000
    await visit(links.long, { cookie })
    expect((await clicks()).map((click) => click.counted)).toEqual([true, false, true])
    for (const days of [31, 62]) {
      server.ctx.clock.aheadMs += days * DAY_MS
      expect((await visit(links.long, { cookie })).status).toBe(302)
    }
    expect(await clicks()).toHaveLength(5)
  })

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
})
