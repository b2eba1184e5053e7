import { formatGmt8 } from '@opentbk/top'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'
import { landingOf, sendEvents } from '../setup/shop.ts'
import { convertItem, openTrade, readOrderPage, type Trade } from '../setup/trade.ts'

const MINUTE_MS = 60_000
const METHOD = 'taobao.tbk.order.details.get'

let server: TestServer
let trade: Trade
let clickId: string
let serial = 0

beforeAll(async () => {
  server = await startTestServer()
  trade = await openTrade(server)
  const { long } = await convertItem(server, trade.first, { itemId: trade.items[0] as bigint })
  clickId = (await landingOf(long)).clickId
})

afterAll(() => server.close())

type Event = Record<string, unknown>

function event(name: string, type: string, fields: Event = {}): Event {
  const order = { trade_parent_id: name, trade_id: name, item_id: String(trade.items[0]), item_num: 1 }
  const money = { price: '99.99', paid_fee: '99.99' }
  return {
    event_id: `e${serial++}`,
    type,
    ...order,
    ...money,
    click_id: clickId,
    at: new Date().toISOString(),
    ...fields,
  }
}

async function send(...events: Event[]): Promise<void> {
  const results = await sendEvents(server, events)
  expect(results.filter((result) => result.status !== 'accepted')).toEqual([])
}

/** The network's numbers of orders by the shop's names. */
async function numbers(prefix: string): Promise<string[]> {
  const rows = await server.db
    .selectFrom('orders')
    .select('trade_id')
    .where('outer_id', 'like', `${prefix}%`)
    .execute()
  return rows.map((row) => String(row.trade_id)).sort()
}

const tradeIds = (page: Wire): string[] => page.results.map((order: Wire) => order.trade_id)

/** A window around now of the server's own clock, fixed for a whole list. */
function windowNow(): Record<string, string> {
  const now = server.ctx.clock.now().getTime()
  return {
    start_time: formatGmt8(new Date(now - 10 * MINUTE_MS)),
    end_time: formatGmt8(new Date(now + 10 * MINUTE_MS)),
  }
}

type Listing = { pages: Wire[]; ids: string[] }

/** Every page from the first on, until the list says that it ends. */
async function listForward(params: Record<string, unknown>, first?: Wire): Promise<Listing> {
  const pages: Wire[] = []
  let page = first ?? (await readOrderPage(server, trade.first, params))
  for (;;) {
    expect(page.error_response).toBeUndefined()
    pages.push(page)
    if (!page.has_next) return { pages, ids: pages.flatMap(tradeIds) }
    page = await readOrderPage(server, trade.first, {
      ...params,
      page_no: pages.length + 1,
      position_index: page.position_index,
      jump_type: 1,
    })
  }
}

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

  test('member_type: every order is one’s own while nothing is shared', async () => {
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

describe('a list that grows while it is read', () => {
  const writers = 4
  const rounds = 8

  /** Orders and their payments from several servers of the shop at once. */
  async function write(prefix: string): Promise<void> {
    const work = async (writer: number) => {
      for (let round = 0; round < rounds; round++) {
        const names = Array.from({ length: 3 }, (_, index) => `${prefix}-${writer}-${round}-${index}`)
        await send(...names.map((name) => event(name, 'created')))
        await send(...names.map((name) => event(name, 'paid')))
      }
    }
    await Promise.all(Array.from({ length: writers }, (_, writer) => work(writer)))
  }

  /** Pages on until the writers are done and the list, asked once more, ends. */
  async function follow(params: Record<string, unknown>, isDone: () => boolean): Promise<string[]> {
    const ids: string[] = []
    let position: string | undefined
    for (let pageNo = 1; ; pageNo = Math.min(pageNo + 1, 100)) {
      const done = isDone()
      const page = await readOrderPage(server, trade.first, {
        ...params,
        page_no: position === undefined ? 1 : Math.max(pageNo, 2),
        position_index: position,
      })
      ids.push(...tradeIds(page))
      position = page.position_index ?? position
      if (done && !page.has_next) return ids
    }
  }

  test.each([
    [1, 1],
    [1, 7],
    [2, 3],
    [2, 100],
  ])('by query_type %i in pages of %i: none skipped, none twice', async (queryType, size) => {
    const prefix = `grow${queryType}x${size}`
    let isDone = false
    const params = { ...windowNow(), query_type: queryType, page_size: size }
    const writing = write(prefix).finally(() => {
      isDone = true
    })
    const [ids] = await Promise.all([follow(params, () => isDone), writing])
    expect(new Set(ids).size).toBe(ids.length)
    const wanted = await numbers(prefix)
    expect(wanted).toHaveLength(writers * rounds * 3)
    const seen = new Set(ids)
    expect(wanted.filter((id) => !seen.has(id))).toEqual([])
  })

  test('by query_type 4 every change is met at least once: the last state of each order is seen', async () => {
    let isDone = false
    const params = { ...windowNow(), query_type: 4, page_size: 5 }
    const writing = write('change').finally(() => {
      isDone = true
    })
    const ids: string[] = []
    const states = new Map<string, number>()
    const reading = (async () => {
      let position: string | undefined
      for (;;) {
        const done = isDone
        const pageNo = position === undefined ? 1 : 2
        const page = await readOrderPage(server, trade.first, {
          ...params,
          page_no: pageNo,
          position_index: position,
        })
        for (const order of page.results) states.set(order.trade_id, order.tk_status)
        ids.push(...tradeIds(page))
        position = page.position_index ?? position
        if (done && !page.has_next) return
      }
    })()
    await Promise.all([reading, writing])
    for (const id of await numbers('change')) expect([id, states.get(id)]).toEqual([id, 12])
  })

  test('back through a list that grows: none of what was there is skipped', async () => {
    const params = { ...windowNow(), page_size: 10 }
    const before = await listForward(params)
    let page = before.pages.at(-1)
    const back = [tradeIds(page)]
    const writing = write('back')
    while (page.has_pre) {
      page = await readOrderPage(server, trade.first, {
        ...params,
        page_no: 2,
        position_index: page.position_index,
        jump_type: -1,
      })
      back.unshift(tradeIds(page))
    }
    await writing
    expect(back.flat()).toEqual(before.ids)
  })
})

describe('time', () => {
  // Moves the clock, so it stands last.
  test('two changes never share a time, though the database’s clock stands behind', async () => {
    // Of two orders with one time the earlier one would stand before the place where the page ended.
    await send(event('tie-low', 'created'))
    await send(event('tie-high', 'created'))
    await server.db
      .updateTable('order_clock')
      .set({ last_at: new Date(Date.now() + 5 * MINUTE_MS) })
      .execute()
    const params = { ...windowNow(), query_type: 4, page_size: 100 }
    await send(event('tie-high', 'paid'))
    const { pages } = await listForward(params)
    await send(event('tie-low', 'paid'))
    const next = await readOrderPage(server, trade.first, {
      ...params,
      page_no: 2,
      position_index: pages.at(-1).position_index,
    })
    expect(tradeIds(next)).toEqual(await numbers('tie-low'))
  })

  test('a window that is over gives the same rows for ever', async () => {
    const name = 'final'
    await send(event(name, 'created'))
    const params = { ...windowNow(), page_size: 100 }
    server.ctx.clock.aheadMs += 60 * MINUTE_MS
    const first = await listForward(params)
    await send(event(name, 'paid'), event('late', 'created', { at: new Date().toISOString() }))
    const second = await listForward(params)
    expect(second.ids).toEqual(first.ids)
    expect(first.ids).toEqual(expect.arrayContaining(await numbers(name)))
    expect(second.ids).not.toEqual(expect.arrayContaining(await numbers('late')))
    const now = await readOrderPage(server, trade.first, windowNow())
    expect(tradeIds(now)).toEqual(await numbers('late'))
  })
})
