import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refreshShopFigures } from '../../../src/domain/goods/index.ts'
import type { DemoRecord } from '../../../src/seed/demo-record.ts'
import { findDemoRecord } from '../../../src/seed/index.ts'
import { startTestServer, type TestServer, type Wire } from '../../setup/server.ts'

const FIELDS = 'user_id,shop_title,shop_type,seller_nick,pict_url,shop_url'

/** What a shop is searched by, worked out from raw rows without the code under test. */
type Known = {
  id: bigint
  title: string
  isTmall: boolean
  rating: number
  rate: number
  items: number
  promoted: number
  volume: bigint
  mainCategory: string
}

let server: TestServer
let record: DemoRecord
let shops: Known[]

beforeAll(async () => {
  server = await startTestServer()
  record = (await findDemoRecord(server.db)) as DemoRecord
  shops = await readShops()
})
afterAll(() => server.close())

async function readShops(): Promise<Known[]> {
  const { db } = server
  const items = await db.selectFrom('items').selectAll().where('status', '=', 'on').execute()
  const plans = await db.selectFrom('commission_plans').selectAll().where('kind', '=', 'general').execute()
  const categories = await db.selectFrom('categories').selectAll().execute()
  const byId = new Map(categories.map((category) => [category.id, category]))
  const rows = await db.selectFrom('shops').selectAll().where('status', '=', 'open').execute()
  return rows.map((shop) => {
    const own = items.filter((item) => item.shop_id === shop.id)
    const counts = new Map<bigint, number>()
    for (const { category_id } of own) {
      const top = byId.get(category_id)?.parent_id ?? category_id
      counts.set(top, (counts.get(top) ?? 0) + 1)
    }
    const [main] = [...counts].sort((a, b) => b[1] - a[1] || Number(a[0] - b[0]))
    return {
      id: shop.id,
      title: shop.title,
      isTmall: shop.is_tmall,
      rating: shop.rating,
      rate: plans.find((plan) => plan.shop_id === shop.id && plan.category_id === null)?.rate_bp ?? 0,
      items: own.length,
      promoted: own.filter((item) => item.promoted).length,
      volume: own.reduce((sum, item) => sum + item.volume, 0n),
      mainCategory: byId.get(main?.[0] ?? 0n)?.name ?? '',
    }
  })
}

async function search(params: Record<string, unknown>): Promise<Wire> {
  const answer = await server.call('taobao.tbk.shop.get', { fields: FIELDS, page_size: 100, ...params })
  return answer.tbk_shop_get_response ?? answer.error_response
}

const idsOf = (answer: Wire) => (answer.results.n_tbk_shop ?? []).map((shop: Wire) => BigInt(shop.user_id))

type Order = (a: Known, b: Known) => number
const bySales: Order = (a, b) => Number(b.volume - a.volume) || Number(a.id - b.id)
const ids = (found: Known[], order: Order = bySales) => [...found].sort(order).map(({ id }) => id)

describe('taobao.tbk.shop.get', () => {
  test('words in the title, the nick or the name of the main category', async () => {
    expect(idsOf(await search({ q: '旗舰店' }))).toEqual(ids(shops.filter((s) => s.title.includes('旗舰店'))))
    const { mainCategory, title } = shops[0] as Known
    const inBranch = shops.filter((s) => s.mainCategory === mainCategory)
    const half = mainCategory.split('/')[0] ?? ''
    expect(idsOf(await search({ q: half }))).toEqual(expect.arrayContaining(ids(inBranch)))
    expect(idsOf(await search({ q: `${half} ${title.slice(0, 2)}` }))).toContain(shops[0]?.id)
    expect(idsOf(await search({ q: `${half} 没有这样的店` }))).toEqual([])
    expect(idsOf(await search({ q: '%' }))).toEqual([])
  })

  test.each<[string, Record<string, unknown>, (shop: Known) => boolean]>([
    ['mall shops', { is_tmall: true }, (s) => s.isTmall],
    ['either, when it is false', { is_tmall: false }, () => true],
    ['a level', { start_credit: 8, end_credit: 15 }, (s) => s.rating >= 8 && s.rating <= 15],
    [
      'a rate',
      { start_commission_rate: 200, end_commission_rate: 400 },
      (s) => s.rate >= 200 && s.rate <= 400,
    ],
    ['goods', { start_total_action: 20, end_total_action: 60 }, (s) => s.items >= 20 && s.items <= 60],
    [
      'promoted goods',
      { start_auction_count: 30, end_auction_count: 70 },
      (s) => s.promoted >= 30 && s.promoted <= 70,
    ],
  ])('filtered by %s', async (_name, params, belongs) => {
    const all = shops.filter((shop) => shop.title.includes('店'))
    const expected = ids(all.filter(belongs))
    expect(expected.length).toBeGreaterThan(0)
    const answer = await search({ q: '店', ...params })
    expect(idsOf(answer)).toEqual(expected)
    expect(answer.total_results).toBe(expected.length)
  })

  test.each<[string, (shop: Known) => number]>([
    ['commission_rate', (s) => s.rate],
    ['auction_count', (s) => s.items],
    ['total_auction', (s) => Number(s.volume)],
  ])('sorted by %s', async (key, value) => {
    const all = shops.filter((shop) => shop.title.includes('店'))
    const up = await search({ q: '店', sort: `${key}_asc` })
    expect(idsOf(up)).toEqual(ids(all, (a, b) => value(a) - value(b) || bySales(a, b)))
    const down = await search({ q: '店', sort: `${key}_des` })
    expect(idsOf(down)).toEqual(ids(all, (a, b) => value(b) - value(a) || bySales(a, b)))
  })

  test('pages without repeats, to the end', async () => {
    const all = idsOf(await search({ q: '店' }))
    const paged: bigint[] = []
    for (let page = 1; paged.length < all.length; page++) {
      const found = await search({ q: '店', page_no: page, page_size: 7 })
      expect(found.total_results).toBe(all.length)
      paged.push(...idsOf(found))
    }
    expect(paged).toEqual(all)
    expect(idsOf(await search({ q: '店', page_no: 100 }))).toEqual([])
  })

  test('only the members asked for; a shop’s page and picture can be opened', async () => {
    const { results } = await search({ q: '店', fields: 'user_id, shop_type', page_size: 1 })
    expect(Object.keys(results.n_tbk_shop[0]).sort()).toEqual(['shop_type', 'user_id'])
    const whole = await search({ q: '旗舰店', page_size: 1 })
    const [shop] = whole.results.n_tbk_shop
    expect(shop).toMatchObject({ shop_type: 'B', shop_url: `${server.url}/shop/shops/${shop.user_id}` })
    expect((await fetch(shop.pict_url)).status).toBe(200)
    expect(await search({ q: '店', fields: 'nothing' })).toMatchObject({
      code: 41,
      msg: 'Invalid arguments:fields',
    })
  })

  test('a closed shop is gone at once, counts with the next refresh', async () => {
    const [shop] = shops.filter((each) => each.title.includes('店')) as [Known]
    await server.db.updateTable('shops').set({ status: 'closed' }).where('id', '=', shop.id).execute()
    expect(idsOf(await search({ q: '店' }))).not.toContain(shop.id)
    await server.db.updateTable('shops').set({ status: 'open' }).where('id', '=', shop.id).execute()
    await server.db.updateTable('items').set({ status: 'off' }).where('shop_id', '=', shop.id).execute()
    await refreshShopFigures(server.ctx)
    expect(idsOf(await search({ q: '店', start_total_action: 1 }))).not.toContain(shop.id)
    expect(idsOf(await search({ q: '店', end_total_action: 0 }))).toContain(shop.id)
    await server.db.updateTable('items').set({ status: 'on' }).where('shop_id', '=', shop.id).execute()
    shops = await readShops()
    await refreshShopFigures(server.ctx)
  })
})

describe('taobao.tbk.shop.recommend.get', () => {
  const ask = async (params: Record<string, unknown>): Promise<Wire> => {
    const answer = await server.call('taobao.tbk.shop.recommend.get', { fields: FIELDS, ...params })
    return answer.tbk_shop_recommend_get_response ?? answer.error_response
  }

  test('shops of the same branch, the best sold first, not itself', async () => {
    const branches = new Set<string>()
    for (const own of shops) {
      const related = shops.filter(
        (s) => s.id !== own.id && s.mainCategory === own.mainCategory && s.promoted > 0,
      )
      const answer = await ask({ user_id: String(own.id), count: 3 })
      expect(idsOf(answer)).toEqual(ids(related).slice(0, 3))
      if (related.length > 0) branches.add(own.mainCategory)
    }
    expect(branches.size).toBeGreaterThan(3)
  })

  test('an unknown seller', async () => {
    expect(await ask({ user_id: 42 })).toMatchObject({ code: 15, sub_code: '20011' })
    expect(await ask({ user_id: record.shopId, count: 41 })).toMatchObject({ code: 41 })
  })
})
