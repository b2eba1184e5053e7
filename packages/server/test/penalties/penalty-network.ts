import { expect } from 'vitest'
import { auditBookings, settleOrders } from '../../src/domain/orders/index.ts'
import { auditLedger, isLedgerInOrder } from '../../src/domain/settlement/index.ts'
import { findDemoRecord } from '../../src/seed/index.ts'
import { type OneOrder, openOrder } from '../orders/one-order.ts'
import { type Answer, askAsOperator } from '../sandbox/operator.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'
import { openTrade, type Promoter, type Trade } from '../setup/trade.ts'

export type PenaltyNetwork = { server: TestServer; trade: Trade; secondPid: string }

export async function startPenaltyNetwork(): Promise<PenaltyNetwork> {
  const server = await startTestServer()
  const record = await findDemoRecord(server.db)
  return { server, trade: await openTrade(server), secondPid: record?.secondPid as string }
}

/** The ledger adds up, and every order's own columns say the same. */
export async function expectSoundBooks({ server }: PenaltyNetwork): Promise<void> {
  expect(isLedgerInOrder(await auditLedger(server.ctx))).toBe(true)
  expect((await auditBookings(server.ctx)).wrong).toEqual([])
}

export type NumberedOrder = OneOrder & { tradeId: string }

/** An order of 99.99 at 12.34 %, by default received just now. */
export async function openNumbered(
  { server, trade }: PenaltyNetwork,
  how: { events?: string[]; link?: string; itemId?: bigint; price?: string } = {},
): Promise<NumberedOrder> {
  const { events = ['created', 'paid', 'received'], itemId = trade.items[0] as bigint } = how
  const link = how.link === undefined ? {} : { link: how.link }
  const order = await openOrder(server, trade, { itemId, price: how.price ?? '99.99', ...link })
  for (const type of events) await order.send(type)
  const found = server.db.selectFrom('orders').select('trade_id').where('outer_id', '=', order.outerId)
  return { ...order, tradeId: String((await found.executeTakeFirstOrThrow()).trade_id) }
}

/** A link to the item by which the second publisher has 30 % of what the first one's order earns. */
export async function shareItem({ server, secondPid }: PenaltyNetwork): Promise<string> {
  const answer = await server.call('taobao.tbk.item.share.convert', {
    adzone_id: server.demo.pid.split('_')[3],
    sub_pid: secondPid,
    fields: 'click_url',
    num_iids: server.demo.item_ids[0],
  })
  return answer.tbk_item_share_convert_response.results.n_tbk_item[0].click_url
}

export function freeze({ server }: PenaltyNetwork, tradeId: string, fields: Wire = {}): Promise<Answer> {
  const body = { trade_id: tradeId, violation_type: '订单虚假交易', reason: '刷单', ...fields }
  return askAsOperator(server, '/admin/v1/penalties', { body })
}

/** A step of a penalty; 'uphold' and 'dismiss' decide its appeal. */
export function step({ server, trade }: PenaltyNetwork, id: string, what: string): Promise<Answer> {
  const path = what === 'uphold' || what === 'dismiss' ? 'decide' : what
  const decision = path === 'decide' ? { decision: what } : {}
  const member = what === 'appeal' ? { member_id: String(trade.first.memberId) } : {}
  const body = { reason: `因为${what}`, ...decision, ...member }
  return askAsOperator(server, `/admin/v1/penalties/${id}/${path}`, { body })
}

export async function show({ server }: PenaltyNetwork, id: string): Promise<Wire> {
  return (await askAsOperator(server, `/admin/v1/penalties/${id}`)).body
}

/** Days go by, and what is due is settled. */
export async function advance({ server }: PenaltyNetwork, text: string): Promise<void> {
  const { status } = await askAsOperator(server, '/sandbox/clock', { body: { advance: text } })
  expect(status).toBe(200)
  await settleOrders(server.ctx)
}

/** What punish.order.get answers a promoter, by default the first publisher. */
export async function punished(
  { server, trade }: PenaltyNetwork,
  option: Wire = {},
  promoter: Promoter = trade.first,
): Promise<Wire> {
  const params = { af_order_option: option }
  const text = await server.callText('taobao.tbk.dg.punish.order.get', params, { app: promoter.app })
  // A trade_id has more digits than a JavaScript number holds.
  const answer = JSON.parse(text.replaceAll(/:(\d{16,})/g, ':"$1"'))
  if (answer.error_response) return answer
  const { data } = answer.tbk_dg_punish_order_get_response.result
  return { ...data, results: data.results.result ?? [] }
}
