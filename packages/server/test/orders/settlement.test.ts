import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditBookings, settleOrders } from '../../src/domain/orders/index.ts'
import { auditLedger, isLedgerInOrder } from '../../src/domain/settlement/index.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { openTrade, type Trade } from '../setup/trade.ts'
import { type OneOrder, openOrder } from './one-order.ts'

let server: TestServer
let trade: Trade

beforeAll(async () => {
  server = await startTestServer()
  trade = await openTrade(server)
})

afterAll(async () => {
  const ledger = await auditLedger(server.ctx)
  const bookings = await auditBookings(server.ctx)
  await server.close()
  expect(isLedgerInOrder(ledger)).toBe(true)
  expect(bookings.wrong).toEqual([])
})

const received = { merchant: -1233n, publisher_pending: 1110n, platform_fee: 123n }
const settled = { publisher_pending: -1110n, publisher_available: 1110n }

/** An order of 99.99 at 12.34 % that was received just now. */
async function receivedOrder(): Promise<OneOrder> {
  const order = await openOrder(server, trade, { itemId: trade.items[0] as bigint, price: '99.99' })
  for (const type of ['created', 'paid', 'received']) await order.send(type)
  return order
}

/** Days go by, and whatever is due is done. */
async function advance(text: string): Promise<void> {
  const { status } = await askAsOperator(server, '/sandbox/clock', { body: { advance: text } })
  expect(status).toBe(200)
}

describe('settlement', () => {
  test('comes when the refund window of 15 days is over, not before, and once', async () => {
    const order = await receivedOrder()
    await advance('14d')
    expect(await order.entries()).toEqual([received])
    await advance('23h')
    expect(await order.entries()).toEqual([received])
    await advance('1h')
    expect(await order.entries()).toEqual([received, settled])
    expect(await order.read()).toMatchObject({
      tk_status: 3,
      pub_share_fee: '12.33',
      alimama_share_fee: '1.23',
    })
    expect((await order.read()).tk_earning_time).toMatch(/^\d{4}-/)
    await advance('1d')
    expect(await order.entries()).toEqual([received, settled])
  })

  test('waits while a refund is open; a rejected one lets it go on', async () => {
    const order = await receivedOrder()
    await order.send('refund_requested', { refund_id: 'r', refund_fee: '33.33' })
    await advance('20d')
    expect(await order.entries()).toEqual([received])
    await order.send('refund_rejected', { refund_id: 'r', refund_fee: '33.33' })
    expect(await order.read()).toMatchObject({ tk_status: 14 })
    await advance('1d')
    expect(await order.entries()).toEqual([received, settled])
  })

  test('settles what a refund before it has left', async () => {
    const order = await receivedOrder()
    await order.send('refunded', { refund_id: 'r', refund_fee: '33.33' })
    await advance('15d')
    expect((await order.entries()).at(-1)).toEqual({ publisher_pending: -740n, publisher_available: 740n })
    expect(await order.read()).toMatchObject({ tk_status: 3, pub_share_fee: '8.22', refund_tag: 1 })
  })

  test('a refund of 33.33 after it takes 4.11 back: 3.70 of the promoter, 0.41 of the fee', async () => {
    const order = await receivedOrder()
    await advance('15d')
    await order.send('refunded', { refund_id: 'r', refund_fee: '33.33' })
    const refunded = { merchant: 411n, publisher_available: -370n, platform_fee: -41n }
    expect(await order.entries()).toEqual([received, settled, refunded])
    expect(await order.read()).toMatchObject({ tk_status: 3, pub_share_fee: '8.22', refund_tag: 1 })
  })

  test('an order that was refunded whole after it stays settled and has earned nothing', async () => {
    const order = await receivedOrder()
    await advance('15d')
    await order.send('refunded', { refund_id: 'r', refund_fee: '99.99' })
    const taken = { merchant: 1233n, publisher_available: -1110n, platform_fee: -123n }
    expect(await order.entries()).toEqual([received, settled, taken])
    expect(await order.read()).toMatchObject({ tk_status: 3, pub_share_fee: '0.00' })
  })

  test('two runs at once settle each order once', async () => {
    const orders = await Promise.all(Array.from({ length: 8 }, receivedOrder))
    // Only the clock: the runs are these.
    server.ctx.clock.aheadMs += 16 * 86_400_000
    const runs = await Promise.all([settleOrders(server.ctx), settleOrders(server.ctx)])
    expect(runs.reduce((sum, run) => sum + run.orders, 0)).toBe(orders.length)
    for (const order of orders) expect(await order.entries()).toEqual([received, settled])
  })
})
