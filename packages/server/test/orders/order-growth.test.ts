import { afterAll, describe, expect, test } from 'vitest'
import { readOrderPage } from '../setup/trade.ts'
import { MINUTE_MS, openOrderList, tradeIds } from './order-list.ts'

const { server, trade, event, send, numbers, windowNow, listForward } = await openOrderList()

afterAll(() => server.close())

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
