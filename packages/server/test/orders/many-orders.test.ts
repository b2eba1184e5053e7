import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { landingOf, sendEvents } from '../setup/shop.ts'
import { convertItem, openTrade, type Trade } from '../setup/trade.ts'

let server: TestServer
let trade: Trade
let link: string
let serial = 0

beforeAll(async () => {
  server = await startTestServer()
  trade = await openTrade(server)
  link = (await convertItem(server, trade.first, { itemId: trade.items[0] as bigint })).long
})

afterAll(() => server.close())

const at = (ms = 0) => new Date(Date.now() + ms).toISOString()

function event(name: string, fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    event_id: `e${serial++}`,
    type: 'created',
    trade_parent_id: `of ${name}`,
    trade_id: name,
    item_id: String(trade.items[0]),
    item_num: 1,
    price: '99.99',
    paid_fee: '99.99',
    at: at(),
    ...fields,
  }
}

async function send(events: Record<string, unknown>[]): Promise<void> {
  for (let from = 0; from < events.length; from += 500) {
    const results = await sendEvents(server, events.slice(from, from + 500))
    expect(results.filter((result) => result.status !== 'accepted')).toEqual([])
  }
}

const ordersOf = (name: string) =>
  server.db
    .selectFrom('orders')
    .select(['outer_id', 'member_id', 'status', 'booked_commission_fen'])
    .where('outer_id', 'like', `${name}-%`)
    .execute()

describe('a buyer who becomes known late', () => {
  // More than are read at a time, more than are written at a time, and buyers that share a page.
  const buyers = { few: 3, ann: 130, bob: 90, cleo: 620, none: 0, dora: 105 }
  const names = Object.keys(buyers)

  beforeAll(async () => {
    // Many at the very same moment: a page may end between them.
    const soonMs = Date.now() + 2000
    await send(
      Object.entries(buyers).flatMap(([buyer_id, count]) =>
        Array.from({ length: count }, (_, index) => {
          const fields = { type: 'received', buyer_id, at: new Date(soonMs + (index % 20)).toISOString() }
          return event(`${buyer_id}-${index}`, fields)
        }),
      ),
    )
    await send(names.map((buyer_id) => event(`early ${buyer_id}-0`, { buyer_id, at: at(-5000) })))
  })

  test('takes along every later order of theirs, however many there are', async () => {
    const { clickId } = await landingOf(link)
    const known = names.map((buyer_id) => event(`known ${buyer_id}-0`, { buyer_id, click_id: clickId }))
    // One of the later orders has news of its own in the same request.
    const refund = { type: 'refunded', refund_id: 'r', refund_fee: '99.99', at: at(9000) }
    await send([...known, event('ann-7', refund)])
    for (const [name, count] of Object.entries(buyers)) {
      const orders = await ordersOf(name)
      expect(orders).toHaveLength(count)
      const rest = orders.filter((order) => order.outer_id !== 'ann-7')
      const wanted = { member_id: trade.first.memberId, status: 14, booked_commission_fen: 1233n }
      for (const { outer_id, ...order } of rest) expect([outer_id, order]).toEqual([outer_id, wanted])
      expect(await ordersOf(`early ${name}`)).toMatchObject([{ member_id: null }])
    }
    const [refunded] = (await ordersOf('ann')).filter((order) => order.outer_id === 'ann-7')
    expect(refunded).toMatchObject({ member_id: trade.first.memberId, status: 13, booked_commission_fen: 0n })
  })

  test('and the ledger holds what they earned, in changes that share no number', async () => {
    const { rows } = await sql<{ orders: bigint; held: string; total: string; changes: bigint }>`
      select count(*) as orders, sum(booked_commission_fen)::text as held, count(distinct change_no) as changes,
        (select sum(amount_fen)::text from ledger_lines where account = 'merchant') as total
      from orders`.execute(server.db)
    const earning = Object.values(buyers).reduce((sum, count) => sum + count, 0) - 1
    const orders = BigInt(earning + 1 + 2 * names.length)
    const held = earning * 1233
    expect(rows).toEqual([{ orders, held: String(held), total: String(-held), changes: orders }])
  })
})

test('a request asks the database as often for 200 orders as for two', async () => {
  const counted = async (count: number) => {
    const clicks = await Promise.all(Array.from({ length: count }, () => landingOf(link)))
    const orders = clicks.map(({ clickId }) => {
      const name = `counted-${serial++}`
      return event(name, { click_id: clickId, buyer_id: `buyer of ${name}` })
    })
    const before = queries
    await send(orders)
    return queries - before
  }
  let queries = 0
  const counting = new WeakSet<object>()
  server.ctx.store.pool.on('acquire', (client) => {
    if (counting.has(client)) return
    counting.add(client)
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    client.query = ((...args: unknown[]) => {
      queries++
      return query(...args)
    }) as typeof client.query
  })
  await counted(1)
  const two = await counted(2)
  expect(two).toBeGreaterThan(0)
  expect(await counted(200)).toBe(two)
})
