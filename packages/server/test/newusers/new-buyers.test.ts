import { formatGmt8 } from '@opentbk/top'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { recordNewBuyers } from '../../src/domain/newusers/index.ts'
import { auditBookings, settleOrders } from '../../src/domain/orders/index.ts'
import { decidePenalty, freezeOrder } from '../../src/domain/penalties/index.ts'
import { auditLedger, isLedgerInOrder } from '../../src/domain/settlement/index.ts'
import { type OneOrder, openOrder } from '../orders/one-order.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'
import { landingOf, sendEvents } from '../setup/shop.ts'
import { convertItem, openTrade, type Promoter, type Trade } from '../setup/trade.ts'
import { type OpenActivity, openActivity, readBuyers, readSums } from './activities.ts'

let server: TestServer
let trade: Trade
let activity: OpenActivity

beforeAll(async () => {
  server = await startTestServer()
  trade = await openTrade(server)
})
beforeEach(async () => {
  activity = await openActivity(server, trade.shopId)
})
afterEach(() => activity.end())
afterAll(async () => {
  const ledger = await auditLedger(server.ctx)
  const bookings = await auditBookings(server.ctx)
  await server.close()
  expect(isLedgerInOrder(ledger)).toBe(true)
  expect(bookings.wrong).toEqual([])
})

let buyers = 0
type Buyer = { id: string; order(of?: { by?: Promoter; relationId?: string }): Promise<OneOrder> }

/** Somebody who was never seen; each order is of 99.99 at 12.34 %. */
function newBuyer(): Buyer {
  const id = `buyer-${buyers++}`
  return {
    id,
    async order({ by = trade.first, relationId } = {}) {
      const params = relationId === undefined ? {} : { relation_id: relationId }
      const itemId = trade.items[0] as bigint
      const { long: link } = await convertItem(server, by, { itemId, params })
      const order = await openOrder(server, trade, { itemId, price: '99.99', link })
      return { ...order, send: (type, fields) => order.send(type, { buyer_id: id, ...fields }) }
    },
  }
}

/** What is known after the job had its turn, of a promoter. */
async function listed(by: Promoter = trade.first, params: Record<string, unknown> = {}): Promise<Wire[]> {
  await recordNewBuyers(server.ctx)
  const wanted = { activity_id: activity.activityId, ...params }
  return (await readBuyers(server, wanted, { app: by.app })).results
}

async function sums(params: Record<string, unknown> = {}, by = trade.first): Promise<Wire[]> {
  await recordNewBuyers(server.ctx)
  return (await readSums(server, { activity_id: activity.activityId, ...params }, { app: by.app })).results
}

async function advance(text: string): Promise<void> {
  const { status, body } = await askAsOperator(server, '/sandbox/clock', { body: { advance: text } })
  expect(status).toBe(200)
  expect(body.jobs.every((job: Wire) => job.ok)).toBe(true)
}

/** Every reward of the activity, by its ledger lines. */
async function rewards(): Promise<{ key: string; lines: Record<string, bigint> }[]> {
  const rows = await server.db
    .selectFrom('ledger_entries')
    .innerJoin('ledger_lines', 'ledger_lines.entry_id', 'ledger_entries.id')
    .select(['idempotency_key', 'cause', 'account', 'member_id', 'amount_fen'])
    .where('idempotency_key', 'like', `newuser:${activity.activityId}:%`)
    .orderBy('entry_id')
    .execute()
  const entries = new Map<string, Record<string, bigint>>()
  for (const { idempotency_key: key, account, member_id, amount_fen } of rows)
    entries.set(key, { ...entries.get(key), [`${account} ${member_id}`]: amount_fen })
  return [...entries].map(([key, lines]) => ({ key, lines }))
}

const rewardOf = (by: Promoter) => ({
  [`merchant ${trade.merchantId}`]: -500n,
  [`publisher_available ${by.memberId}`]: 500n,
})
const parentOf = async (order: OneOrder) =>
  (
    await server.db
      .selectFrom('orders')
      .select('trade_parent_id')
      .where('outer_id', '=', order.outerId)
      .executeTakeFirstOrThrow()
  ).trade_parent_id
const tradeOf = async (order: OneOrder) =>
  (
    await server.db
      .selectFrom('orders')
      .select('trade_id')
      .where('outer_id', '=', order.outerId)
      .executeTakeFirstOrThrow()
  ).trade_id

describe('who is listed', () => {
  test('a first order once it is paid, with the place that brought it', async () => {
    const order = await newBuyer().order({ relationId: trade.relationId })
    await order.send('created')
    expect(await listed()).toEqual([])
    await order.send('paid')
    const [, member, site, adzone] = trade.first.pid.split('_').map(Number)
    const [buyer, ...others] = await listed()
    expect(others).toEqual([])
    const today = formatGmt8(server.ctx.clock.now()).slice(0, 10)
    expect(buyer).toEqual({
      buy_time: expect.stringMatching(`^${today} `),
      status: 3,
      order_tk_type: 1,
      member_id: member,
      member_nick: '演示推广者',
      site_id: site,
      site_name: '好物日报',
      adzone_id: adzone,
      adzone_name: '首页',
      tb_trade_parent_id: Number(await parentOf(order)),
      activity_type: 'taobao',
      activity_id: activity.activityId,
      biz_date: today.replaceAll('-', ''),
      orders: {},
      relation_id: trade.relationId,
    })
    await order.send('received')
    expect(await listed()).toMatchObject([{ status: 4, accept_time: expect.stringMatching(/^\d{4}-/) }])
  })

  test('two buyers are two; an order whose shop tells no buyer is none', async () => {
    for (const buyer of [newBuyer(), newBuyer()]) await (await buyer.order()).send('paid')
    const unknown = await openOrder(server, trade, { itemId: trade.items[0] as bigint, price: '99.99' })
    await unknown.send('paid')
    expect(await listed()).toHaveLength(2)
  })

  test('not who bought before the activity, nor whose first purchase nobody brought', async () => {
    const [known, organic] = [newBuyer(), newBuyer()]
    await activity.end()
    await (await known.order()).send('paid')
    activity = await openActivity(server, trade.shopId)
    await (await known.order()).send('paid')
    await (await organic.order()).send('paid', { click_id: undefined })
    await (await organic.order()).send('paid')
    expect(await listed()).toEqual([])
  })

  test('to the promoter who brought them alone; their later order is no new buyer of another’s', async () => {
    const buyer = newBuyer()
    await (await buyer.order({ by: trade.second })).send('paid')
    await (await buyer.order()).send('paid')
    expect(await listed()).toEqual([])
    expect(await listed(trade.second)).toMatchObject([{ status: 3, orders: {} }])
  })

  test('no longer, when an earlier purchase becomes known', async () => {
    const buyer = newBuyer()
    const early = new Date(server.ctx.clock.now().getTime() - 86_400_000).toISOString()
    await (await buyer.order()).send('paid')
    expect(await listed()).toHaveLength(1)
    await (await buyer.order()).send('paid', { click_id: undefined, at: early })
    expect(await listed()).toEqual([])
    expect(await sums()).toEqual([])
  })

  test('whose it is follows the attribution', async () => {
    const buyer = newBuyer()
    const order = await buyer.order()
    const itemId = trade.items[0] as bigint
    const { long } = await convertItem(server, trade.second, { itemId })
    const { clickId } = await landingOf(long)
    await order.send('paid')
    expect(await listed()).toHaveLength(1)
    await order.send('received', { click_id: clickId })
    expect(await listed()).toEqual([])
    expect(await listed(trade.second)).toMatchObject([
      { status: 4, member_id: Number(trade.second.memberId) },
    ])
  })

  test('an order that is closed or wholly refunded before it was settled brings nobody', async () => {
    const [closed, refunded, partly] = [newBuyer(), newBuyer(), newBuyer()]
    const orders = [await closed.order(), await refunded.order(), await partly.order()] as const
    for (const order of orders) await order.send('paid')
    expect(await listed()).toHaveLength(3)
    await orders[0].send('closed')
    await orders[1].send('received')
    await orders[1].send('refunded', { refund_id: 'r', refund_fee: '99.99' })
    await orders[2].send('refunded', { refund_id: 'r', refund_fee: '33.33' })
    expect(await listed()).toMatchObject([{ tb_trade_parent_id: Number(await parentOf(orders[2])) }])
    // What was given back was a purchase all the same.
    await (await closed.order()).send('paid')
    expect(await listed()).toHaveLength(1)
  })

  test('of a purchase of two orders what is kept counts', async () => {
    const buyer = newBuyer()
    const [one, other] = [await buyer.order(), await buyer.order()]
    const together = { trade_parent_id: `cart-${buyer.id}`, at: server.ctx.clock.now().toISOString() }
    await one.send('paid', together)
    await other.send('paid', together)
    expect(await listed()).toHaveLength(1)
    await one.send('closed', { trade_parent_id: together.trade_parent_id })
    expect(await listed()).toMatchObject([{ status: 3, orders: {} }])
    await other.send('closed', { trade_parent_id: together.trade_parent_id })
    expect(await listed()).toEqual([])
  })

  test('with later orders through the same promoter', async () => {
    const buyer = newBuyer()
    await (await buyer.order()).send('paid')
    const [again, foreign] = [await buyer.order(), await buyer.order({ by: trade.second })]
    for (const order of [again, foreign]) await order.send('paid')
    const closed = await buyer.order()
    await closed.send('paid')
    await closed.send('closed')
    const today = formatGmt8(server.ctx.clock.now()).slice(0, 10).replaceAll('-', '')
    const [{ orders }] = await listed()
    const no = String(await tradeOf(again))
    expect(orders.order_data).toEqual([{ commission: '12.33', pay_time: today, order_no: no }])
    await again.send('received')
    const [{ orders: later }] = await listed()
    expect(later.order_data).toMatchObject([{ confirm_receive_time: today }])
  })

  test('page by page, by time and by place', async () => {
    for (let index = 0; index < 5; index++) await (await newBuyer().order()).send('paid')
    const all = await listed()
    const page = (page_no: number) =>
      readBuyers(server, { activity_id: activity.activityId, page_no, page_size: 2 })
    const pages = [await page(1), await page(2), await page(3), await page(4)]
    expect(pages.flatMap((one) => one.results)).toEqual(all)
    expect(pages.map((one) => one.has_next)).toEqual([true, true, false, false])

    const at = new Date(server.ctx.clock.now())
    const second = (ms: number) => formatGmt8(new Date(at.getTime() + ms))
    expect(await listed(trade.first, { end_time: second(1000) })).toHaveLength(5)
    expect(await listed(trade.first, { start_time: second(60_000) })).toEqual([])
    expect(await listed(trade.first, { end_time: second(-60_000) })).toEqual([])
    const { site_id, adzone_id } = all[0]
    expect(await listed(trade.first, { adzone_id })).toHaveLength(5)
    const { session } = server.demo.provider_app
    const place = { activity_id: activity.activityId, site_id, adzone_id }
    expect((await readBuyers(server, place, { session })).results).toHaveLength(5)
  })
})

describe('the reward', () => {
  test('is paid once, to the fen, when the first purchase is settled; what follows leaves it', async () => {
    const buyer = newBuyer()
    const order = await buyer.order()
    await order.send('received')
    await advance('14d')
    expect(await rewards()).toEqual([])
    await advance('1d')
    expect(await rewards()).toMatchObject([{ lines: rewardOf(trade.first) }])
    expect(await sums()).toMatchObject([
      { alipay_user_cnt: 1, rcv_user_cnt: 1, rcv_valid_user_cnt: 1, alipay_user_cpa_pre_amt: '5.00' },
    ])
    await order.send('refunded', { refund_id: 'r', refund_fee: '99.99' })
    await advance('1d')
    await recordNewBuyers(server.ctx)
    expect(await rewards()).toHaveLength(1)
    expect(await listed()).toMatchObject([{ status: 4 }])
  })

  test('is not paid for a purchase that is refunded before; an open refund holds it up', async () => {
    const [refunded, asked] = [await newBuyer().order(), await newBuyer().order()]
    for (const order of [refunded, asked]) await order.send('received')
    await refunded.send('refunded', { refund_id: 'r', refund_fee: '99.99' })
    await asked.send('refund_requested', { refund_id: 'r', refund_fee: '99.99' })
    await advance('16d')
    expect(await rewards()).toEqual([])
    await asked.send('refund_rejected', { refund_id: 'r', refund_fee: '99.99' })
    await advance('1h')
    expect(await rewards()).toHaveLength(1)
  })

  test('waits while the order is under a penalty, and is not paid where that was taken', async () => {
    const orders = [await newBuyer().order(), await newBuyer().order()] as const
    for (const order of orders) await order.send('received')
    const nobody = { id: undefined }
    const freeze = async (order: OneOrder) => {
      const tradeId = await tradeOf(order)
      const violation = { violationType: '订单虚假交易', reason: '刷单' } as const
      return (await freezeOrder(server.ctx, { tradeId, ...violation }, nobody))?.id as bigint
    }
    const [released, taken] = [await freeze(orders[0]), await freeze(orders[1])]
    await advance('16d')
    expect(await rewards()).toEqual([])
    const reason = '核实'
    await decidePenalty(server.ctx, released, { decision: 'release', reason, operator: nobody })
    await decidePenalty(server.ctx, taken, { decision: 'take', reason, operator: nobody })
    await advance('1h')
    expect(await rewards()).toHaveLength(1)
    expect(await listed()).toHaveLength(1)
  })
})

describe('the sums', () => {
  test('are by day and channel; without amounts for a place; of a month what was paid in it', async () => {
    const days = []
    for (const relationId of [undefined, trade.relationId]) {
      const order = await newBuyer().order(relationId === undefined ? {} : { relationId })
      await order.send('received')
    }
    days.push(formatGmt8(server.ctx.clock.now()).slice(0, 10).replaceAll('-', ''))
    await advance('1d')
    await (await newBuyer().order()).send('paid')
    days.push(formatGmt8(server.ctx.clock.now()).slice(0, 10).replaceAll('-', ''))
    const one = { activity_id: activity.activityId, alipay_user_cnt: 1, rcv_valid_user_cnt: 0 }
    const unpaid = { alipay_user_cpa_pre_amt: '0.00' }
    const channel = { relation_id: trade.relationId }
    expect(await sums()).toEqual([
      { ...one, ...unpaid, biz_date: days[0], rcv_user_cnt: 1 },
      { ...one, ...unpaid, biz_date: days[0], rcv_user_cnt: 1, ...channel },
      { ...one, ...unpaid, biz_date: days[1], rcv_user_cnt: 0 },
    ])
    await advance('15d')
    const month = formatGmt8(server.ctx.clock.now()).slice(0, 7).replace('-', '')
    const earned = { alipay_user_cnt: 1, rcv_valid_user_cnt: 1, alipay_user_cpa_pre_amt: '5.00' }
    expect(await sums({ settle_month: month })).toMatchObject([earned, { ...earned, ...channel }])
    expect(await sums({ settle_month: '200001' })).toEqual([])
    const [, , site_id, adzone_id] = trade.first.pid.split('_')
    const [placed] = await sums({ site_id, adzone_id })
    expect(placed).toEqual({ ...one, rcv_valid_user_cnt: 1, biz_date: days[0], rcv_user_cnt: 1 })
    expect(await sums({}, trade.second)).toEqual([])
    const pages = [1, 2].map((page_no) => {
      return readSums(server, { activity_id: activity.activityId, page_no, page_size: 2 })
    })
    const [first, second] = await Promise.all(pages)
    expect([first.results.length, first.has_next]).toEqual([2, true])
    expect([second.results.length, second.has_next]).toEqual([1, false])
  })
})

describe('what is refused', () => {
  const codeOf = (answer: Wire) => [answer.error_response?.code, answer.error_response?.sub_code]
  const known = () => ({ activity_id: activity.activityId })

  test('an activity that is not there, by its name', async () => {
    const unknown = [15, 'isv.invalid-parameter:activity_id']
    expect(codeOf(await readBuyers(server, { activity_id: '1_1' }))).toEqual(unknown)
    expect(codeOf(await readSums(server, { activity_id: '1_1' }))).toEqual(unknown)
  })

  test('places that are not the caller’s own: 4 and 2, as the pages say', async () => {
    const [, , site_id, adzone_id] = trade.second.pid.split('_')
    const { session } = server.demo.provider_app
    expect(codeOf(await readBuyers(server, { ...known(), adzone_id }))).toEqual([15, '4'])
    expect(codeOf(await readBuyers(server, { ...known(), adzone_id }, { session }))).toEqual([15, '2'])
    expect(codeOf(await readBuyers(server, { ...known(), site_id }, { session }))).toEqual([15, '2'])
    expect(codeOf(await readSums(server, { ...known(), adzone_id }))).toEqual([15, '2'])
    expect(codeOf(await readSums(server, { ...known(), site_id }))).toEqual([15, '2'])
  })

  test.each(['2026', '202613', '202600', 'x', '2026-01'])('the month %s', async (settle_month) => {
    expect((await readSums(server, { ...known(), settle_month })).error_response).toMatchObject({ code: 41 })
  })

  test('a window that ends before it starts', async () => {
    const times = { start_time: '2026-01-02 00:00:00', end_time: '2026-01-01 00:00:00' }
    const { error_response } = await readBuyers(server, { ...known(), ...times })
    expect(error_response).toMatchObject({ code: 41, sub_msg: expect.stringContaining('end_time') })
  })
})

test('many at once: each once, also by two turns at a time, and after the activity has ended', async () => {
  const itemId = trade.items[0] as bigint
  const { long } = await convertItem(server, trade.first, { itemId })
  const { clickId } = await landingOf(long)
  const at = server.ctx.clock.now().toISOString()
  const money = { item_num: 1, price: '99.99', paid_fee: '99.99', click_id: clickId, at }
  const events = Array.from({ length: 600 }, (_, index) => {
    const name = `many-${index}`
    const ids = { event_id: name, trade_parent_id: name, trade_id: name, buyer_id: name }
    return { ...ids, ...money, type: 'received', item_id: String(itemId) }
  })
  for (const from of [0, 300]) await sendEvents(server, events.slice(from, from + 300))
  const runs = await Promise.all([recordNewBuyers(server.ctx), recordNewBuyers(server.ctx)])
  expect(runs.reduce((sum, run) => sum + run.orders, 0)).toBe(600)
  expect(await sums()).toMatchObject([{ alipay_user_cnt: 600, rcv_user_cnt: 600 }])

  const ended = activity
  await ended.end()
  // Only the clock: the turns are these.
  server.ctx.clock.aheadMs += 16 * 86_400_000
  await settleOrders(server.ctx)
  await Promise.all([recordNewBuyers(server.ctx), recordNewBuyers(server.ctx)])
  expect((await rewards()).length).toBe(600)
  expect(await sums()).toMatchObject([{ rcv_valid_user_cnt: 600, alipay_user_cpa_pre_amt: '3000.00' }])
  activity = await openActivity(server, trade.shopId)
  expect(activity.activityId).not.toBe(ended.activityId)
})
