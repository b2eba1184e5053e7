import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { landingOf, sendEvents } from '../setup/shop.ts'
import { convertItem, openTrade, readOrderPage, type Trade } from '../setup/trade.ts'

let server: TestServer
let trade: Trade
let links: { item: string; other: string; second: string }
let serial = 0

beforeAll(async () => {
  server = await startTestServer()
  trade = await openTrade(server)
  const [item, other] = trade.items as [bigint, bigint]
  links = {
    item: (await convertItem(server, trade.first, { itemId: item })).long,
    other: (await convertItem(server, trade.first, { itemId: other })).long,
    second: (await convertItem(server, trade.second, { itemId: item })).long,
  }
})

afterAll(() => server.close())

const at = (ms = 0) => new Date(Date.now() + ms).toISOString()

function order(fields: Record<string, unknown> = {}): Record<string, unknown> {
  serial++
  return {
    trade_parent_id: `p${serial}`,
    trade_id: `t${serial}`,
    item_id: String(trade.items[0]),
    item_num: 1,
    price: '99.99',
    paid_fee: '99.99',
    at: at(),
    ...fields,
  }
}

const send = async (...events: Record<string, unknown>[]) => {
  const results = await sendEvents(
    server,
    events.map((event) => ({ event_id: `e${serial++}`, type: 'created', ...event })),
  )
  expect(results.map((result) => result.status)).toEqual(events.map(() => 'accepted'))
}

const stored = (outerId: unknown) =>
  server.db
    .selectFrom('orders')
    .selectAll()
    .where('outer_id', '=', outerId as string)
    .executeTakeFirstOrThrow()

describe('which click earns', () => {
  test('the last on the item, though a later one led elsewhere in the shop', async () => {
    const first = await landingOf(links.second)
    await landingOf(links.item, { cookie: first.cookie })
    const last = await landingOf(links.other, { cookie: first.cookie })
    const one = order({ click_id: last.clickId })
    await send(one)
    expect(await stored(one.trade_id)).toMatchObject({
      member_id: trade.first.memberId,
      rate_bp: 1234,
      plan_kind: 'marketing',
      decision: { rule: 'same item', shoppers: 1 },
    })
  })

  test('another promoter who was the last on the item', async () => {
    const first = await landingOf(links.item)
    await landingOf(links.second, { cookie: first.cookie })
    const one = order({ click_id: first.clickId })
    await send(one)
    expect((await stored(one.trade_id)).member_id).toBe(trade.second.memberId)
  })

  test('else the last in the shop, by the general plan', async () => {
    const { clickId } = await landingOf(links.other)
    const one = order({ click_id: clickId })
    await send(one)
    const row = await stored(one.trade_id)
    expect(row).toMatchObject({ member_id: trade.first.memberId, plan_kind: 'general' })
    expect(row.decision).toMatchObject({ rule: 'same shop' })
    expect(row.rate_bp).toBeLessThan(1234)
  })

  test('no number of clicks that may not earn crowds out the one that may', async () => {
    const { clickId, cookie } = await landingOf(links.item)
    for (let i = 0; i < 6; i++) {
      await Promise.all(
        Array.from({ length: 40 }, () =>
          fetch(links.second, { method: 'HEAD', redirect: 'manual', headers: { cookie } }),
        ),
      )
    }
    const one = order({ click_id: clickId })
    await send(one)
    expect((await stored(one.trade_id)).member_id).toBe(trade.first.memberId)
  })

  test('nor do later clicks elsewhere in the shop', async () => {
    const { clickId, cookie } = await landingOf(links.second)
    for (let i = 0; i < 6; i++) {
      await Promise.all(Array.from({ length: 40 }, () => landingOf(links.other, { cookie })))
    }
    const one = order({ click_id: clickId })
    await send(one)
    expect((await stored(one.trade_id)).member_id).toBe(trade.second.memberId)
  })

  test('none: the order is nobody’s, closed for them, and the ledger knows nothing of it', async () => {
    const one = order()
    await send(one, { ...one, type: 'received' })
    const row = await stored(one.trade_id)
    expect(row).toMatchObject({
      member_id: null,
      rate_bp: 0,
      booked_commission_fen: 0n,
      booked_member_id: null,
    })
    const entries = await server.db
      .selectFrom('ledger_entries')
      .select('id')
      .where('order_id', '=', row.id)
      .execute()
    expect(entries).toEqual([])
  })

  test('terms are frozen: a plan that ends after the click still pays, a new one does not', async () => {
    const { clickId } = await landingOf(links.item)
    const itemId = trade.items[0] as bigint
    await server.db
      .updateTable('commission_plans')
      .set({ ends_at: new Date() })
      .where('item_id', '=', itemId)
      .where('kind', '=', 'marketing')
      .execute()
    const plan = {
      kind: 'marketing',
      shop_id: trade.shopId,
      item_id: itemId,
      name: '新计划',
      rate_bp: 3000,
    } as const
    await server.db
      .insertInto('commission_plans')
      .values({ ...plan, starts_at: new Date() })
      .execute()
    const before = order({ click_id: clickId })
    await send(before)
    const { clickId: later } = await landingOf(links.item)
    const after = order({ click_id: later })
    await send(after)
    expect((await stored(before.trade_id)).rate_bp).toBe(1234)
    expect((await stored(after.trade_id)).rate_bp).toBe(3000)
  })

  test('a channel of the link is told with the order', async () => {
    const own = await convertItem(server, trade.first, {
      itemId: trade.items[0] as bigint,
      params: { relation_id: trade.relationId, special_id: trade.specialId },
    })
    const { clickId } = await landingOf(own.long)
    const one = order({ click_id: clickId })
    await send(one)
    expect(await stored(one.trade_id)).toMatchObject({
      relation_id: BigInt(trade.relationId),
      special_id: BigInt(trade.specialId),
    })
    const page = await readOrderPage(server, trade.first, { order_scene: 2, page_size: 100 })
    expect(page.results).toMatchObject([
      { relation_id: Number(trade.relationId), special_id: Number(trade.specialId) },
    ])
  })
})

describe('a buyer who was seen as a shopper', () => {
  test('takes later orders along that carry no click', async () => {
    const { clickId } = await landingOf(links.item)
    const known = order({ click_id: clickId, buyer_id: 'ann' })
    const later = order({ buyer_id: 'ann' })
    const stranger = order({ buyer_id: 'bob' })
    await send(known)
    await send(later, stranger)
    expect((await stored(later.trade_id)).member_id).toBe(trade.first.memberId)
    expect((await stored(stranger.trade_id)).member_id).toBeNull()
  })

  test('takes earlier reported orders along too, when it becomes known late', async () => {
    const { clickId } = await landingOf(links.item)
    const early = order({ buyer_id: 'cleo', at: at(2000) })
    const before = order({ buyer_id: 'cleo', at: at(-3000) })
    await send(early, before, { ...early, type: 'received', at: at(3000) })
    expect((await stored(early.trade_id)).member_id).toBeNull()
    const known = order({ click_id: clickId, buyer_id: 'cleo', at: at() })
    await send(known)
    expect(await stored(early.trade_id)).toMatchObject({
      member_id: trade.first.memberId,
      status: 14,
      booked_member_id: trade.first.memberId,
    })
    // What was bought before the buyer was seen stays nobody's.
    expect((await stored(before.trade_id)).member_id).toBeNull()
  })

  test('also when the news comes together with an event of the other order that says nothing of the buyer', async () => {
    const { clickId } = await landingOf(links.item)
    const early = order({ buyer_id: 'dora', at: at(2000) })
    await send(early)
    const known = order({ click_id: clickId, buyer_id: 'dora' })
    const { buyer_id: _, ...paid } = early
    await send(known, { ...paid, type: 'paid', at: at(2500) })
    expect(await stored(early.trade_id)).toMatchObject({ member_id: trade.first.memberId, status: 12 })
  })

  test('also when both arrive at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      const { clickId } = await landingOf(links.item)
      const buyer_id = `eve${round}`
      const early = order({ buyer_id, at: at(2000) })
      const known = order({ click_id: clickId, buyer_id })
      await Promise.all([send(early), send(known)])
      expect((await stored(early.trade_id)).member_id).toBe(trade.first.memberId)
    }
  })

  test('is not known in another shop by the same name, and no name is kept in clear', async () => {
    const rows = await server.db.selectFrom('shop_buyers').selectAll().execute()
    expect(rows.length).toBeGreaterThan(0)
    const names = ['ann', 'cleo', 'dora'].map((name) => Buffer.from(name))
    expect(rows.some((row) => names.some((name) => row.buyer_hash.includes(name)))).toBe(false)
    const hash = (shopId: bigint) => server.ctx.keys.mac('buyer-id', `${shopId} ann`)
    expect(rows.some((row) => row.buyer_hash.equals(hash(trade.shopId)))).toBe(true)
    expect(hash(trade.shopId).equals(hash(trade.shopId + 1n))).toBe(false)
  })
})
