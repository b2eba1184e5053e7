import { Refusal } from '@opentbk/top'
import type { CallContext } from '../../context.ts'
import type { Tx } from '../../store/store.ts'
import { listOrderEntries, type OrderEntry } from '../settlement/index.ts'
import { beginSnapshot } from './audit-rows.ts'
import type { DecisionStory } from './decide.ts'
import { basesOf } from './earnings.ts'
import type { KeptEvent } from './event.ts'
import { selectAcceptTimes, selectOwnOrder } from './explain-rows.ts'
import type { OrderRow } from './order-row.ts'
import { selectEvents } from './rows.ts'
import { compareEvents, foldOrder } from './rules.ts'

const MAX_EVENTS = 200

/** Why an order is this promoter's and what follows from it, as it is kept: nothing is worked out again. */
export type OrderExplanation = {
  order: OrderRow
  story: DecisionStory
  /** In the order in which they count, at most 200. */
  events: (KeptEvent & { acceptedAt: Date })[]
  entries: OrderEntry[]
  bases: ReturnType<typeof basesOf>
}

/** The whole story of an order of the promoter's own. A foreign one is answered like one that does not exist. */
export async function explainOrder(ctx: CallContext, tradeId: bigint): Promise<OrderExplanation> {
  return ctx.store.transact(async (tx) => {
    await beginSnapshot(tx)
    const order = await selectOwnOrder(tx, { tradeId, memberId: ctx.promoterId })
    if (!order) throw new Refusal('order.unknown')
    return tellOrder(tx, order, ctx.promoterId)
  })
}

async function tellOrder(tx: Tx, order: OrderRow, publisherId: bigint): Promise<OrderExplanation> {
  const events = (await selectEvents(tx, [order.id])).get(order.id) ?? []
  const times = await selectAcceptTimes(tx, order.id)
  return {
    order,
    story: order.decision as DecisionStory,
    events: events
      .sort(compareEvents)
      .slice(0, MAX_EVENTS)
      .map((event) => ({ ...event, acceptedAt: times.get(event.eventId) as Date })),
    entries: await listOrderEntries(tx, { orderId: order.id, publisherId }),
    bases: basesOf(foldOrder(events)),
  }
}
