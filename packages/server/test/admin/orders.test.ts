import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openOrder } from '../orders/one-order.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { openTrade, type Trade } from '../setup/trade.ts'

let server: TestServer
let trade: Trade
let tradeId: string
let outerId: string

beforeAll(async () => {
  server = await startTestServer()
  trade = await openTrade(server)
  const order = await openOrder(server, trade, { itemId: trade.items[0] as bigint, price: '99.99' })
  for (const type of ['created', 'paid', 'received']) await order.send(type)
  await order.send('refunded', { refund_id: 'r1', refund_fee: '33.33' })
  outerId = order.outerId
  tradeId = (await order.read()).trade_id
  const penalty = { trade_id: tradeId, violation_type: '订单虚假交易', reason: '同一收货地址' }
  expect((await askAsOperator(server, '/admin/v1/penalties', { body: penalty })).status).toBe(201)
})

afterAll(() => server.close())

describe('an order’s whole story', () => {
  test('has its parties, amounts, events, refunds, penalties and every entry', async () => {
    const { status, body } = await askAsOperator(server, `/admin/v1/orders/${tradeId}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      trade_id: tradeId,
      outer_trade_id: outerId,
      merchant_id: String(trade.merchantId),
      status: 14,
      penalty: 'frozen',
      promoter: { member_id: String(trade.first.memberId) },
      third_party: null,
      recruiting_leader: null,
      plan: { commission_rate: '12.34' },
      paid_fee: '99.99',
      refunded_fee: '33.33',
      estimated: { commission: '12.33', platform_fee: '1.23' },
      booked: { commission: '8.22', platform_fee: '0.82' },
      decision: { rule: 'same item' },
      refunds: [{ refund_id: 'r1', state: 'done', refund_fee: '33.33', promoter_commission: '4.11' }],
      penalties: [{ state: 'frozen', violation_type: '订单虚假交易', reason: '同一收货地址' }],
    })
    expect(body.events.map((event: { type: string }) => event.type)).toEqual([
      'created',
      'paid',
      'received',
      'refunded',
    ])
    const merchant = String(trade.merchantId)
    const promoter = String(trade.first.memberId)
    expect(body.ledger_entries.map((entry: { lines: unknown }) => entry.lines)).toEqual([
      [
        { account: 'merchant', member_id: merchant, amount: '-12.33' },
        { account: 'publisher_pending', member_id: promoter, amount: '11.10' },
        { account: 'platform_fee', member_id: null, amount: '1.23' },
      ],
      [
        { account: 'merchant', member_id: merchant, amount: '4.11' },
        { account: 'publisher_pending', member_id: promoter, amount: '-3.70' },
        { account: 'platform_fee', member_id: null, amount: '-0.41' },
      ],
      [
        { account: 'publisher_frozen', member_id: promoter, amount: '7.40' },
        { account: 'publisher_pending', member_id: promoter, amount: '-7.40' },
      ],
    ])
  })

  test('is found by the shop’s own number', async () => {
    const { body } = await askAsOperator(
      server,
      `/admin/v1/orders?shop_id=${trade.shopId}&outer_trade_id=${outerId}`,
    )
    expect(body.trade_id).toBe(tradeId)
  })

  test.each([
    ['/admin/v1/orders/12345', 404, 'trade_id'],
    ['/admin/v1/orders/none', 404, 'trade_id'],
    ['/admin/v1/orders?outer_trade_id=a', 400, 'shop_id'],
    ['/admin/v1/orders?shop_id=1', 400, 'outer_trade_id'],
    ['/admin/v1/orders?shop_id=1&outer_trade_id=a', 404, 'trade_id'],
  ])('%s is answered %i and names %s', async (path, status, field) => {
    const answer = await askAsOperator(server, path)
    expect(answer.status).toBe(status)
    expect(answer.body.field).toBe(field)
  })
})

test('the ledger’s check says what it added up', async () => {
  const { body } = await askAsOperator(server, '/admin/v1/ledger')
  expect(body).toMatchObject({
    is_in_order: true,
    faults: [],
    entries: 3,
    orders: 1,
    sum: '0.00',
    booked_for_orders: '8.22',
    paid_out: '0.00',
    accounts: { merchant: '-8.22', publisher_frozen: '7.40', platform_fee: '0.82' },
  })
})
