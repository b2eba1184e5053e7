import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { refreshOffers, type Search, searchItems } from '../../../src/domain/goods/index.ts'
import { expectedGoods } from '../../methods/goods/network-reference.ts'
import { startTestServer, type TestServer } from '../../setup/server.ts'

const DAY_MS = 86_400_000

let server: TestServer
let memberId: bigint
let tops: bigint[]

beforeAll(async () => {
  server = await startTestServer()
  memberId = BigInt(server.demo.pid.split('_')[1] as string)
  tops = (await server.db.selectFrom('categories').select('id').where('parent_id', 'is', null).execute()).map(
    (row) => row.id,
  )
})
afterAll(() => server.close())
beforeEach(async () => {
  await refreshOffers(server.ctx)
})

const search = (wanted: Partial<Search>, at = server.ctx.clock.now()) =>
  searchItems(
    {
      ...server.ctx,
      promoterId: memberId,
      clock: { now: () => at, wall: () => at } as never,
      app: { id: 1n, key: '1', ownerId: memberId },
      ip: '127.0.0.1',
    },
    {
      filter: { categoryIds: tops },
      sort: { key: 'tk_rate', descending: true },
      pageNo: 1,
      pageSize: 10_000,
      ...wanted,
    },
  )

/** What the search must answer, worked out from the raw rows. */
async function expected(at = server.ctx.clock.now()) {
  const goods = await expectedGoods(server.db, memberId, at)
  const down = (a: bigint | number, b: bigint | number) => (a > b ? -1 : a < b ? 1 : 0)
  goods.sort((a, b) => down(a.rate, b.rate) || down(a.volume, b.volume) || -down(a.id, b.id))
  return { goods, ids: goods.map((item) => item.id) }
}

async function outdated(at = server.ctx.clock.now()): Promise<number> {
  const rows = await server.db
    .selectFrom('item_search')
    .innerJoin('shops', 'shops.id', 'item_search.shop_id')
    .where((where) =>
      where.or([
        where('offers_until', '<=', at),
        where('item_search.terms_version', '<>', where.ref('shops.terms_version')),
      ]),
    )
    .select('item_id')
    .execute()
  return rows.length
}

async function someItem() {
  const { goods } = await expected()
  const one = goods[Math.floor(goods.length / 2)]
  return server.db
    .selectFrom('items')
    .selectAll()
    .where('id', '=', one?.id as bigint)
    .executeTakeFirstOrThrow()
}

const open = () => {
  const now = server.ctx.clock.now().getTime()
  return { starts_at: new Date(now - DAY_MS), ends_at: new Date(now + DAY_MS) }
}

describe('a change is in the next search, written down or not', () => {
  test.each([
    [
      "an item's plan",
      async () => {
        const item = await someItem()
        const plan = { kind: 'marketing', shop_id: item.shop_id, item_id: item.id, name: 'x', rate_bp: 7000 }
        await server.db
          .insertInto('commission_plans')
          .values({ ...plan, category_id: null, member_id: null, ...open() })
          .execute()
        return 1
      },
    ],
    [
      "a whole shop's plan",
      async () => {
        const item = await someItem()
        const plan = { kind: 'general', shop_id: item.shop_id, item_id: null, name: 'x', rate_bp: 6000 }
        await server.db
          .insertInto('commission_plans')
          .values({ ...plan, category_id: item.category_id, member_id: null, ...open() })
          .execute()
        return 1
      },
    ],
    [
      'the end of a plan',
      async () => {
        const item = await someItem()
        const { numUpdatedRows } = await server.db
          .updateTable('commission_plans')
          .set({ ends_at: new Date(server.ctx.clock.now().getTime() - 1) })
          .where('shop_id', '=', item.shop_id)
          .where('kind', '<>', 'targeted')
          .executeTakeFirst()
        return Number(numUpdatedRows)
      },
    ],
    [
      "the last piece of an item's coupon",
      async () => {
        const item = await someItem()
        const coupon = { activity_id: 'one-left', shop_id: item.shop_id, item_id: item.id, face_fen: 1n }
        await server.db
          .insertInto('coupons')
          .values({ ...coupon, threshold_fen: 1n, total_count: 1, remain_count: 1, ...open() })
          .execute()
        await refreshOffers(server.ctx)
        await server.db
          .updateTable('coupons')
          .set({ remain_count: 0 })
          .where('activity_id', '=', 'one-left')
          .execute()
        return 1
      },
    ],
  ])('%s', async (_what, change) => {
    const before = await expected()
    expect((await search({})).itemIds).toEqual(before.ids)
    expect(await change()).toBeGreaterThan(0)
    expect(await outdated()).toBeGreaterThan(0)
    const after = await expected()
    expect((await search({})).itemIds).toEqual(after.ids)
    expect(await refreshOffers(server.ctx)).toBeGreaterThan(0)
    expect(await outdated()).toBe(0)
    expect((await search({})).itemIds).toEqual(after.ids)
  })

  test('an item taken off the shelf, and its price', async () => {
    const item = await someItem()
    const { ids } = await expected()
    expect(ids).toContain(item.id)
    await server.db.updateTable('items').set({ status: 'off' }).where('id', '=', item.id).execute()
    expect((await search({})).itemIds).not.toContain(item.id)
    await server.db
      .updateTable('items')
      .set({ status: 'on', price_fen: 77_777_700n, promotion_price_fen: null })
      .where('id', '=', item.id)
      .execute()
    const dear = await search({ filter: { categoryIds: tops, minPriceFen: 70_000_000n } })
    expect(dear).toEqual({ total: 1, itemIds: [item.id] })
  })

  test('one piece of a coupon less outdates nothing', async () => {
    const { numUpdatedRows } = await server.db
      .updateTable('coupons')
      .set((set) => ({ remain_count: set('remain_count', '-', 1) }))
      .where('remain_count', '>', 1)
      .executeTakeFirst()
    expect(Number(numUpdatedRows)).toBeGreaterThan(50)
    expect(await outdated()).toBe(0)
  })
})

describe('time alone', () => {
  test.each([1, 5, 15, 60])(
    '%i days on, what has begun and ended is right before and after it is written',
    async (days) => {
      const at = new Date(server.ctx.clock.now().getTime() + days * DAY_MS)
      expect(await outdated(at)).toBeGreaterThan(0)
      const { goods, ids } = await expected(at)
      expect((await search({}, at)).itemIds).toEqual(ids)
      const cheap = goods.filter((item) => item.hasCoupon && item.final <= 5000n)
      const filter = { categoryIds: tops, onlyWithCoupon: true, maxPriceFen: 5000n }
      expect((await search({ filter }, at)).itemIds).toEqual(cheap.map((item) => item.id))
      const later = { ...server.ctx, clock: { now: () => at, wall: () => at } as never }
      await refreshOffers(later)
      expect(await outdated(at)).toBe(0)
      expect((await search({}, at)).itemIds).toEqual(ids)
      // The next round of the present day is right again too.
      await server.db
        .updateTable('item_search')
        .set({ offers_until: new Date(0) })
        .execute()
    },
  )
})
