import type { Context } from '../../context.ts'
import { sqlState, type Tx } from '../../store/store.ts'
import { getServiceFeeBp } from '../settlement/index.ts'
import type { IngestResult, OrderEvent } from './event.ts'
import { joinShoppers, openDrafts } from './open-drafts.ts'
import { type FreshEvent, type PreparedEvent, prepareEvents } from './prepare-events.ts'
import { lockOrders, selectEventDigests } from './rows.ts'
import { writeDrafts } from './write-drafts.ts'

const UNIQUE_VIOLATION = '23505'

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
  const apply = () =>
    ctx.store.transact((tx) => applyEvents(ctx, tx, { shopId: input.shopId, feeBp, prepared }))
  try {
    return await apply()
  } catch (error) {
    // Another request brought the same event under another order at the same moment; now it can be seen.
    if (sqlState(error) !== UNIQUE_VIOLATION) throw error
    return apply()
  }
}

async function applyEvents(
  ctx: Context,
  tx: Tx,
  input: { shopId: bigint; feeBp: number; prepared: readonly (PreparedEvent | IngestResult)[] },
): Promise<IngestResult[]> {
  const { shopId, feeBp, prepared } = input
  const ready = prepared.filter((one): one is PreparedEvent => 'event' in one)
  if (ready.length === 0) return prepared as IngestResult[]
  await lockOrders(
    tx,
    ready.map((one) => ({ shopId, outerId: one.event.outerTradeId })),
  )
  const { results, fresh } = await sortOut(tx, shopId, prepared)
  const drafts = await openDrafts(tx, { shopId, fresh, results })
  await joinShoppers(tx, shopId, drafts)
  if (drafts.size > 0) await writeDrafts(ctx, tx, { shopId, feeBp, drafts: [...drafts.values()] })
  return results
}

/** Tells duplicates and conflicts from what is new. Results stand in the order of the events. */
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
    const digest = known.get(event_id)
    if (!digest) {
      known.set(event_id, one.digest)
      fresh.push({ index, one })
      return { event_id, status: 'accepted' }
    }
    if (digest.equals(one.digest)) return { event_id, status: 'duplicate' }
    return { event_id, status: 'refused', reason: 'conflict: this event_id was reported with other content' }
  })
  return { results, fresh }
}
