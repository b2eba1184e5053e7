import { formatGmt8 } from '@opentbk/top'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Wire } from '../setup/server.ts'
import { landingOf } from '../setup/shop.ts'
import { convertItem, readOrderPage } from '../setup/trade.ts'
import { MINUTE_MS, openOrderList, tradeIds } from './order-list.ts'

const METHOD = 'taobao.tbk.order.details.get'

const { server, trade, event, send, numbers, windowNow, listForward } = await openOrderList()

afterAll(() => server.close())

describe('pages of a list that stands still', () => {
  const total = 47
  let all: string[]

  beforeAll(async () => {
    await send(...Array.from({ length: total }, (_, index) => event(`still-${index}`, 'created')))
    all = (await listForward({ ...windowNow(), page_size: 100 })).ids
    expect([...all].sort()).toEqual(await numbers('still-'))
  })

  test.each([1, 2, 7, 23, 46, 47, 48, 100])(
    'of %i: forward and back, each order once, both ends known',
    async (size) => {
      const params = { ...windowNow(), page_size: size }
      const { pages, ids } = await listForward(params)
      expect(ids).toEqual(all)
      const count = Math.ceil(total / size)
      expect(pages.map((page) => [page.has_pre, page.has_next])).toEqual(
        pages.map((_, index) => [index > 0, index < count - 1]),
      )
      expect(pages.map((page) => page.page_size)).toEqual(pages.map(() => size))
      let page = pages.at(-1)
      for (let index = count - 2; index >= 0; index--) {
        page = await readOrderPage(server, trade.first, {
          ...params,
          page_no: index + 1,
          position_index: page.position_index,
          jump_type: -1,
        })
        expect(tradeIds(page)).toEqual(tradeIds(pages[index]))
        expect([page.has_pre, page.has_next]).toEqual([index > 0, true])
      }
    },
  )

  test('beyond either end there is an empty page, and turning round leads back', async () => {
    const params = { ...windowNow(), page_size: 20 }
    const { pages } = await listForward(params)
    const step = (from: Wire, jump_type: number) =>
      readOrderPage(server, trade.first, {
        ...params,
        page_no: 2,
        position_index: from.position_index,
        jump_type,
      })
    const after = await step(pages.at(-1), 1)
    expect([tradeIds(after), after.has_pre, after.has_next]).toEqual([[], true, false])
    expect(tradeIds(await step(after, -1))).toEqual(all.slice(-20))
    expect(tradeIds(await step(await step(after, 1), -1))).toEqual(all.slice(-20))
    const before = await step(pages[0], -1)
    expect([tradeIds(before), before.has_pre, before.has_next]).toEqual([[], false, true])
    expect(tradeIds(await step(before, 1))).toEqual(all.slice(0, 20))
  })

  test('an empty window has one empty page', async () => {
    const now = Date.now()
    const page = await readOrderPage(server, trade.first, {
      start_time: formatGmt8(new Date(now - 90 * MINUTE_MS)),
      end_time: formatGmt8(new Date(now - 80 * MINUTE_MS)),
    })
    expect([page.results, page.has_pre, page.has_next]).toEqual([[], false, false])
  })

  test('another promoter sees none of them, by any time or scene', async () => {
    for (const query_type of [1, 2, 3, 4]) {
      for (const order_scene of [1, 2, 3]) {
        const page = await readOrderPage(server, trade.second, { ...windowNow(), query_type, order_scene })
        expect(page.results).toEqual([])
      }
    }
    // Nor from a place in the first one's list.
    const own = await readOrderPage(server, trade.first, { ...windowNow(), page_size: 5 })
    const stolen = await readOrderPage(server, trade.second, {
      ...windowNow(),
      page_no: 2,
      position_index: own.position_index,
    })
    expect(stolen.results).toEqual([])
  })

  test('the sc door tells a publisher’s provider what the dg door tells the publisher', async () => {
    const params = { ...windowNow(), page_size: 9 }
    const dg = await server.call(METHOD, params)
    const sc = await server.call('taobao.tbk.sc.order.details.get', params, {
      session: server.demo.provider_app.session,
    })
    // Who called differs, and one field is the dg door's alone.
    const withoutCaller = (answer: Wire) =>
      answer.data.results.publisher_order_dto.map(
        ({ app_key: _, tb_gmv_total_price: __, ...order }: Wire) => order,
      )
    expect(withoutCaller(sc.tbk_sc_order_details_get_response)).toEqual(
      withoutCaller(dg.tbk_order_details_get_response),
    )
    const { results: _, ...page } = dg.tbk_order_details_get_response.data
    expect(sc.tbk_sc_order_details_get_response.data).toMatchObject(page)
  })
})

describe('filters', () => {
  beforeAll(async () => {
    const names = ['filter-created', 'filter-paid', 'filter-received', 'filter-closed']
    await send(...names.map((name) => event(name, 'created')))
    await send(...names.slice(1).map((name) => event(name, 'paid')))
    await send(event('filter-received', 'received'), event('filter-closed', 'closed'))
  })

  test.each([
    [11, 'filter-created'],
    [12, 'filter-paid'],
    [14, 'filter-received'],
    [13, 'filter-closed'],
  ])('tk_status %i', async (tk_status, name) => {
    const page = await readOrderPage(server, trade.first, { ...windowNow(), tk_status, page_size: 100 })
    const wanted = await numbers(name)
    expect(tradeIds(page)).toEqual(expect.arrayContaining(wanted))
    expect(new Set(page.results.map((order: Wire) => order.tk_status))).toEqual(new Set([tk_status]))
    const others = (await numbers('filter-')).filter((id) => !wanted.includes(id))
    expect(tradeIds(page).some((id) => others.includes(id))).toBe(false)
  })

  test('tk_status 3 has none while nothing is settled', async () => {
    expect((await readOrderPage(server, trade.first, { ...windowNow(), tk_status: 3 })).results).toEqual([])
    expect((await readOrderPage(server, trade.first, { ...windowNow(), query_type: 3 })).results).toEqual([])
  })

  test('query_type 2 has the paid ones', async () => {
    const page = await readOrderPage(server, trade.first, { ...windowNow(), query_type: 2, page_size: 100 })
    const paid = await numbers('filter-')
    expect(tradeIds(page).sort()).toEqual(paid.filter((id) => tradeIds(page).includes(id)))
    expect(page.results).toHaveLength(3)
  })

  test('order_scene tells channels and members apart', async () => {
    const scenes = { relation_id: trade.relationId, special_id: trade.specialId }
    for (const [name, id] of Object.entries(scenes)) {
      const itemId = trade.items[0] as bigint
      const { long } = await convertItem(server, trade.first, { itemId, params: { [name]: id } })
      const landing = await landingOf(long)
      await send(event(`scene-${name}`, 'created', { click_id: landing.clickId }))
    }
    const ofScene = async (order_scene: number) =>
      tradeIds(await readOrderPage(server, trade.first, { ...windowNow(), order_scene }))
    expect(await ofScene(2)).toEqual(await numbers('scene-relation_id'))
    expect(await ofScene(3)).toEqual(await numbers('scene-special_id'))
  })

  test('member_type: what is not shared has no third party', async () => {
    const own = await readOrderPage(server, trade.first, { ...windowNow(), member_type: 2, page_size: 100 })
    const all = await readOrderPage(server, trade.first, { ...windowNow(), page_size: 100 })
    expect(tradeIds(own)).toEqual(tradeIds(all))
    const shared = await readOrderPage(server, trade.first, { ...windowNow(), member_type: 3 })
    expect([shared.results, shared.has_pre, shared.has_next]).toEqual([[], false, false])
  })
})

describe('refusals', () => {
  const at = (minutes: number) => formatGmt8(new Date(Date.now() + minutes * MINUTE_MS))
  const good = { start_time: at(-20), end_time: at(-10) }

  test.each([
    ['2000', { start_time: '2026-1-1' }],
    ['2000', { end_time: 'soon' }],
    ['2000', { start_time: '2026-02-30 00:00:00' }],
    ['2000', { start_time: at(-91 * 1440), end_time: at(-91 * 1440 + 10) }],
    ['2001', { start_time: at(-10), end_time: at(-20) }],
    ['2001', { start_time: at(-10), end_time: at(-10) }],
    ['2002', { start_time: at(10), end_time: at(20) }],
    ['2007', { start_time: at(-200), end_time: at(-10) }],
    ['1005', { jump_type: 0 }],
    ['1005', { jump_type: 2 }],
    ['1006', { tk_status: 15 }],
    ['1006', { tk_status: 0 }],
    ['1008', { page_no: 2 }],
    ['1008', { jump_type: -1 }],
    ['1008', { page_no: 2, position_index: 'x' }],
    ['1008', { page_no: 2, position_index: '1555904214000_1' }],
    ['1008', { page_no: 2, position_index: '1555904214000_1|1555917305000_20|' }],
    ['1008', { page_no: 2, position_index: '1555904214000_1|1555917305000_20_11' }],
    ['1008', { page_no: 2, position_index: "1555904214000_1|1555917305000_2' or 1=1" }],
  ])('%s for %j', async (subCode, params) => {
    const answer = await server.call(METHOD, { ...good, ...params })
    expect(answer.error_response).toMatchObject({ code: 15, sub_code: subCode })
  })

  test.each([
    ['start_time', { start_time: undefined }, 40],
    ['end_time', { end_time: undefined }, 40],
    ['page_size', { page_size: 101 }, 41],
    ['page_size', { page_size: 0 }, 41],
    ['page_no', { page_no: 101 }, 41],
    ['query_type', { query_type: 5 }, 41],
    ['order_scene', { order_scene: 4 }, 41],
    ['member_type', { member_type: 1 }, 41],
    ['member_type', { member_type: 4 }, 41],
  ])('%s names itself: %j', async (name, params, code) => {
    const { error_response } = await server.call(METHOD, { ...good, ...params })
    expect(error_response.code).toBe(code)
    expect(error_response.msg).toContain(name)
  })

  test('exactly three hours are a window, exactly 90 days ago still a start', async () => {
    const now = Date.now()
    const three = {
      start_time: formatGmt8(new Date(now - 200 * MINUTE_MS)),
      end_time: formatGmt8(new Date(now - 20 * MINUTE_MS)),
    }
    expect((await server.call(METHOD, three)).error_response).toBeUndefined()
    const old = { start_time: at(-90 * 1440 + 1), end_time: at(-90 * 1440 + 10) }
    expect((await server.call(METHOD, old)).error_response).toBeUndefined()
  })
})
