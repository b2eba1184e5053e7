import { expect } from 'vitest'
import type { TestServer, Wire } from '../setup/server.ts'
import { landingOf, sendEvents } from '../setup/shop.ts'
import { convertItem, type Promoter, readOrderPage, type Trade } from '../setup/trade.ts'

let serial = 0

export type OneOrder = {
  /** The shop's own name of it. */
  outerId: string
  /** Reports an event of the order; fields override what would be right. */
  send(type: string, fields?: Record<string, unknown>): Promise<void>
  /** The order as `promoter` reads it, by default who promoted it. */
  read(promoter?: Promoter): Promise<Wire>
  /** Every entry of the order: its amounts by account, and by member where `ofMember` is given. */
  entries(ofMember?: bigint): Promise<Record<string, bigint>[]>
}

/** An order through a click on a link to the item, whose events are sent one by one. */
export async function openOrder(
  server: TestServer,
  trade: Trade,
  of: { itemId: bigint; price: string; link?: string },
): Promise<OneOrder> {
  const link = of.link ?? (await convertItem(server, trade.first, { itemId: of.itemId })).long
  const { clickId } = await landingOf(link)
  const outerId = `order-${serial++}`
  const order = {
    trade_parent_id: outerId,
    trade_id: outerId,
    item_id: String(of.itemId),
    item_num: 1,
    price: of.price,
    paid_fee: of.price,
    click_id: clickId,
  }
  return {
    outerId,
    async send(type, fields = {}) {
      const at = server.ctx.clock.now().toISOString()
      const [result] = await sendEvents(server, [
        { event_id: `${outerId}-${serial++}`, type, at, ...order, ...fields },
      ])
      expect(result.status).toBe('accepted')
    },
    async read(promoter = trade.first) {
      const { results } = await readOrderPage(server, promoter, { page_size: 100, query_type: 4 })
      const { trade_id } = await server.db
        .selectFrom('orders')
        .select('trade_id')
        .where('outer_id', '=', outerId)
        .executeTakeFirstOrThrow()
      return results.find((row: Wire) => row.trade_id === String(trade_id))
    },
    entries: (ofMember) => readEntries(server, outerId, ofMember),
  }
}

async function readEntries(
  server: TestServer,
  outerId: string,
  ofMember: bigint | undefined,
): Promise<Record<string, bigint>[]> {
  let query = server.db
    .selectFrom('ledger_lines')
    .innerJoin('ledger_entries', 'ledger_entries.id', 'ledger_lines.entry_id')
    .innerJoin('orders', 'orders.id', 'ledger_entries.order_id')
    .select(['ledger_lines.entry_id', 'account', 'amount_fen'])
    .where('orders.outer_id', '=', outerId)
    .orderBy('ledger_lines.entry_id')
  if (ofMember !== undefined) query = query.where('ledger_lines.member_id', '=', ofMember)
  const entries = new Map<bigint, Record<string, bigint>>()
  for (const { entry_id, account, amount_fen } of await query.execute()) {
    entries.set(entry_id, { ...entries.get(entry_id), [account]: amount_fen })
  }
  return [...entries.values()]
}
