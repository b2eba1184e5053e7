import { formatGmt8, validateOutput } from '@opentbk/top'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeItemId } from '../../../src/domain/goods/index.ts'
import { auditBookings, settleOrders } from '../../../src/domain/orders/index.ts'
import { auditLedger, isLedgerInOrder } from '../../../src/domain/settlement/index.ts'
import { methods } from '../../../src/methods/index.ts'
import { type OneOrder, openOrder } from '../../orders/one-order.ts'
import { askAsOperator } from '../../sandbox/operator.ts'
import { startTestServer, type TestServer, type Wire } from '../../setup/server.ts'
import { convertItem, openTrade, type Trade } from '../../setup/trade.ts'
import {
  addLeader,
  demoLeader,
  endCampaign,
  joinItem,
  type Leader,
  openCampaign,
  readCampaignPage,
} from './campaign-network.ts'

const OWN = 'taobao.tbk.cp.order.details.get'
const BY_SESSION = 'taobao.tbk.sc.cp.order.details.get'

let server: TestServer
let trade: Trade
let leader: Leader
let other: Leader
let campaign: string

beforeAll(async () => {
  server = await startTestServer()
  trade = await openTrade(server)
  leader = await demoLeader(server)
  other = await addLeader(server)
  campaign = await openCampaign(server, leader)
  await joinItem(server, trade, { campaign, itemId: trade.items[0] as bigint, rate: '15' })
})

afterAll(async () => {
  const ledger = await auditLedger(server.ctx)
  const bookings = await auditBookings(server.ctx)
  await server.close()
  expect(isLedgerInOrder(ledger)).toBe(true)
  expect(bookings.wrong).toEqual([])
})

const order = (item = 0, price = '99.99') =>
  openOrder(server, trade, { itemId: trade.items[item] as bigint, price })

/** The order as a leader reads it. */
async function asLeader({ outerId }: OneOrder, who = leader, params = {}): Promise<Wire> {
  const row = server.db
    .selectFrom('orders')
    .innerJoin('trade_parents', 'trade_parents.id', 'orders.trade_parent_id')
    .select('trade_parents.id')
    .where('orders.outer_id', '=', outerId)
  const { id } = await row.executeTakeFirstOrThrow()
  const { results } = await readCampaignPage(server, who, params)
  return results.find((one: Wire) => one.trade_parent_id === String(id))
}

async function advance(text: string): Promise<void> {
  expect((await askAsOperator(server, '/sandbox/clock', { body: { advance: text } })).status).toBe(200)
}

describe('who sees an order', () => {
  test('its leader alone, by either door', async () => {
    const bought = await order()
    await bought.send('paid')
    const bySelf = await asLeader(bought)
    expect(bySelf).toMatchObject({ event_id: Number(campaign) })
    expect(await asLeader(bought, other)).toBeUndefined()
    const promoter = { ...leader, app: trade.first.app }
    expect((await readCampaignPage(server, promoter)).results).toEqual([])
    const now = server.ctx.clock.now().getTime()
    const window = {
      start_time: formatGmt8(new Date(now - 600_000)),
      end_time: formatGmt8(new Date(now + 60_000)),
    }
    const rows = async (session: object) => {
      const answer = await server.call(BY_SESSION, window, session)
      const { results } = answer.tbk_sc_cp_order_details_get_response.data
      return results.cp_publisher_order_d_t_o ?? []
    }
    expect(await rows(leader.session)).toContainEqual(bySelf)
    expect(await rows(other.session)).toEqual([])
  })

  test('with every member that has data, in the contract’s words', async () => {
    const bought = await order()
    await bought.send('received')
    const read = await asLeader(bought)
    const { item_id, ...rest } = read
    // The leader's own segment: a name that the leader may pass on to item methods.
    const decoded = decodeItemId(server.ctx.keys, item_id)
    expect(decoded).toEqual({ itemId: trade.items[0], memberId: leader.memberId })
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
    const text = expect.any(String)
    expect(rest).toEqual({
      tk_paid_time: time,
      event_id: Number(campaign),
      tk_deposit_time: '--',
      tk_service_rate: '3.33',
      pre_service_fee: '3.32',
      service_fee: '3.32',
      alipay_total_price: '99.99',
      pay_price: '99.99',
      tb_paid_time: time,
      tb_deposit_time: '--',
      tk_create_time: time,
      tk_earning_time: '--',
      modified_time: time,
      click_time: time,
      tk_status: 14,
      trade_parent_id: text,
      item_title: text,
      item_num: 1,
      item_price: '99.99',
      seller_nick: text,
      seller_shop_title: text,
      pub_id: String(trade.first.memberId),
      pub_nick_name: '演示推广者',
    })
    const now = server.ctx.clock.now().getTime()
    const answer = await server.call(
      OWN,
      {
        start_time: formatGmt8(new Date(now - 600_000)),
        end_time: formatGmt8(new Date(now + 60_000)),
      },
      { app: leader.app },
    )
    expect(validateOutput(methods.get(OWN) as never, answer)).toEqual([])
  })

  test('page by page, without a gap and back again', async () => {
    await (await order()).send('created')
    const { results } = await readCampaignPage(server, leader, { query_type: 1 })
    expect(results.length).toBeGreaterThan(2)
    const seen: Wire[] = []
    let page: Wire
    do {
      page = await readCampaignPage(server, leader, {
        query_type: 1,
        page_size: 1,
        page_no: seen.length + 1,
        position_index: page?.position_index,
      })
      seen.push(...page.results)
    } while (page.has_next)
    expect(seen).toEqual(results)
    const { position_index } = page
    const back = { query_type: 1, page_size: 1, page_no: seen.length - 1, jump_type: -1, position_index }
    expect((await readCampaignPage(server, leader, back)).results).toEqual([results.at(-2)])
  })

  test.each([
    [{ query_type: 5 }, 'isv.invalid-parameter:query_type'],
    [{ page_size: 1001 }, 'isv.invalid-parameter:page_size'],
  ])('%j is refused by its name', async (params, code) => {
    const { error_response } = await readCampaignPage(server, leader, params)
    expect(error_response).toMatchObject({ sub_code: code })
  })
})

describe('a click keeps its terms', () => {
  test('also when the campaign ends before the order; a click after the end owes no fee', async () => {
    const itemId = trade.items[3] as bigint
    const ending = await openCampaign(server, leader, { service_rate: '2' })
    await joinItem(server, trade, { campaign: ending, itemId, rate: '16' })
    const during = await order(3, '59.90')
    await endCampaign(server, leader, ending)
    const after = await order(3, '59.90')
    for (const bought of [during, after]) await bought.send('received')
    expect(await during.entries(leader.memberId)).toEqual([{ publisher_pending: 119n }])
    expect(await asLeader(during)).toMatchObject({ event_id: Number(ending), service_fee: '1.19' })
    expect(await after.entries(leader.memberId)).toEqual([])
    expect(await asLeader(after)).toBeUndefined()
    // The plan before the campaign is the best again: 15 % of 59.90.
    expect(await after.read()).toMatchObject({ pub_share_fee: '8.98' })
    expect(await during.read()).toMatchObject({ pub_share_fee: '9.58' })
  })

  test('an order that comes to a leader late begins for them then', async () => {
    const itemId = trade.items[2] as bigint
    const { long } = await convertItem(server, trade.first, { itemId })
    const of = { itemId, price: '9.99', link: long }
    const before = await openOrder(server, trade, of)
    await joinItem(server, trade, { campaign, itemId, rate: '6' })
    const since = await openOrder(server, trade, of)
    const at = server.ctx.clock.now().toISOString()
    await before.send('paid', { buyer_id: 'b' })
    expect(await asLeader(before)).toBeUndefined()
    const created = (await before.read()).tk_create_time
    await advance('30m')
    // Told late: by then the buyer was the shopper of the later click too, and that one decides.
    await since.send('paid', { buyer_id: 'b', at })
    const read = await asLeader(before, leader, { query_type: 1 })
    expect(read).toMatchObject({ pre_service_fee: '0.33' })
    expect(read.tk_create_time > created).toBe(true)
  })
})

describe('the service fee, 3.33 % of 99.99 beside a commission of 15 %', () => {
  test('is estimated, booked, taken back in part and settled to the fen', async () => {
    const bought = await order()
    await bought.send('created')
    expect(await asLeader(bought)).toMatchObject({ tk_status: 11, pre_service_fee: '0.00' })
    await bought.send('paid')
    expect(await asLeader(bought)).toMatchObject({
      tk_status: 12,
      tk_service_rate: '3.33',
      pre_service_fee: '3.32',
      service_fee: '0.00',
      alipay_total_price: '99.99',
    })
    // What the leader gets is none of the promoter's.
    expect(await bought.read()).toMatchObject({ pub_share_pre_fee: '14.99', alimama_share_fee: '1.49' })
    await bought.send('received')
    const [merchant] = await bought.entries(trade.merchantId)
    expect(merchant).toEqual({ merchant: -1499n - 332n })
    expect(await bought.entries(trade.first.memberId)).toEqual([{ publisher_pending: 1350n }])
    expect(await bought.entries(leader.memberId)).toEqual([{ publisher_pending: 332n }])
    await bought.send('refunded', { refund_id: 'r', refund_fee: '33.33' })
    // 66.66 is left: commission 9.99, fee 0.99, service 2.21.
    expect(await bought.entries(trade.merchantId)).toEqual([merchant, { merchant: 500n + 111n }])
    expect((await bought.entries(leader.memberId)).at(-1)).toEqual({ publisher_pending: -111n })
    expect(await asLeader(bought)).toMatchObject({
      tk_status: 14,
      pre_service_fee: '3.32',
      service_fee: '2.21',
      pay_price: '66.66',
      tk_earning_time: '--',
    })
    await advance('15d')
    await settleOrders(server.ctx)
    const settled = { publisher_pending: -221n, publisher_available: 221n }
    expect((await bought.entries(leader.memberId)).at(-1)).toEqual(settled)
    const read = await asLeader(bought, leader, { query_type: 3 })
    expect(read).toMatchObject({ tk_status: 3, service_fee: '2.21' })
    expect(read.tk_earning_time).toMatch(/^\d{4}-/)
    await bought.send('refunded', { refund_id: 's', refund_fee: '66.66' })
    expect((await bought.entries(leader.memberId)).at(-1)).toEqual({ publisher_available: -221n })
    expect(await asLeader(bought)).toMatchObject({ tk_status: 3, service_fee: '0.00' })
  })

  test('needs a commission: where that is under a fen there is none', async () => {
    const bought = await order(0, '0.06')
    await bought.send('received')
    expect(await asLeader(bought)).toMatchObject({ tk_status: 13, pre_service_fee: '0.00' })
    expect(await bought.entries()).toEqual([])
  })

  test('is not due where a better plan is open, nor for other goods', async () => {
    const itemId = trade.items[1] as bigint
    await joinItem(server, trade, { campaign, itemId, rate: '19.99' })
    const better = await order(1, '129.00')
    await better.send('received')
    expect(await better.entries(leader.memberId)).toEqual([])
    expect(await asLeader(better)).toBeUndefined()
    const alien = await order(4, '50.00')
    await alien.send('received')
    expect(await alien.entries(leader.memberId)).toEqual([])
  })
})
