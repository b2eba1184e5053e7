import { startTestServer } from '../setup/server.ts'
import { openTrade } from '../setup/trade.ts'

/** A server that takes events, and events to send: each of an order of its own, complete and right. */
export async function openShopEvents() {
  const server = await startTestServer()
  const trade = await openTrade(server)
  let serial = 0
  return {
    server,
    trade,
    event(fields: Record<string, unknown> = {}): Record<string, unknown> {
      serial++
      return {
        event_id: `e${serial}`,
        type: 'created',
        trade_parent_id: `p${serial}`,
        trade_id: `t${serial}`,
        item_id: String(trade.items[0]),
        item_num: 1,
        price: '99.99',
        paid_fee: '99.99',
        at: new Date().toISOString(),
        ...fields,
      }
    },
    async storedEvents(): Promise<string[]> {
      const rows = await server.db.selectFrom('order_events').select('event_id').execute()
      return rows.map((row) => row.event_id)
    },
  }
}
