import { formatGmt8 } from '@opentbk/top'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer, type Wire } from './setup/server.ts'
import { landingOf, sendEvents } from './setup/shop.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})

afterAll(() => server.close())

const MINUTE_MS = 60_000

/** The order as its promoter reads it now. */
async function readOrders(queryType: number): Promise<Wire[]> {
  const answer = await server.call('taobao.tbk.order.details.get', {
    query_type: queryType,
    start_time: formatGmt8(new Date(Date.now() - 10 * MINUTE_MS)),
    end_time: formatGmt8(new Date(Date.now() + MINUTE_MS)),
  })
  expect(answer.error_response).toBeUndefined()
  return answer.tbk_order_details_get_response.data.results.publisher_order_dto ?? []
}

async function ledgerSum(): Promise<bigint> {
  const lines = await server.db.selectFrom('ledger_lines').select('amount_fen').execute()
  return lines.reduce((sum, line) => sum + line.amount_fen, 0n)
}

test('convert, 淘口令, click, buy, pay, query, receive, query: to the fen', async () => {
  const { demo } = server
  const adzoneId = demo.pid.split('_')[3]
  // Convert: the first demo item costs 99.99 and pays 12.34 %.
  const converted = await server.call('taobao.tbk.dg.general.link.convert', {
    adzone_id: adzoneId,
    item_id_list: demo.item_ids[0],
  })
  const item = converted.tbk_dg_general_link_convert_response.data.item_url_list.item_url_list[0]
  expect(item.promotion_info_dto).toMatchObject({ commission_rate: '12.34', commission_type: 'MKT' })
  const { cps_full_tpwd, cps_long_url } = item.link_info_dto

  // The 淘口令, wrapped as people wrap it, leads back to the link.
  const parsed = await server.call('taobao.tbk.tpwd.parse', {
    password_content: `看看这个 ${cps_full_tpwd} 复制打开`,
  })
  expect(parsed.tbk_tpwd_parse_response.data.origin_url).toBe(cps_long_url)

  // A shopper follows its short link.
  const shortUrl = /http\S+/.exec(cps_full_tpwd)?.[0] as string
  const { clickId, itemId } = await landingOf(shortUrl)

  // The shop reports the order as it goes.
  const order = {
    trade_parent_id: 'P1',
    trade_id: 'T1',
    item_id: itemId,
    item_num: 1,
    price: '99.99',
    paid_fee: '99.99',
    click_id: clickId,
    buyer_id: 'buyer-1',
  }
  const at = () => new Date().toISOString()
  const created = await sendEvents(server, [{ ...order, event_id: 'e1', type: 'created', at: at() }])
  expect(created).toEqual([{ event_id: 'e1', status: 'accepted' }])
  expect(await readOrders(1)).toMatchObject([{ tk_status: 11, alipay_total_price: '0.00' }])

  await sendEvents(server, [{ ...order, event_id: 'e2', type: 'paid', at: at() }])
  const [paid] = await readOrders(2)
  expect(paid).toMatchObject({
    tk_status: 12,
    alipay_total_price: '99.99',
    total_commission_rate: '12.34',
    pub_share_pre_fee: '12.33',
    alimama_rate: '10.00',
    alimama_share_fee: '1.23',
    pub_share_fee: '0.00',
    refund_tag: 0,
  })
  expect(paid.pay_price).toBeUndefined()
  expect(await ledgerSum()).toBe(0n)

  await sendEvents(server, [{ ...order, event_id: 'e3', type: 'received', at: at() }])
  const [received] = await readOrders(4)
  expect(received).toMatchObject({
    tk_status: 14,
    pay_price: '99.99',
    pub_share_fee: '12.33',
    trade_id: paid.trade_id,
  })
  const lines = await server.db.selectFrom('ledger_lines').select(['account', 'amount_fen']).execute()
  expect(lines.sort((a, b) => (a.account < b.account ? -1 : 1))).toEqual([
    { account: 'merchant', amount_fen: -1233n },
    { account: 'platform_fee', amount_fen: 123n },
    { account: 'publisher_pending', amount_fen: 1110n },
  ])

  // A third comes back: the difference is taken back, not a share of the refund.
  const refund = { ...order, refund_id: 'R1', refund_fee: '33.33' }
  await sendEvents(server, [{ ...refund, event_id: 'e4', type: 'refund_requested', at: at() }])
  await sendEvents(server, [{ ...refund, event_id: 'e5', type: 'refunded', at: at() }])
  const [refunded] = await readOrders(4)
  expect(refunded).toMatchObject({ tk_status: 14, pay_price: '66.66', pub_share_fee: '8.22', refund_tag: 1 })
  const pending = await server.db
    .selectFrom('ledger_lines')
    .select('amount_fen')
    .where('account', '=', 'publisher_pending')
    .execute()
  expect(pending.reduce((sum, line) => sum + line.amount_fen, 0n)).toBe(740n)
  expect(await ledgerSum()).toBe(0n)
})
