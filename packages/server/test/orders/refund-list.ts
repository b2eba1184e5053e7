import { formatGmt8 } from '@opentbk/top'
import { expect } from 'vitest'
import { encodeItemId } from '../../src/domain/goods/index.ts'
import type { TestServer, Wire } from '../setup/server.ts'
import { convertItem, type Promoter, type Trade } from '../setup/trade.ts'
import { type OneOrder, openOrder } from './one-order.ts'

export const METHOD = 'taobao.tbk.order.refund.get'

/** The option of order.refund.get for the last hour, by when the order was modified, as both parties. */
export function refundOption(server: TestServer, fields: Record<string, unknown> = {}) {
  const now = server.ctx.clock.now().getTime()
  return {
    publisher_refund_order_query_option: {
      order_scene: 1,
      query_type: 5,
      member_type: 4,
      page_no: 1,
      page_size: 100,
      start_time: formatGmt8(new Date(now - 3_600_000)),
      end_time: formatGmt8(new Date(now + 60_000)),
      ...fields,
    },
  }
}

/** A page of a publisher's refund cases; `cases` are its rows. */
export async function readRefunds(
  server: TestServer,
  promoter: Promoter,
  fields: Record<string, unknown> = {},
): Promise<Wire> {
  const answer = await server.call(METHOD, refundOption(server, fields), { app: promoter.app })
  if (answer.error_response) return answer
  const { data, ...form } = answer.tbk_order_refund_get_response
  return { ...form, ...data, cases: data?.result.publisher_refund_order_d_t_o ?? [] }
}

/** The cases of one order as a publisher reads them, oldest first. */
export async function readCasesOf(
  server: TestServer,
  promoter: Promoter,
  { order, ...fields }: { order: OneOrder } & Record<string, unknown>,
): Promise<Wire[]> {
  const tradeId = await numberOf(server, order)
  const { cases } = await readRefunds(server, promoter, fields)
  return cases
    .filter((one: Wire) => one.tb_trade_id === tradeId)
    .sort((a: Wire, b: Wire) => (a.refund_suit_id < b.refund_suit_id ? -1 : 1))
}

export async function numberOf(server: TestServer, order: OneOrder): Promise<string> {
  const query = server.db.selectFrom('orders').select('trade_id').where('outer_id', '=', order.outerId)
  return String((await query.executeTakeFirstOrThrow()).trade_id)
}

/** An order of 99.99 at 12.34 % that was received just now. */
export async function receivedOrder(
  server: TestServer,
  trade: Trade,
  params: Record<string, string> = {},
): Promise<OneOrder> {
  const itemId = trade.items[0] as bigint
  const { long } = await convertItem(server, trade.first, { itemId, params })
  return receive(server, trade, long)
}

/** The same, through a link that gives the second publisher 30 % of the commission. */
export async function sharedOrder(server: TestServer, trade: Trade): Promise<OneOrder> {
  const { first, second } = trade
  const answer = await server.call(
    'taobao.tbk.item.share.convert',
    {
      adzone_id: first.pid.split('_')[3],
      sub_pid: second.pid,
      num_iids: encodeItemId(server.ctx.keys, trade.items[0] as bigint, first.memberId),
      fields: 'num_iid,click_url',
    },
    { app: first.app },
  )
  expect(answer.error_response).toBeUndefined()
  return receive(server, trade, answer.tbk_item_share_convert_response.results.n_tbk_item[0].click_url)
}

async function receive(server: TestServer, trade: Trade, link: string): Promise<OneOrder> {
  const order = await openOrder(server, trade, { itemId: trade.items[0] as bigint, price: '99.99', link })
  for (const type of ['created', 'paid', 'received']) await order.send(type)
  return order
}
