import type { Context } from '../../../context.ts'
import type { Tx } from '../../../store/store.ts'
import { listWholeEntries, type WholeEntry } from '../../settlement/index.ts'
import type { DecisionStory } from '../decide.ts'
import { type AcceptedEvent, listEvents } from '../lists/list-events.ts'
import { beginSnapshot } from './audit-rows.ts'
import { type RefundSeen, type StoryOrder, selectRefundsOf, selectStoryOrder } from './story-rows.ts'

const MAX_EVENTS = 1000
const MAX_ENTRIES = 1000

/** By the network's number, or by the shop's own. */
export type OrderName = { tradeId: bigint } | { shopId: bigint; outerId: string }

/** All that is known of an order, for the operator: nothing is left out and nothing is worked out again. */
export type OrderStory = {
  order: StoryOrder
  decision: DecisionStory
  /** In the order in which they count, at most 1000, as of entries. */
  events: AcceptedEvent[]
  refunds: RefundSeen[]
  entries: WholeEntry[]
}

export async function findOrderStory(ctx: Context, name: OrderName): Promise<OrderStory | undefined> {
  return ctx.store.transact(async (tx) => {
    await beginSnapshot(tx)
    const order = await selectStoryOrder(tx, name)
    return order && tellStory(tx, order)
  })
}

async function tellStory(tx: Tx, order: StoryOrder): Promise<OrderStory> {
  return {
    order,
    decision: order.decision as DecisionStory,
    events: (await listEvents(tx, order.id)).slice(0, MAX_EVENTS),
    refunds: await selectRefundsOf(tx, order.id),
    entries: await listWholeEntries(tx, order.id, MAX_ENTRIES),
  }
}
