import { formatGmt8 } from '@opentbk/top'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditBookings, settleOrders } from '../../src/domain/orders/index.ts'
import { auditLedger, isLedgerInOrder } from '../../src/domain/settlement/index.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'
import { openTrade, type Promoter, readOrderPage, type Trade } from '../setup/trade.ts'
import { numberOf, receivedOrder, sharedOrder } from './refund-list.ts'

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

const tradeIds = (page: Wire): string[] => page.results.map((order: Wire) => order.trade_id)

/** What both parties have of an order: what was promised, what is due, and each fee. */
const sums = ({ pub_share_pre_fee, pub_share_fee, alimama_share_fee, total_commission_fee }: Wire) => [
  pub_share_pre_fee,
  pub_share_fee,
  alimama_share_fee,
  total_commission_fee,
]

const explain = async (tradeId: string, { app }: Promoter): Promise<Wire> =>
  (await server.call('opentbk.order.explain', { trade_id: tradeId }, { app })).opentbk_order_explain_response
    .data

describe('an order of a tripartite link, 70/30', () => {
  test('each party reads its own part, PID and fee, and the whole', async () => {
    const order = await sharedOrder(server, trade)
    const second = await order.read(trade.first)
    const third = await order.read(trade.second)
    expect(sums(second)).toEqual(['8.64', '8.64', '0.86', '12.33'])
    expect(sums(third)).toEqual(['3.69', '3.69', '0.36', '12.33'])
    expect(second).toMatchObject({
      ...{ tk_order_role: 2, pub_share_rate: '70.00', tk_total_rate: '8.63', total_commission_rate: '12.34' },
      alimm_share_info_dto: { alimm_tech_service_pre_fee: '0.86', alimm_tech_service_fee: '0.86' },
    })
    expect(third).toMatchObject({
      ...{ tk_order_role: 3, pub_share_rate: '30.00', tk_total_rate: '3.70', total_commission_rate: '12.34' },
      alimm_share_info_dto: { alimm_tech_service_pre_fee: '0.36', alimm_tech_service_fee: '0.36' },
    })
    for (const [row, { pid }] of [[second, trade.first] as const, [third, trade.second] as const]) {
      expect(`mm_${row.pub_id}_${row.site_id}_${row.adzone_id}`).toBe(pid)
      expect(row.item_id.split('-')[1]).toBe(row.extra_mkt_id)
    }
    expect(third.item_id).not.toBe(second.item_id)
    expect([third.trade_id, third.tk_create_time]).toEqual([second.trade_id, second.tk_create_time])
    expect(await order.entries(trade.first.memberId)).toEqual([{ publisher_pending: 778n }])
    expect(await order.entries(trade.second.memberId)).toEqual([{ publisher_pending: 333n }])
  })

  test('a partial refund and settlement move both parts to the fen', async () => {
    const order = await sharedOrder(server, trade)
    await order.send('refunded', { refund_id: 'r', refund_fee: '33.33' })
    // 8.22 = 5.76 + 2.46, fees 0.57 and 0.24
    expect(sums(await order.read(trade.first))).toEqual(['8.64', '5.76', '0.86', '12.33'])
    expect(sums(await order.read(trade.second))).toEqual(['3.69', '2.46', '0.36', '12.33'])
    const { status } = await askAsOperator(server, '/sandbox/clock', { body: { advance: '16d' } })
    expect(status).toBe(200)
    await settleOrders(server.ctx)
    const [second, third] = [await order.read(trade.first), await order.read(trade.second)]
    expect(sums(second)).toEqual(['8.64', '5.76', '0.57', '8.22'])
    expect(sums(third)).toEqual(['3.69', '2.46', '0.24', '8.22'])
    expect(second).toMatchObject({ tk_status: 3, pay_price: '66.66' })
    expect(third.tk_earning_time).toBe(second.tk_earning_time)
    const available = async (memberId: bigint) =>
      (await order.entries(memberId)).reduce((sum, entry) => sum + (entry.publisher_available ?? 0n), 0n)
    expect([await available(trade.first.memberId), await available(trade.second.memberId)]).toEqual([
      519n,
      222n,
    ])
    // After settlement a refund takes from what is available, of both.
    await order.send('refunded', { refund_id: 's', refund_fee: '33.33' })
    // 33.33 × 12.34 % = 4.11 = 2.88 + 1.23, fees 0.28 and 0.12
    expect(sums(await order.read(trade.second))).toEqual(['3.69', '1.23', '0.12', '4.11'])
    expect([await available(trade.first.memberId), await available(trade.second.memberId)]).toEqual([
      260n,
      111n,
    ])
  })

  test('the explanation tells each party its own amounts and the total', async () => {
    const order = await sharedOrder(server, trade)
    const tradeId = await numberOf(server, order)
    const second = await explain(tradeId, trade.first)
    const third = await explain(tradeId, trade.second)
    const parties = {
      second_pub_id: Number(trade.first.memberId),
      third_pub_id: Number(trade.second.memberId),
    }
    expect(second.terms).toMatchObject({ tk_order_role: 2, pub_share_rate: '70.00', ...parties })
    expect(third.terms).toMatchObject({ tk_order_role: 3, pub_share_rate: '30.00', ...parties })
    const own = (commission_fee: string, service_fee: string, payable_fee: string) => {
      return { total_commission_fee: '12.33', commission_fee, service_fee, payable_fee }
    }
    for (const [told, part] of [
      [second, own('8.64', '0.86', '7.78')] as const,
      [third, own('3.69', '0.36', '3.33')] as const,
    ]) {
      expect(told.amounts).toMatchObject({
        estimated: { base_fee: '99.99', ...part },
        due: { base_fee: '99.99', ...part },
        booked: part,
      })
      const [entry] = told.ledger_entries.order_ledger_entry
      expect(entry.is_partial).toBe(true)
      const line = { account: 'publisher_pending', amount_fee: part.payable_fee }
      expect(entry.lines.order_ledger_line).toEqual([line])
    }
    expect(third.attribution).toMatchObject({ adzone_id: Number(trade.second.pid.split('_')[3]) })
    expect(third.attribution.clicks.seen_click[0]).toMatchObject({ is_own: false, is_chosen: true })
    expect(JSON.stringify(third)).not.toContain(second.attribution.click_id)
    const received = new Date(`${second.settlement.receive_time.replace(' ', 'T')}+08:00`)
    expect(second.settlement).toEqual({
      receive_time: second.settlement.receive_time,
      due_time: formatGmt8(new Date(received.getTime() + 15 * 86_400_000)),
      is_refunding: false,
    })
  })
})

describe('both roles in one window', () => {
  let own: string[]
  let shared: string[]
  let window: Record<string, string>

  // What the first publisher shares with the second, and what the second shares with the first.
  beforeAll(async () => {
    const at = server.ctx.clock.now().getTime()
    window = {
      start_time: formatGmt8(new Date(at + 1000)),
      end_time: formatGmt8(new Date(at + 600_000)),
    }
    await askAsOperator(server, '/sandbox/clock', { body: { advance: '2m' } })
    own = []
    shared = []
    for (let turn = 0; turn < 4; turn++) {
      own.push(await numberOf(server, await receivedOrder(server, trade)))
      shared.push(await numberOf(server, await sharedOrder(server, trade)))
    }
  })

  const read = (promoter: Promoter, params: Wire = {}) =>
    readOrderPage(server, promoter, { ...window, page_size: 100, ...params })

  test.each([1, 2, 4])('query_type %i: by member_type 2, 3 and both', async (query_type) => {
    const all = own.flatMap((id, index) => [id, shared[index] as string])
    expect(tradeIds(await read(trade.first, { query_type }))).toEqual(all)
    expect(tradeIds(await read(trade.first, { query_type, member_type: 2 }))).toEqual(all)
    expect(tradeIds(await read(trade.first, { query_type, member_type: 3 }))).toEqual([])
    expect(tradeIds(await read(trade.second, { query_type }))).toEqual(shared)
    expect(tradeIds(await read(trade.second, { query_type, member_type: 2 }))).toEqual([])
    expect(tradeIds(await read(trade.second, { query_type, member_type: 3 }))).toEqual(shared)
  })

  test('a third party’s orders are of no channel or member', async () => {
    for (const order_scene of [2, 3]) {
      expect(tradeIds(await read(trade.second, { order_scene }))).toEqual([])
      expect(tradeIds(await read(trade.second, { order_scene, member_type: 3 }))).toEqual([])
    }
  })

  test('orders of both roles are paged by one cursor, forward and back', async () => {
    await agreeBackwards()
    const back = await sharedBack()
    const all = [...shared, back]
    const pages: Wire[] = [await read(trade.second, { page_size: 1 })]
    while (pages.at(-1).has_next) pages.push(await step(pages, 1))
    expect(pages.flatMap(tradeIds)).toEqual(all)
    expect(pages.map((page) => page.results[0].tk_order_role)).toEqual([3, 3, 3, 3, 2])
    const turned = await step(pages, -1)
    expect(tradeIds(turned)).toEqual(all.slice(-2, -1))
    expect([turned.has_pre, turned.has_next]).toEqual([true, true])
    expect(tradeIds(await read(trade.first, { member_type: 3 }))).toEqual([back])
  })

  const step = (pages: Wire[], jump_type: number) =>
    read(trade.second, {
      ...{ page_size: 1, page_no: pages.length + 1, jump_type },
      position_index: pages.at(-1).position_index,
    })

  async function agreeBackwards(): Promise<void> {
    const parties = { second_id: String(trade.second.memberId), third_id: String(trade.first.memberId) }
    const offer = { ...parties, share_rate: '50.00', member_id: parties.second_id }
    const { body } = await askAsOperator(server, '/admin/v1/agreements', { body: offer })
    const accepted = await askAsOperator(server, `/admin/v1/agreements/${body.id}/accept`, {
      body: { member_id: parties.third_id },
    })
    expect(accepted.status).toBe(200)
  }

  async function sharedBack(): Promise<string> {
    const swapped = { ...trade, first: trade.second, second: trade.first }
    return numberOf(server, await sharedOrder(server, swapped))
  }
})
