import type { Context } from '../../../context.ts'
import type { Tx } from '../../../store/store.ts'
import { getServiceFeeBp } from '../../settlement/index.ts'
import { type IngestResult, type OrderEvent, repeatedEvent } from '../event.ts'
import { lockShop, selectEventDigests } from '../rows.ts'
import { joinShoppers, loadOrdersOfBuyers } from './join-shoppers.ts'
import { type Draft, type Drafts, openDrafts } from './open-drafts.ts'
import { type FreshEvent, type PreparedEvent, prepareEvents } from './prepare-events.ts'
import { takeTurn } from './take-turn.ts'
import { writeDrafts } from './write-drafts.ts'

/** An event as the door read it, or why it could not be read. */
export type IncomingEvent = { eventId: string; event: OrderEvent } | { eventId: string; problem: string }

/**
 * Takes a shop's order events: each is accepted, known already (duplicate) or refused with a reason, and
 * one that is refused holds up no other. All that follows from the accepted ones is one transaction.
 */
export async function ingestOrders(
  ctx: Context,
  input: { shopId: bigint; events: readonly IncomingEvent[] },
): Promise<IngestResult[]> {
  const prepared = await prepareEvents(ctx, input.shopId, input.events)
  const feeBp = await getServiceFeeBp(ctx)
  return takeTurn(ctx, input.shopId, () =>
    ctx.store.transact((tx) => applyEvents(ctx, tx, { shopId: input.shopId, feeBp, prepared })),
  )
}

async function applyEvents(
  ctx: Context,
  tx: Tx,
  input: { shopId: bigint; feeBp: number; prepared: readonly (PreparedEvent | IngestResult)[] },
): Promise<IngestResult[]> {
  const { shopId, feeBp, prepared } = input
  if (!prepared.some((one) => 'event' in one)) return prepared as IngestResult[]
  await lockShop(tx, shopId)
  const { results, fresh } = await sortOut(tx, shopId, prepared)
  const drafts = await openDrafts(tx, { shopId, fresh, results })
  if (drafts.size > 0) await writeDrafts(ctx, tx, { shopId, feeBp, pages: everyDraft(tx, shopId, drafts) })
  return results
}

/** The orders that something came to; then those that are decided again because of it. */
async function* everyDraft(tx: Tx, shopId: bigint, drafts: Drafts): AsyncGenerator<Draft[]> {
  const news = await joinShoppers(tx, shopId, drafts)
  yield [...drafts.values()]
  yield* loadOrdersOfBuyers(tx, { shopId, news, except: drafts })
}

/** Tells what was taken before from what is new. Results stand in the order of the events. */
async function sortOut(
  tx: Tx,
  shopId: bigint,
  prepared: readonly (PreparedEvent | IngestResult)[],
): Promise<{ results: IngestResult[]; fresh: FreshEvent[] }> {
  const ids = prepared.flatMap((one) => ('event' in one ? [one.event.eventId] : []))
  const known = await selectEventDigests(tx, shopId, ids)
  const fresh: FreshEvent[] = []
  const results = prepared.map((one, index): IngestResult => {
    if (!('event' in one)) return one
    const event_id = one.event.eventId
    const taken = known.get(event_id)
    if (taken) return repeatedEvent(event_id, taken.equals(one.digest))
    fresh.push({ index, one })
    return { event_id, status: 'accepted' }
  })
  return { results, fresh }
}
