import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditBookings, settleOrders } from '../../src/domain/orders/index.ts'
import { auditLedger, isLedgerInOrder } from '../../src/domain/settlement/index.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'
import { landingOf } from '../setup/shop.ts'
import { convertItem, openTrade, type Trade } from '../setup/trade.ts'
import { openOrder } from './one-order.ts'
import { numberOf, readCasesOf, readRefunds, receivedOrder, sharedOrder } from './refund-list.ts'

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

const third = { refund_id: 'r', refund_fee: '33.33' }

/** Time goes by, and what is due then is settled. */
async function advance(text: string): Promise<void> {
  const { status } = await askAsOperator(server, '/sandbox/clock', { body: { advance: text } })
  expect(status).toBe(200)
  await settleOrders(server.ctx)
}

/** What a publisher may be paid. */
async function available(memberId: bigint): Promise<bigint> {
  const row = await server.db
    .selectFrom('ledger_balances')
    .select('amount_fen')
    .where('account', '=', 'publisher_available')
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row?.amount_fen ?? 0n
}

const timesOf = (suitId: string) =>
  server.db
    .selectFrom('order_refunds')
    .select(['asked_at', 'finished_at', 'modified_at'])
    .where('refund_suit_id', '=', BigInt(suitId))
    .executeTakeFirstOrThrow()

const amounts = ({ show_return_fee, tk_commission_fee_refund, tk_commission_alimm_refund_fee }: Wire) => [
  show_return_fee,
  tk_commission_fee_refund,
  tk_commission_alimm_refund_fee,
]

describe('the life of a case', () => {
  test('asked for, then done before settlement: one row with one number', async () => {
    const order = await receivedOrder(server, trade)
    await order.send('refund_requested', third)
    const [asked, ...others] = await readCasesOf(server, trade.first, { order })
    expect(others).toEqual([])
    expect(asked).toMatchObject({
      refund_status: 4,
      tk_order_role: '二方',
      refund_fee: '33.33',
      tb_trade_finish_price: '99.99',
      pub_share_fee: '12.33',
      tb_trade_id: await numberOf(server, order),
      tk_subsidy_fee_refund: '0.00',
    })
    expect(asked.refund_suit_id).toMatch(/^5\d{17}$/)
    expect(amounts(asked)).toEqual(['0.00', '0.00', '0.00'])
    expect([asked.tk_refund_suit_time, asked.earning_time]).toEqual([undefined, undefined])

    await order.send('refunded', third)
    const [done] = await readCasesOf(server, trade.first, { order })
    expect(done).toMatchObject({
      refund_status: 2,
      refund_suit_id: asked.refund_suit_id,
      tk_refund_time: asked.tk_refund_time,
      // What is left of it is the order's own: 8.22.
      pub_share_fee: '12.33',
    })
    expect(amounts(done)).toEqual(['4.11', '3.70', '0.41'])
    expect(done.tk_refund_suit_time >= asked.tk_refund_time).toBe(true)
    expect(await order.read()).toMatchObject({ tk_status: 14, pub_share_fee: '8.22', refund_tag: 1 })
  })

  test('rejected: it takes nothing back', async () => {
    const order = await receivedOrder(server, trade)
    await order.send('refund_requested', third)
    await order.send('refund_rejected', third)
    const [rejected] = await readCasesOf(server, trade.first, { order })
    expect(rejected).toMatchObject({ refund_status: 3, refund_fee: '33.33' })
    expect(rejected.tk_refund_suit_time).toMatch(/^\d{4}-/)
    expect(amounts(rejected)).toEqual(['0.00', '0.00', '0.00'])
  })

  test('several open ones of an order say so, until one is left', async () => {
    const order = await receivedOrder(server, trade)
    await order.send('refund_requested', { refund_id: 'a', refund_fee: '10.00' })
    await order.send('refund_requested', { refund_id: 'b', refund_fee: '10.00' })
    const statuses = async () =>
      (await readCasesOf(server, trade.first, { order })).map((one) => one.refund_status)
    expect(await statuses()).toEqual([11, 11])
    await order.send('refunded', { refund_id: 'a', refund_fee: '10.00' })
    expect(await statuses()).toEqual([2, 4])
  })

  test('before receipt it takes back of what the payment promised', async () => {
    const order = await openOrder(server, trade, { itemId: trade.items[0] as bigint, price: '99.99' })
    for (const type of ['created', 'paid']) await order.send(type)
    await order.send('refunded', third)
    const [early] = await readCasesOf(server, trade.first, { order })
    expect(early).toMatchObject({ refund_status: 2, pub_share_fee: '0.00' })
    expect(early.tb_trade_finish_price).toBeUndefined()
    expect(amounts(early)).toEqual(['4.11', '3.70', '0.41'])
    await order.send('received')
    expect(await order.read()).toMatchObject({ tk_status: 14, pub_share_fee: '8.22' })
    const [later] = await readCasesOf(server, trade.first, { order })
    expect(later).toMatchObject({ pub_share_fee: '12.33', show_return_fee: '4.11' })
  })

  test('9.99 at 5 %: three refunds of 3.33 take back exactly 0.49', async () => {
    const order = await openOrder(server, trade, { itemId: trade.items[2] as bigint, price: '9.99' })
    await order.send('received')
    for (const id of ['a', 'b', 'c']) await order.send('refunded', { refund_id: id, refund_fee: '3.33' })
    const cases = await readCasesOf(server, trade.first, { order })
    expect(cases.map(amounts)).toEqual([
      ['0.16', '0.15', '0.01'],
      ['0.17', '0.15', '0.02'],
      ['0.16', '0.15', '0.01'],
    ])
  })
})

describe('after settlement', () => {
  test('33.33 of 99.99: deducted from what was available, 3.70 of the promoter and 0.41 of the fee', async () => {
    const order = await receivedOrder(server, trade)
    await advance('15d')
    const before = await available(trade.first.memberId)
    await order.send('refunded', third)
    expect((await order.entries()).at(-1)).toEqual({
      merchant: 411n,
      publisher_available: -370n,
      platform_fee: -41n,
    })
    expect(await available(trade.first.memberId)).toBe(before - 370n)
    const [deducted] = await readCasesOf(server, trade.first, { order })
    expect(deducted).toMatchObject({ refund_status: 13, pub_share_fee: '12.33' })
    expect(amounts(deducted)).toEqual(['4.11', '3.70', '0.41'])
    expect(deducted.earning_time <= deducted.tk_refund_suit_time).toBe(true)
    expect(await order.read()).toMatchObject({ tk_status: 3, pub_share_fee: '8.22', refund_tag: 1 })
    // By each time that it has.
    for (const query_type of [1, 2, 3, 5]) {
      expect(await readCasesOf(server, trade.first, { order, query_type })).toEqual([deducted])
    }
    expect(await readCasesOf(server, trade.first, { order, query_type: 4 })).toEqual([])
  })

  test('a case done before it stays as it was, and is found by the settlement', async () => {
    const order = await receivedOrder(server, trade)
    await order.send('refunded', third)
    expect(await readCasesOf(server, trade.first, { order, query_type: 2 })).toEqual([])
    await advance('15d')
    for (const query_type of [2, 5]) {
      const [settled] = await readCasesOf(server, trade.first, { order, query_type })
      expect(settled).toMatchObject({ refund_status: 2, show_return_fee: '4.11' })
      expect(settled.earning_time).toBe(settled.modified_time)
    }
  })
})

describe('who sees a case', () => {
  test('each party of a shared order its own part, found in its own role', async () => {
    const { first, second } = trade
    const order = await sharedOrder(server, trade)
    await order.send('refunded', third)
    // 8.22 left: ⌊8.22 × 30 %⌋ = 2.46 and 5.76, of 3.69 and 8.64.
    const [own] = await readCasesOf(server, first, { order })
    expect(own).toMatchObject({ tk_order_role: '二方', pub_share_fee: '8.64' })
    expect(amounts(own)).toEqual(['2.88', '2.59', '0.29'])
    const [others] = await readCasesOf(server, second, { order })
    expect(others).toMatchObject({ tk_order_role: '三方', pub_share_fee: '3.69' })
    expect(amounts(others)).toEqual(['1.23', '1.11', '0.12'])
    const found = async (promoter: typeof first, member_type: number) =>
      (await readCasesOf(server, promoter, { order, member_type })).length
    expect([await found(first, 1), await found(first, 2), await found(first, 4)]).toEqual([1, 0, 1])
    expect([await found(second, 1), await found(second, 2), await found(second, 4)]).toEqual([0, 1, 1])
    const reversal = (await order.entries(first.memberId)).at(-1)
    expect(reversal).toEqual({ publisher_pending: -259n })
    expect((await order.entries(second.memberId)).at(-1)).toEqual({ publisher_pending: -111n })
  })

  test('nobody else: another promoter reads none of them, by any time', async () => {
    const order = await receivedOrder(server, trade)
    await order.send('refunded', third)
    for (const query_type of [1, 2, 3, 4, 5]) {
      expect(await readCasesOf(server, trade.second, { order, query_type })).toEqual([])
    }
    const own = await readRefunds(server, trade.first, { page_size: 1 })
    const stolen = await readRefunds(server, trade.second, {
      member_type: 1,
      page_no: 2,
      position_index: own.position_index,
    })
    expect(stolen.cases).toEqual([])
  })

  test('a case whose order passes to another promoter is new for that one: no window that was read gains it', async () => {
    const { first, second } = trade
    const order = await receivedOrder(server, trade)
    await order.send('refunded', third)
    const [before] = await readCasesOf(server, first, { order })
    const times = await timesOf(before.refund_suit_id)
    const { long } = await convertItem(server, second, { itemId: trade.items[0] as bigint })
    const { clickId } = await landingOf(long)
    await order.send('paid', { click_id: clickId })
    expect(await readCasesOf(server, first, { order })).toEqual([])
    const [after] = await readCasesOf(server, second, { order })
    expect(after).toMatchObject({ refund_suit_id: before.refund_suit_id, show_return_fee: '4.11' })
    const anew = await timesOf(before.refund_suit_id)
    expect(anew.asked_at > times.modified_at).toBe(true)
    expect([anew.asked_at, anew.finished_at]).toEqual([anew.modified_at, anew.modified_at])
  })
})

describe('arrival', () => {
  const steps: [string, Record<string, unknown>][] = [
    ['created', {}],
    ['paid', {}],
    ['refund_requested', { refund_id: 'a', refund_fee: '10.00' }],
    ['refunded', { refund_id: 'a', refund_fee: '33.33' }],
    ['refund_requested', { refund_id: 'b', refund_fee: '20.00' }],
    ['refund_rejected', { refund_id: 'b', refund_fee: '20.00' }],
    ['refunded', { refund_id: 'c', refund_fee: '1.11' }],
    ['received', {}],
    ['refund_requested', { refund_id: 'd', refund_fee: '5.00' }],
  ]

  async function casesAfter(order: readonly number[]) {
    const one = await openOrder(server, trade, { itemId: trade.items[0] as bigint, price: '99.99' })
    const start = server.ctx.clock.now().getTime()
    for (const index of order) {
      const [type, fields] = steps[index] as (typeof steps)[number]
      await one.send(type, { ...fields, at: new Date(start + index * 1000).toISOString() })
    }
    const rows = await server.db
      .selectFrom('order_refunds as r')
      .innerJoin('orders as o', 'o.id', 'r.order_id')
      .select(['refund_id', 'r.state', 'refund_fen', 'second_commission_fen', 'second_fee_fen'])
      .select(['asked_at', 'finished_at', 'o.modified_at as order_modified_at', 'r.modified_at'])
      .where('o.outer_id', '=', one.outerId)
      .orderBy('refund_id')
      .execute()
    for (const row of rows) expect(row.modified_at).toEqual(row.order_modified_at)
    return rows.map(({ asked_at, finished_at, modified_at: _, order_modified_at: __, ...row }) => ({
      ...row,
      finished: finished_at !== null && finished_at >= asked_at,
    }))
  }

  test('in whatever order events come, the cases are the same', async () => {
    const inOrder = await casesAfter([0, 1, 2, 3, 4, 5, 6, 7, 8])
    expect(inOrder.map((row) => [row.refund_id, row.state, row.second_commission_fen])).toEqual([
      ['a', 'done', 411n],
      ['b', 'rejected', 0n],
      ['c', 'done', 14n],
      ['d', 'asked', 0n],
    ])
    expect(await casesAfter([8, 7, 6, 5, 4, 3, 2, 1, 0])).toEqual(inOrder)
    expect(await casesAfter([3, 6, 1, 8, 0, 5, 2, 7, 4])).toEqual(inOrder)
  })

  test('what was heard of first keeps its time, also when the beginning comes after the end', async () => {
    const order = await receivedOrder(server, trade)
    const at = (hours: number) => new Date(server.ctx.clock.now().getTime() - hours * 3_600_000).toISOString()
    await order.send('refunded', { ...third, at: at(1) })
    const [before] = await readCasesOf(server, trade.first, { order })
    await advance('30m')
    await order.send('refund_requested', { ...third, at: at(2) })
    const [after] = await readCasesOf(server, trade.first, { order })
    expect(after).toEqual({ ...before, modified_time: after.modified_time })
    expect(after.modified_time > before.modified_time).toBe(true)
  })
})
