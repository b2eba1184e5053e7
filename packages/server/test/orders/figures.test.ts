import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { openTrade, type Trade } from '../setup/trade.ts'
import { openOrder } from './one-order.ts'

let server: TestServer
let trade: Trade

beforeAll(async () => {
  server = await startTestServer()
  trade = await openTrade(server)
})

afterAll(() => server.close())

const open = (item: number, price: string) =>
  openOrder(server, trade, { itemId: trade.items[item] as bigint, price })

test('99.99 at 12.34 %: 12.33, the fee 1.23, payable 11.10; a refund of 33.33 takes back 4.11', async () => {
  const order = await open(0, '99.99')
  await order.send('created')
  await order.send('paid')
  expect(await order.read()).toMatchObject({
    pub_share_pre_fee: '12.33',
    alimama_share_fee: '1.23',
    tk_status: 12,
  })
  expect(await order.entries()).toEqual([])
  await order.send('received')
  const received = { merchant: -1233n, publisher_pending: 1110n, platform_fee: 123n }
  expect(await order.entries()).toEqual([received])
  await order.send('refunded', { refund_id: 'r1', refund_fee: '33.33' })
  const refunded = { merchant: 411n, publisher_pending: -370n, platform_fee: -41n }
  expect(await order.entries()).toEqual([received, refunded])
  expect(await order.read()).toMatchObject({
    tk_status: 14,
    pub_share_fee: '8.22',
    pay_price: '66.66',
    refund_tag: 1,
  })
})

test('9.99 at 5 % is 49 fen; three refunds of 3.33 take back exactly 49', async () => {
  const order = await open(2, '9.99')
  await order.send('received')
  for (const id of ['r1', 'r2', 'r3']) {
    await order.send('refunded', { refund_id: id, refund_fee: '3.33' })
  }
  // 49 → 33 → 16 → 0, fees 4 → 3 → 1 → 0: never refund × rate, which would be 16 three times.
  expect(await order.entries()).toEqual([
    { merchant: -49n, publisher_pending: 45n, platform_fee: 4n },
    { merchant: 16n, publisher_pending: -15n, platform_fee: -1n },
    { merchant: 17n, publisher_pending: -15n, platform_fee: -2n },
    { merchant: 16n, publisher_pending: -15n, platform_fee: -1n },
  ])
  expect(await order.read()).toMatchObject({ tk_status: 13, pub_share_fee: '0.00', refund_tag: 1 })
})

test('a refund asked for and rejected moves nothing', async () => {
  const order = await open(0, '99.99')
  await order.send('received')
  const before = await order.entries()
  await order.send('refund_requested', { refund_id: 'r1', refund_fee: '50.00' })
  await order.send('refund_rejected', { refund_id: 'r1', refund_fee: '50.00' })
  expect(await order.entries()).toEqual(before)
  expect(await order.read()).toMatchObject({ tk_status: 14, pub_share_fee: '12.33', refund_tag: 1 })
})

test('a commission under one fen closes the order', async () => {
  const order = await open(2, '0.19')
  await order.send('created')
  await order.send('paid')
  expect(await order.read()).toMatchObject({ tk_status: 13, pub_share_pre_fee: '0.00' })
  await order.send('received')
  expect(await order.entries()).toEqual([])
})

test('129.00 with a coupon of 80 pays on what the buyer paid', async () => {
  const order = await open(1, '129.00')
  await order.send('paid', { paid_fee: '49.00' })
  expect(await order.read()).toMatchObject({
    alipay_total_price: '49.00',
    total_commission_rate: '20.00',
    pub_share_pre_fee: '9.80',
  })
})
