import { formatGmt8 } from '@opentbk/top'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { METHOD, readRefunds, receivedOrder, refundOption, sharedOrder } from '../../orders/refund-list.ts'
import { askAsOperator } from '../../sandbox/operator.ts'
import { startTestServer, type TestServer, type Wire } from '../../setup/server.ts'
import { openTrade, type Trade } from '../../setup/trade.ts'

const MINUTE_MS = 60_000

let server: TestServer
let trade: Trade

beforeAll(async () => {
  server = await startTestServer()
  trade = await openTrade(server)
})
afterAll(() => server.close())

const idsOf = (page: Wire): string[] => page.cases.map((one: Wire) => one.refund_suit_id)

describe('pages', () => {
  const total = 11
  /** Fixed for a whole list. */
  let window: Record<string, unknown>
  let all: string[]

  beforeAll(async () => {
    // The second publisher is promoter of some orders and third party of others, by turns.
    for (let index = 0; index < total; index++) {
      const order = await (index % 2 === 0
        ? sharedOrder(server, trade)
        : receivedOrder(server, { ...trade, first: trade.second }))
      await order.send('refund_requested', { refund_id: 'r', refund_fee: '9.99' })
    }
    const { start_time, end_time } = refundOption(server).publisher_refund_order_query_option
    window = { start_time, end_time, query_type: 1 }
    all = idsOf(await readRefunds(server, trade.second, window))
  })

  test('both roles are one list, by time', async () => {
    expect(new Set(all).size).toBe(total)
    expect([...all].sort()).toEqual(all)
    const { cases } = await readRefunds(server, trade.second, window)
    expect(cases.map((one: Wire) => one.tk_order_role)).toEqual(
      all.map((_, index) => (index % 2 === 0 ? '三方' : '二方')),
    )
  })

  test.each([1, 3, 10, 11, 12])(
    'of %i: forward and back, each case once, both ends known',
    async (page_size) => {
      const pages: Wire[] = []
      for (let page = await readRefunds(server, trade.second, { ...window, page_size }); ; ) {
        expect(page).toMatchObject({
          result_code: 200,
          result_msg: 'ok',
          page_size,
          page_no: pages.length + 1,
        })
        pages.push(page)
        if (!page.has_next) break
        page = await readRefunds(server, trade.second, {
          ...window,
          page_size,
          page_no: page.next_page,
          position_index: page.position_index,
          jump_type: 1,
        })
      }
      expect(pages.flatMap(idsOf)).toEqual(all)
      const last = pages.length
      expect(pages.map((page) => [page.has_pre, page.has_next, page.pre_page, page.next_page])).toEqual(
        pages.map((_, index) => [
          index > 0,
          index < last - 1,
          index > 0 ? index : undefined,
          index < last - 1 ? index + 2 : undefined,
        ]),
      )
      let page = pages.at(-1)
      for (let index = last - 2; index >= 0; index--) {
        page = await readRefunds(server, trade.second, {
          ...window,
          page_size,
          page_no: page.pre_page,
          position_index: page.position_index,
          jump_type: -1,
        })
        expect(idsOf(page)).toEqual(idsOf(pages[index]))
      }
    },
  )

  test('a case that comes while one pages is on a later page', async () => {
    const first = await readRefunds(server, trade.first, { ...window, page_size: 3 })
    const order = await receivedOrder(server, trade)
    await order.send('refund_requested', { refund_id: 'r', refund_fee: '9.99' })
    const { end_time } = refundOption(server).publisher_refund_order_query_option
    const next = await readRefunds(server, trade.first, {
      ...window,
      end_time,
      page_no: 2,
      page_size: 100,
      position_index: first.position_index,
    })
    const listed = idsOf(await readRefunds(server, trade.first, { ...window, end_time }))
    expect([...idsOf(first), ...idsOf(next)]).toEqual(listed)
    expect(listed).toHaveLength(7)
  })

  test('the first page is 0 or 1', async () => {
    const page = await readRefunds(server, trade.second, { ...window, page_no: 0, page_size: 3 })
    expect(idsOf(page)).toEqual(all.slice(0, 3))
    expect([page.page_no, page.next_page]).toEqual([0, 1])
  })

  test('the sc door tells a publisher’s provider what the dg door tells the publisher', async () => {
    const option = refundOption(server)
    const dg = await server.call(METHOD, option)
    const { session } = server.demo.provider_app
    const sc = await server.call('taobao.tbk.sc.order.refund.get', option, { session })
    const { request_id: _, ...told } = sc.tbk_sc_order_refund_get_response
    expect(dg.tbk_order_refund_get_response).toMatchObject(told)
    expect(told.data.result.publisher_refund_order_d_t_o.length).toBeGreaterThan(5)
  })

  test('a penalty changes the order, so its cases are found by their time again', async () => {
    const order = await receivedOrder(server, trade)
    await order.send('refunded', { refund_id: 'r', refund_fee: '33.33' })
    const { trade_id } = await server.db
      .selectFrom('orders')
      .select('trade_id')
      .where('outer_id', '=', order.outerId)
      .executeTakeFirstOrThrow()
    const modified = async () => {
      const { cases } = await readRefunds(server, trade.first)
      return cases.filter((one: Wire) => one.tb_trade_id === String(trade_id))
    }
    const [before] = await modified()
    await askAsOperator(server, '/sandbox/clock', { body: { advance: '1m' } })
    const body = { trade_id: String(trade_id), violation_type: '店铺淘宝客', reason: '自买自卖' }
    const { status } = await askAsOperator(server, '/admin/v1/penalties', { body })
    expect(status).toBeLessThan(300)
    const [after] = await modified()
    expect(after).toEqual({ ...before, modified_time: after.modified_time })
    expect(after.modified_time > before.modified_time).toBe(true)
  })
})

describe('refusals', () => {
  const at = (minutes: number) => formatGmt8(new Date(Date.now() + minutes * MINUTE_MS))
  const good = { start_time: at(-20), end_time: at(-10) }

  test.each([
    ['start_time', { start_time: '2026-1-1' }, '格式'],
    ['end_time', { end_time: 'soon' }, '格式'],
    ['start before end', { start_time: at(-10), end_time: at(-20) }, '开始时间应该小于结束时间'],
    ['future', { start_time: at(60), end_time: at(70) }, '小于当前时间'],
    ['over 3 hours', { start_time: at(-200), end_time: at(-10) }, '3个小时'],
    ['over 90 days', { start_time: at(-91 * 1440), end_time: at(-91 * 1440 + 10) }, '90天'],
    ['jump_type', { jump_type: 2 }, 'jumpType'],
    ['page 2 without a position', { page_no: 2 }, 'position_index'],
    ['position_index', { page_no: 2, position_index: 'x' }, 'positionIndex'],
  ])('%s: 102 in the answer', async (_, fields, words) => {
    const page = await readRefunds(server, trade.first, { ...good, ...fields })
    expect(page).toMatchObject({ result_code: 102, biz_error_code: 102, result_msg: page.biz_error_desc })
    expect(page.biz_error_desc).toContain(words)
    expect(page.position_index).toBeUndefined()
  })

  test('no option at all: 101', async () => {
    const answer = await server.call(METHOD)
    expect(answer.tbk_order_refund_get_response).toMatchObject({
      result_code: 101,
      biz_error_code: 101,
      biz_error_desc: '开始时间不能为空',
    })
  })

  test.each([
    ['start_time', { start_time: undefined }, 40],
    ['page_size', { page_size: 101 }, 41],
    ['order_scene', { order_scene: 2 }, 41],
    ['query_type', { query_type: 6 }, 41],
    ['member_type', { member_type: 3 }, 41],
  ])('%s names itself', async (name, fields, code) => {
    const { error_response } = await readRefunds(server, trade.first, { ...good, ...fields })
    expect(error_response.code).toBe(code)
    expect(error_response.msg).toContain(`publisher_refund_order_query_option.${name}`)
  })
})
