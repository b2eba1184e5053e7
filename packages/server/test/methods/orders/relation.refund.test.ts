import { formatGmt8 } from '@opentbk/top'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { numberOf, receivedOrder, sharedOrder } from '../../orders/refund-list.ts'
import { startTestServer, type TestServer, type Wire } from '../../setup/server.ts'
import { openTrade, type Trade } from '../../setup/trade.ts'

const METHOD = 'taobao.tbk.relation.refund'
const HOUR_MS = 3_600_000

let server: TestServer
let trade: Trade
/** The network's numbers of an order of a channel, of one of a member, and of one of neither. */
let numbers: { relation: string; special: string; plain: string }

beforeAll(async () => {
  server = await startTestServer()
  trade = await openTrade(server)
  const third = { refund_id: 'r', refund_fee: '33.33' }
  const orders = {
    relation: await receivedOrder(server, trade, { relation_id: trade.relationId }),
    special: await receivedOrder(server, trade, { special_id: trade.specialId }),
    plain: await receivedOrder(server, trade),
  }
  for (const order of Object.values(orders)) await order.send('refunded', third)
  numbers = {
    relation: await numberOf(server, orders.relation),
    special: await numberOf(server, orders.special),
    plain: await numberOf(server, orders.plain),
  }
})
afterAll(() => server.close())

const hoursAgo = (hours: number) => formatGmt8(new Date(server.ctx.clock.now().getTime() - hours * HOUR_MS))

async function search(fields: Wire = {}, app = trade.first.app): Promise<Wire> {
  const option = { page_size: 20, search_type: 1, refund_type: 0, page_no: 1, biz_type: 1, ...fields }
  const params = { search_option: { start_time: hoursAgo(1), ...option } }
  // Numbers of orders have more digits than fit a JS number.
  const text = await server.callText(METHOD, params, { app })
  const answer = JSON.parse(text.replaceAll(/:(\d{16,})/g, ':"$1"'))
  return answer.error_response ?? answer.tbk_relation_refund_response.result
}

const casesIn = (result: Wire): Wire[] => result.data.results.result ?? []

describe('what is told', () => {
  test('a case of an order of the channel, with the promoter’s amounts alone', async () => {
    const result = await search()
    expect(result).toMatchObject({ result_code: 200, result_msg: 'ok' })
    const [one, ...others] = casesIn(result)
    expect(others).toEqual([])
    expect(one).toMatchObject({
      tb_trade_id: numbers.relation,
      relation_id: Number(trade.relationId),
      tk_pub_id: Number(trade.first.memberId),
      refund_status: 2,
      refund_type: 1,
      refund_fee: '33.33',
      tb_trade_finish_price: '99.99',
      tk_commission_fee_refund_pub: '3.70',
      tk_subsidy_fee_refund_pub: '0.00',
      tk_pub_show_return_fee: '4.11',
    })
    expect(Object.keys(one).filter((name) => name.includes('3rd'))).toEqual([])
  })

  test('biz_type tells channels and members apart', async () => {
    expect(casesIn(await search({ biz_type: 2 })).map((one) => one.tb_trade_id)).toEqual([numbers.special])
  })

  test('numbers of the page are text on the dg door and numbers on the sc door', async () => {
    expect((await search({ page_size: 7 })).data).toMatchObject({
      page_no: '1',
      page_size: '7',
      total_count: '1',
    })
    const sc = 'taobao.tbk.sc.relation.refund'
    const option = { page_size: 7, search_type: 1, refund_type: 0, page_no: 1, biz_type: 1 }
    const { session } = server.demo.provider_app
    const answer = await server.call(
      sc,
      { search_option: { ...option, start_time: hoursAgo(1) } },
      { session },
    )
    expect(answer.tbk_sc_relation_refund_response.result).toMatchObject({
      data: { page_no: 1, page_size: 7, total_count: 1 },
      result_code: 200,
    })
  })

  test('a third party reads its own amounts, and no channel of the promoter’s', async () => {
    const order = await sharedOrder(server, trade)
    await server.db
      .updateTable('clicks')
      .set({ relation_id: BigInt(trade.relationId) })
      .where('third_member_id', 'is not', null)
      .execute()
    await order.send('created')
    await order.send('refunded', { refund_id: 'r', refund_fee: '33.33' })
    const [one, ...others] = casesIn(await search({ refund_type: 2 }, trade.second.app))
    expect(others).toEqual([])
    expect(one).toMatchObject({
      tb_trade_id: await numberOf(server, order),
      refund_type: 2,
      tk_pub_id: Number(trade.first.memberId),
      tk3rd_pub_id: Number(trade.second.memberId),
      tk_commission_fee_refund3rd_pub: '1.11',
      tk3rd_pub_show_return_fee: '1.23',
    })
    expect([one.relation_id, one.tk_pub_show_return_fee, one.tk_commission_fee_refund_pub]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(casesIn(await search({ refund_type: 1 }, trade.second.app))).toEqual([])
    const own = casesIn(await search({ refund_type: 1 })).find((row) => row.tb_trade_id === one.tb_trade_id)
    expect(own).toMatchObject({ tk_pub_show_return_fee: '2.88', tk3rd_pub_id: Number(trade.second.memberId) })
  })
})

describe('what is searched', () => {
  test('24 hours from start_time on, and nothing outside them', async () => {
    expect(casesIn(await search({ start_time: hoursAgo(23.9) }))).not.toEqual([])
    expect(casesIn(await search({ start_time: hoursAgo(25) }))).toEqual([])
  })

  test('each time: what was not settled is in no settlement', async () => {
    const counts: number[] = []
    for (const search_type of [1, 2, 3, 4, 5]) {
      counts.push(casesIn(await search({ search_type, biz_type: 2 })).length)
    }
    expect(counts).toEqual([1, 0, 1, 1, 1])
  })

  test('pages by number, with the total', async () => {
    for (let index = 0; index < 4; index++) {
      const order = await receivedOrder(server, trade, { special_id: trade.specialId })
      await order.send('refund_requested', { refund_id: 'r', refund_fee: '1.00' })
    }
    const all = casesIn(await search({ biz_type: 2 })).map((one) => one.tb_trade_id)
    expect(all).toHaveLength(5)
    const pages = await Promise.all(
      [1, 2, 3, 4].map((page_no) => search({ biz_type: 2, page_no, page_size: 2 })),
    )
    expect(pages.map((page) => page.data.total_count)).toEqual(['5', '5', '5', '5'])
    expect(pages.map((page) => casesIn(page).length)).toEqual([2, 2, 1, 0])
    expect(pages.flatMap((page) => casesIn(page).map((one) => one.tb_trade_id))).toEqual(all)
  })

  test('another promoter’s cases are not there', async () => {
    expect(casesIn(await search({ biz_type: 2 }, trade.second.app))).toEqual([])
  })
})

describe('refusals', () => {
  test.each([
    ['in the future', -1],
    ['over 90 days ago', 91 * 24],
  ])('a start %s: 102 in the answer', async (_, hours) => {
    const result = await search({ start_time: hoursAgo(hours) })
    expect(result).toMatchObject({ result_code: 102, biz_error_code: 102 })
    expect(result.biz_error_desc).toContain('开始时间')
  })

  test.each([
    ['search_type', { search_type: 0 }, 41],
    ['refund_type', { refund_type: 3 }, 41],
    ['biz_type', { biz_type: 0 }, 41],
    ['page_no', { page_no: 0 }, 41],
    ['start_time', { start_time: 'soon' }, 41],
    ['start_time', { start_time: undefined }, 40],
  ])('%s names itself: %j', async (name, fields, code) => {
    const error = await search(fields)
    expect(error.code).toBe(code)
    expect(error.msg).toContain(name)
  })
})
