import { formatGmt8 } from '@opentbk/top'
import { expect } from 'vitest'
import { startTestServer, type Wire } from '../setup/server.ts'
import { landingOf, sendEvents } from '../setup/shop.ts'
import { convertItem, openTrade, readOrderPage } from '../setup/trade.ts'

export const MINUTE_MS = 60_000

type Event = Record<string, unknown>
type Listing = { pages: Wire[]; ids: string[] }

export const tradeIds = (page: Wire): string[] => page.results.map((order: Wire) => order.trade_id)

/** A promoter whose orders are listed, and a shop that reports them. */
export async function openOrderList() {
  const server = await startTestServer()
  const trade = await openTrade(server)
  const { long } = await convertItem(server, trade.first, { itemId: trade.items[0] as bigint })
  const { clickId } = await landingOf(long)
  let serial = 0

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

  /** A window around now of the server's own clock, fixed for a whole list. */
  function windowNow(): Record<string, string> {
    const now = server.ctx.clock.now().getTime()
    return {
      start_time: formatGmt8(new Date(now - 10 * MINUTE_MS)),
      end_time: formatGmt8(new Date(now + 10 * MINUTE_MS)),
    }
  }

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

  return { server, trade, event, send, numbers, windowNow, listForward }
}
