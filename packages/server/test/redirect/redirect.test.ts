import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { newShopperId, writeShopperCookie } from '../../src/domain/clicks/index.ts'
import { Keyring } from '../../src/keys/keyring.ts'
import { convertItem } from '../setup/trade.ts'
import { cookieOf, openVisits, visit } from './visits.ts'

const DAY_MS = 86_400_000

const { server, trade, clicks, forgetClicks } = await openVisits()
const links = await convertItem(server, trade.first, { itemId: trade.items[0] as bigint })

afterAll(() => server.close())
beforeEach(async () => {
  await forgetClicks()
})

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
})
