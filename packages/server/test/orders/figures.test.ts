import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'
import { landingOf, sendEvents } from '../setup/shop.ts'
import { convertItem, openTrade, readOrderPage, type Trade } from '../setup/trade.ts'

let server: TestServer
let trade: Trade
let serial = 0

beforeAll(async () => {
  server = await startTestServer()
  trade = await openTrade(server)
})

afterAll(() => server.close())

/** An order through a click on the item, whose later events are sent one by one. */
async function openOrder(itemId: bigint, price: string) {
  const { long } = await convertItem(server, trade.first, { itemId })
  const { clickId } = await landingOf(long)
  const name = `o${serial++}`
  const send = async (type: string, fields: Record<string, unknown> = {}) => {
    const one = { event_id: `${name}-${serial++}`, type, at: new Date().toISOString() }
    const order = {
      trade_parent_id: name,
      trade_id: name,
      item_id: String(itemId),
      item_num: 1,
      price,
      paid_fee: price,
    }
    const [result] = await sendEvents(server, [{ ...one, ...order, click_id: clickId, ...fields }])
    expect(result.status).toBe('accepted')
  }
  const read = async (): Promise<Wire> => {
    const { results } = await readOrderPage(server, trade.first, { page_size: 100 })
    const { trade_id } = await server.db
      .selectFrom('orders')
      .select('trade_id')
      .where('outer_id', '=', name)
      .executeTakeFirstOrThrow()
    return results.find((row: Wire) => row.trade_id === String(trade_id))
  }
  /** The lines of the order's last entry, by account. */
  const lastEntry = async (): Promise<Record<string, bigint>> => {
    const lines = await server.db
      .selectFrom('ledger_lines')
      .innerJoin('ledger_entries', 'ledger_entries.id', 'ledger_lines.entry_id')
      .innerJoin('orders', 'orders.id', 'ledger_entries.order_id')
      .select(['ledger_lines.entry_id', 'account', 'amount_fen'])
      .where('orders.outer_id', '=', name)
      .orderBy('ledger_lines.entry_id')
      .execute()
    const last = lines.at(-1)?.entry_id
    return Object.fromEntries(
      lines.filter((line) => line.entry_id === last).map((line) => [line.account, line.amount_fen]),
    )
  }
  const entries = async () =>
    (
      await server.db
        .selectFrom('ledger_entries')
        .innerJoin('orders', 'orders.id', 'ledger_entries.order_id')
        .select('ledger_entries.id')
        .where('orders.outer_id', '=', name)
        .execute()
    ).length
  return { send, read, lastEntry, entries }
}

test('99.99 at 12.34 %: 12.33, the fee 1.23, payable 11.10; a refund of 33.33 takes back 4.11', async () => {
  const order = await openOrder(trade.items[0] as bigint, '99.99')
  await order.send('created')
  await order.send('paid')
  expect(await order.read()).toMatchObject({
    pub_share_pre_fee: '12.33',
    alimama_share_fee: '1.23',
    tk_status: 12,
  })
  expect(await order.entries()).toBe(0)
  await order.send('received')
  expect(await order.lastEntry()).toEqual({ merchant: -1233n, publisher_pending: 1110n, platform_fee: 123n })
  await order.send('refunded', { refund_id: 'r1', refund_fee: '33.33' })
  expect(await order.lastEntry()).toEqual({ merchant: 411n, publisher_pending: -370n, platform_fee: -41n })
  expect(await order.read()).toMatchObject({
    tk_status: 14,
    pub_share_fee: '8.22',
    pay_price: '66.66',
    refund_tag: 1,
  })
})

test('9.99 at 5 % is 49 fen; three refunds of 3.33 take back exactly 49', async () => {
  const order = await openOrder(trade.items[2] as bigint, '9.99')
  await order.send('received')
  expect(await order.lastEntry()).toEqual({ merchant: -49n, publisher_pending: 45n, platform_fee: 4n })
  const taken: Record<string, bigint>[] = []
  for (const id of ['r1', 'r2', 'r3']) {
    await order.send('refunded', { refund_id: id, refund_fee: '3.33' })
    taken.push(await order.lastEntry())
  }
  // 49 → 33 → 16 → 0, fees 4 → 3 → 1 → 0: never refund × rate, which would be 16 three times.
  expect(taken).toEqual([
    { merchant: 16n, publisher_pending: -15n, platform_fee: -1n },
    { merchant: 17n, publisher_pending: -15n, platform_fee: -2n },
    { merchant: 16n, publisher_pending: -15n, platform_fee: -1n },
  ])
  expect(await order.read()).toMatchObject({ tk_status: 13, pub_share_fee: '0.00', refund_tag: 1 })
})

test('a refund asked for and rejected moves nothing', async () => {
  const order = await openOrder(trade.items[0] as bigint, '99.99')
  await order.send('received')
  const before = await order.entries()
  await order.send('refund_requested', { refund_id: 'r1', refund_fee: '50.00' })
  await order.send('refund_rejected', { refund_id: 'r1', refund_fee: '50.00' })
  expect(await order.entries()).toBe(before)
  expect(await order.read()).toMatchObject({ tk_status: 14, pub_share_fee: '12.33', refund_tag: 1 })
})

test('a commission under one fen closes the order', async () => {
  const order = await openOrder(trade.items[2] as bigint, '0.19')
  await order.send('created')
  await order.send('paid')
  expect(await order.read()).toMatchObject({ tk_status: 13, pub_share_pre_fee: '0.00' })
  await order.send('received')
  expect(await order.entries()).toBe(0)
})

test('129.00 with a coupon of 80 pays on what the buyer paid', async () => {
  const order = await openOrder(trade.items[1] as bigint, '129.00')
  await order.send('paid', { paid_fee: '49.00' })
  expect(await order.read()).toMatchObject({
    alipay_total_price: '49.00',
    total_commission_rate: '20.00',
    pub_share_pre_fee: '9.80',
  })
})
