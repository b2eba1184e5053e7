import { auditBookings } from '../../src/domain/orders/index.ts'
import { auditLedger, isLedgerInOrder } from '../../src/domain/settlement/index.ts'
import { type Answer, askAsOperator } from '../sandbox/operator.ts'
import type { TestServer } from '../setup/server.ts'
import { landingOf, sendEvents } from '../setup/shop.ts'
import { convertItem, type Trade } from '../setup/trade.ts'

let serial = 0

/** Calls of the operator's doors about one member. */
export function memberDoor(server: TestServer, kind: 'merchants' | 'members', id: bigint) {
  const at = (path: string) => `/admin/v1/${kind}/${id}${path}`
  return {
    get: (path = ''): Promise<Answer> => askAsOperator(server, at(path)),
    post: (path: string, body: unknown): Promise<Answer> => askAsOperator(server, at(path), { body }),
  }
}

/** A shopper's click on the first promoter's link to an item. */
export async function clickOn(server: TestServer, trade: Trade, itemId: bigint) {
  const { long } = await convertItem(server, trade.first, { itemId })
  return { long, clickId: (await landingOf(long)).clickId }
}

/** An order of one piece at 99.99 through a click, received; the shop's name for it. */
export async function buy(
  server: TestServer,
  itemId: bigint,
  how: { clickId: string; type?: string; name?: string; fields?: Record<string, unknown> },
): Promise<string> {
  const name = how.name ?? `m${serial++}`
  const [result] = await sendEvents(server, [
    {
      event_id: `${name}-${serial++}`,
      type: how.type ?? 'received',
      trade_parent_id: name,
      trade_id: name,
      item_id: String(itemId),
      item_num: 1,
      price: '99.99',
      paid_fee: '99.99',
      click_id: how.clickId,
      at: new Date(server.ctx.clock.now()).toISOString(),
      ...how.fields,
    },
  ])
  if (result.status !== 'accepted') throw new Error(`the order was answered ${JSON.stringify(result)}`)
  return name
}

/** Whether the ledger adds up and is what the orders say. */
export async function isInOrder(server: TestServer): Promise<boolean> {
  const { wrongCount } = await auditBookings(server.ctx)
  return wrongCount === 0 && isLedgerInOrder(await auditLedger(server.ctx))
}
