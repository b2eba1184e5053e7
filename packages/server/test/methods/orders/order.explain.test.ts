import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer, type Wire } from '../../setup/server.ts'
import { landingOf, sendEvents } from '../../setup/shop.ts'
import { convertItem, openTrade, type Promoter, type Trade } from '../../setup/trade.ts'

const METHOD = 'opentbk.order.explain'
const UNKNOWN = {
  code: 15,
  msg: 'Remote service error',
  sub_code: 'isv.order-not-exist',
  sub_msg: '订单不存在',
}

let server: TestServer
let trade: Trade

beforeAll(async () => {
  server = await startTestServer()
  trade = await openTrade(server)
})
afterAll(() => server.close())

const click = async (promoter: Promoter, headers: Record<string, string> = {}) =>
  landingOf((await convertItem(server, promoter, { itemId: trade.items[0] as bigint })).short, headers)

/** Reports the steps of an order, a second apart, the last of them now; every step is accepted. */
async function report(outerId: string, itemId: string, steps: Record<string, unknown>[]): Promise<void> {
  const results = await sendEvents(
    server,
    steps.map((step, index) => ({
      ...{ event_id: `${outerId}-${step.type}-${step.refund_id ?? ''}`, item_id: itemId, item_num: 1 },
      ...{ trade_parent_id: `P-${outerId}`, trade_id: outerId, price: '99.99', paid_fee: '99.99' },
      at: new Date(Date.now() - (steps.length - 1 - index) * 1000).toISOString(),
      ...step,
    })),
  )
  expect(results.map((result) => result.status)).toEqual(steps.map(() => 'accepted'))
}

async function numberOf(outerId: string): Promise<string> {
  const query = server.db.selectFrom('orders').select('trade_id').where('outer_id', '=', outerId)
  return String((await query.executeTakeFirstOrThrow()).trade_id)
}

async function explain(outerId: string, promoter: Promoter): Promise<Wire> {
  const answer = await server.call(METHOD, { trade_id: await numberOf(outerId) }, { app: promoter.app })
  if (answer.error_response) return answer.error_response
  return answer.opentbk_order_explain_response.data
}

const refusal = ({ code, msg, sub_code, sub_msg }: Wire) => ({ code, msg, sub_code, sub_msg })

test('an order from click to refund: why, on which terms, and each amount', async () => {
  const { first } = trade
  const { clickId, itemId, cookie } = await click(first)
  const bot = await click(first, { cookie, 'user-agent': 'Googlebot/2.1' })
  const steps = [{ type: 'created', click_id: clickId }, { type: 'paid' }, { type: 'received' }]
  const refund = { type: 'refunded', refund_id: 'R1', refund_fee: '33.33', click_id: 'no-click-at-all' }
  await report('A', itemId, [...steps, refund])
  const told = await explain('A', first)

  expect(told).toMatchObject({
    trade_id: await numberOf('A'),
    tk_status: 14,
    item_id: server.demo.item_ids[0],
  })
  expect(told.attribution).toMatchObject({ shopper_count: 1, rule: 'same_item', click_id: clickId })
  expect(told.attribution.adzone_id).toBe(Number(first.pid.split('_')[3]))
  expect(told.attribution.claims.claimed_click).toEqual([
    { click_id: clickId, verdict: 'accepted' },
    { click_id: 'no-click-at-all', verdict: 'unknown' },
  ])
  const [chosen, botClick] = told.attribution.clicks.seen_click
  expect(botClick).toMatchObject({ click_id: bot.clickId, is_attributable: false, reason: 'bot' })
  expect(chosen).toMatchObject({ click_id: clickId, is_own: true, is_same_item: true, is_chosen: true })
  expect(told.terms).toMatchObject({
    plan_kind: 'marketing',
    commission_rate: '12.34',
    service_fee_rate: '10.00',
  })
  expect(told.terms).toMatchObject({ tk_order_role: 2, pub_share_rate: '100.00' })
  expect([told.terms.second_pub_id, told.terms.third_pub_id]).toEqual([undefined, undefined])
  // 66.66 × 12.34 % = 8.225844, 10 % of 8.22 = 0.822
  const all = (total_commission_fee: string, service_fee: string, payable_fee: string) => {
    return { total_commission_fee, commission_fee: total_commission_fee, service_fee, payable_fee }
  }
  expect(told.amounts).toEqual({
    ...{ paid_fee: '99.99', refunded_fee: '33.33' },
    estimated: { base_fee: '99.99', ...all('12.33', '1.23', '11.10') },
    due: { base_fee: '66.66', ...all('8.22', '0.82', '7.40') },
    booked: all('8.22', '0.82', '7.40'),
  })
  const events = told.events.accepted_event
  expect(events.map((event: Wire) => event.type)).toEqual(['created', 'paid', 'received', 'refunded'])
  expect(events[3]).toMatchObject({ refund_id: 'R1', refund_fee: '33.33' })
  expect(new Set(events.map((event: Wire) => event.accept_time)).size).toBe(1)
  expect(events[0].event_time < events[3].event_time).toBe(true)
})

test('each ledger entry is told with its lines, and they add up', async () => {
  const { first } = trade
  const { clickId, itemId } = await click(first)
  await report('B', itemId, [{ type: 'created', click_id: clickId }, { type: 'paid' }, { type: 'received' }])
  await report('B', itemId, [{ type: 'refunded', refund_id: 'R1', refund_fee: '33.33' }])
  const told = await explain('B', first)
  const lines = (entry: Wire) =>
    Object.fromEntries(entry.lines.order_ledger_line.map((line: Wire) => [line.account, line.amount_fee]))
  const [earned, returned, ...more] = told.ledger_entries.order_ledger_entry
  expect(more).toEqual([])
  expect(earned).toMatchObject({ cause: 'order created, paid, received', is_partial: false })
  expect(lines(earned)).toEqual({ merchant: '-12.33', publisher_pending: '11.10', platform_fee: '1.23' })
  expect(lines(returned)).toEqual({ merchant: '4.11', publisher_pending: '-3.70', platform_fee: '-0.41' })
})

test('an order that is nobody’s business yet has amounts and no entries', async () => {
  const { first } = trade
  const { clickId, itemId } = await click(first)
  await report('C', itemId, [{ type: 'created', click_id: clickId }])
  const told = await explain('C', first)
  expect(told.tk_status).toBe(11)
  expect(told.ledger_entries).toEqual({})
  expect(told.amounts.estimated.commission_fee).toBe('0.00')
})

test('a foreign order, an unknown one and nobody’s are answered alike', async () => {
  const { first, second } = trade
  const { clickId, itemId } = await click(first)
  await report('D', itemId, [{ type: 'created', click_id: clickId }])
  await report('E', itemId, [{ type: 'created' }])
  expect(refusal(await explain('D', second))).toEqual(UNKNOWN)
  expect(refusal(await explain('E', first))).toEqual(UNKNOWN)
  const unknown = await server.call(METHOD, { trade_id: '1' })
  expect(refusal(unknown.error_response)).toEqual(UNKNOWN)
})

test('an order that moved to another promoter tells the new one nothing of the old one’s', async () => {
  const { first, second } = trade
  const before = await click(first)
  const after = await click(second)
  const bought = [{ type: 'created', click_id: before.clickId }, { type: 'paid' }, { type: 'received' }]
  await report('F', before.itemId, bought)
  expect((await explain('F', first)).amounts.booked.payable_fee).toBe('11.10')
  await report('F', before.itemId, [
    { type: 'refund_requested', refund_id: 'R', refund_fee: '1.00', click_id: after.clickId },
  ])
  expect(refusal(await explain('F', first))).toEqual(UNKNOWN)
  const told = await explain('F', second)
  const clicks = told.attribution.clicks.seen_click
  expect(clicks.map((one: Wire) => [one.is_own, one.click_id, one.is_chosen])).toEqual([
    [true, after.clickId, true],
    [false, undefined, false],
  ])
  expect(told.attribution.claims.claimed_click).toEqual([
    { verdict: 'accepted' },
    { click_id: after.clickId, verdict: 'accepted' },
  ])
  const [entry, ...more] = told.ledger_entries.order_ledger_entry
  expect(more).toEqual([])
  expect(entry).toMatchObject({ is_partial: true })
  expect(entry.lines.order_ledger_line).toEqual([{ account: 'publisher_pending', amount_fee: '11.10' }])
  expect(JSON.stringify(told)).not.toContain(String(first.memberId))
  expect(JSON.stringify(told)).not.toContain(before.clickId)
})

test('its page says that the contract is this project’s own', async () => {
  const { methods } = (await (await fetch(`${server.url}/catalogue.json`)).json()) as Wire
  const page = methods.find((method: Wire) => method.name === METHOD)
  expect(page).toMatchObject({ confidence: 'own', session: 'none', permission: 'order' })
})
