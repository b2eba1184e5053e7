import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  findItems,
  findPlansAt,
  findShop,
  type Item,
  landingUrl,
  parseLanding,
} from '../../../src/domain/goods/index.ts'
import { startTestServer, type TestServer } from '../../setup/server.ts'

let server: TestServer
let shopId: bigint
let itemId: bigint
let venueId: bigint

// A shop with pages of its own, as merchants of a real network have.
beforeAll(async () => {
  server = await startTestServer()
  const { db } = server
  const member = await db.selectFrom('members').select('id').orderBy('id').limit(1).executeTakeFirstOrThrow()
  const category = await db.selectFrom('items').select('category_id').limit(1).executeTakeFirstOrThrow()
  const at = server.ctx.clock.now()
  const shop = await db
    .insertInto('shops')
    .values({
      member_id: member.id,
      title: '自有店',
      nick: '自有店',
      is_tmall: false,
      domains: ['shop.example', 'm.elsewhere.test'],
      shop_key: 'own-shop',
      secret_sealed: Buffer.alloc(1),
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  shopId = shop.id
  const item = await db
    .insertInto('items')
    .values({
      shop_id: shopId,
      outer_id: '8899',
      category_id: category.category_id,
      title: '页面',
      pict_url: 'https://img.shop.example/1.png',
      detail_url: 'https://www.shop.example/goods/page.html?id=8899',
      reserve_price_fen: 100n,
      price_fen: 100n,
      stock: 1,
      provcity: '上海',
      search: '',
      created_at: at,
      updated_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  itemId = item.id
  const venue = await db
    .insertInto('venues')
    .values({
      shop_id: shopId,
      title: '会场',
      url: 'https://shop.example/sale/',
      starts_at: at,
      ends_at: new Date(at.getTime() + 1000),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  venueId = venue.id
})
afterAll(() => server.close())

async function getItem(id = itemId): Promise<Item> {
  return (await findItems(server.ctx, [id])).get(id) as Item
}

async function parsed(address: string): Promise<string | undefined> {
  const target = await parseLanding(server.ctx, address)
  if (!target) return undefined
  if (target.kind === 'item') return `item ${target.item.id}${target.skuId ? ` sku ${target.skuId}` : ''}`
  return target.kind === 'shop' ? `shop ${target.shop.id}` : `venue ${target.venue.id} of ${target.shop.id}`
}

describe('pages of a shop’s own', () => {
  test('addresses of its item, by page or by number, over http or https, with any other query', async () => {
    for (const address of [
      'https://www.shop.example/goods/page.html?id=8899',
      'http://www.shop.example/goods/page.html?spm=a1.b2&id=8899#top',
      'HTTPS://WWW.SHOP.EXAMPLE/goods/page.html?id=8899',
      'https://m.shop.example/other?id=8899',
    ]) {
      expect(await parsed(address), address).toBe(`item ${itemId}`)
    }
    expect(await parsed('https://m.shop.example/other?id=8899&skuId=55')).toBe(`item ${itemId} sku 55`)
  })

  test('its venue and the shop itself', async () => {
    expect(await parsed('https://shop.example/sale/?from=chat')).toBe(`venue ${venueId} of ${shopId}`)
    expect(await parsed('https://shop.example/')).toBe(`shop ${shopId}`)
    expect(await parsed('http://m.elsewhere.test')).toBe(`shop ${shopId}`)
  })

  test('nothing else is known', async () => {
    for (const address of [
      'https://shop.example/unknown',
      'https://www.shop.example/goods/page.html?id=1',
      'https://shop.example/?id=%00',
      'https://evilshop.example.net/goods/page.html?id=8899',
      'https://notshop.example/?id=8899',
      'https://elsewhere.test/',
      'https://shop.example@evil.test/?id=8899',
      'https://user:pass@shop.example/',
      'ftp://shop.example/',
      'javascript:alert(1)',
      'not an address',
      `https://shop.example/?${'x'.repeat(2100)}`,
    ]) {
      expect(await parsed(address), address).toBeUndefined()
    }
  })

  test('shoppers are sent to the page with the query added', async () => {
    const item = await getItem()
    const shop = (await findShop(server.ctx, shopId)) as Item['shop']
    expect(landingUrl(server.ctx, { kind: 'item', item, skuId: 55n }, { click_id: 'a b' })).toBe(
      'https://www.shop.example/goods/page.html?id=8899&skuId=55&click_id=a+b',
    )
    expect(landingUrl(server.ctx, { kind: 'shop', shop }, { click_id: 'x' })).toBe(
      'https://shop.example/?click_id=x',
    )
  })

  test.each([
    'https://evil.test/',
    'https://shop.example.evil.test/',
    'https://shop.example@evil.test/',
    'https://u:p@shop.example/',
    'javascript:alert(1)//shop.example',
    'ftp://shop.example/',
    '//shop.example/',
    undefined,
  ])('and never to %s', async (detailUrl) => {
    const item = { ...(await getItem()), detailUrl }
    expect(() => landingUrl(server.ctx, { kind: 'item', item }, {})).toThrow('link.not-promotable')
  })
})

describe('pages of this server', () => {
  test('every landing of a hosted shop parses back to itself', async () => {
    const row = await server.db
      .selectFrom('items')
      .select('id')
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow()
    const item = await getItem(row.id)
    const url = landingUrl(server.ctx, { kind: 'item', item, skuId: 5n }, { click_id: 'c' })
    expect(url).toBe(`${server.url}/shop/items/${item.id}?skuId=5&click_id=c`)
    expect(await parsed(url)).toBe(`item ${item.id} sku 5`)
    expect(await parsed(landingUrl(server.ctx, { kind: 'shop', shop: item.shop }, {}))).toBe(
      `shop ${item.shopId}`,
    )
    const venue = await server.db
      .selectFrom('venues')
      .select(['id', 'shop_id'])
      .orderBy('id')
      .executeTakeFirstOrThrow()
    expect(await parsed(`${server.url}/shop/venues/${venue.id}`)).toBe(
      `venue ${venue.id} of ${venue.shop_id}`,
    )
  })

  test('other paths, other ports and shops that are not hosted here are not', async () => {
    const row = await server.db
      .selectFrom('items')
      .select('id')
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow()
    for (const address of [
      `${server.url}/shop/items/${itemId}`,
      `${server.url}/shop/shops/${shopId}`,
      `${server.url}/shop/venues/${venueId}`,
      `${server.url}/shop/items/1`,
      `${server.url}/shop/items/${'9'.repeat(30)}`,
      `${server.url}/shop/orders/${row.id}`,
      `http://127.0.0.1:1/shop/items/${row.id}`,
    ]) {
      expect(await parsed(address), address).toBeUndefined()
    }
  })
})

test('a plan is read as it was, inside a transaction too', async () => {
  const { db, ctx } = server
  const now = ctx.clock.now().getTime()
  const at = (hours: number) => new Date(now + hours * 3_600_000)
  const plan = {
    kind: 'general',
    shop_id: shopId,
    category_id: null,
    item_id: null,
    member_id: null,
    name: 'g',
  }
  await db
    .insertInto('commission_plans')
    .values([
      { ...plan, rate_bp: 300, starts_at: at(-10), ends_at: at(-5) },
      { ...plan, rate_bp: 400, starts_at: at(-5), ends_at: null },
      { ...plan, kind: 'marketing', item_id: itemId, rate_bp: 900, starts_at: at(-7), ends_at: at(-4) },
    ])
    .execute()
  const item = await getItem()
  const rateAt = (hours: number, generalOnly = false) =>
    ctx.store.transact(async (tx) => {
      const [found] = await findPlansAt(tx, [{ item, memberId: 1n, at: at(hours), generalOnly }])
      return found?.plan?.rateBp
    })
  expect(await rateAt(-11)).toBeUndefined()
  expect(await rateAt(-8)).toBe(300)
  expect(await rateAt(-6)).toBe(900)
  expect(await rateAt(-6, true)).toBe(300)
  expect(await rateAt(-5, true)).toBe(400)
  expect(await rateAt(-4)).toBe(400)
})
