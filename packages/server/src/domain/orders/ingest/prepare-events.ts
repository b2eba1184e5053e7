import { createHash } from 'node:crypto'
import type { Context } from '../../../context.ts'
import { findShopItems, type SoldItem } from '../../goods/index.ts'
import type { IngestResult, KeptEvent, OrderEvent } from '../event.ts'
import { hashBuyer } from './hash-buyer.ts'
import type { IncomingEvent } from './ingest-orders.ts'

/** An event whose item is known, ready to be taken. */
export type PreparedEvent = { event: OrderEvent; item: SoldItem; kept: KeptEvent; digest: Buffer }

/** A prepared event that was never seen, and its place in the request. */
export type FreshEvent = { index: number; one: PreparedEvent }

/** Finds each event's item among the shop's own; what cannot be taken is refused here, in its place. */
export async function prepareEvents(
  ctx: Context,
  shopId: bigint,
  incoming: readonly IncomingEvent[],
): Promise<(PreparedEvent | IngestResult)[]> {
  const names = incoming.flatMap((one) => ('event' in one ? [one.event.item] : []))
  const itemOf = await findShopItems(ctx, shopId, names)
  return incoming.map((one) => {
    if ('problem' in one) return { event_id: one.eventId, status: 'refused' as const, reason: one.problem }
    const { event } = one
    const item = itemOf(event.item)
    if (!item) {
      const name = 'itemId' in event.item ? 'item_id' : 'outer_id'
      return {
        event_id: event.eventId,
        status: 'refused' as const,
        reason: `${name}: not an item of this shop`,
      }
    }
    const buyerHash = event.buyerId === undefined ? undefined : hashBuyer(ctx, shopId, event.buyerId)
    return { event, item, kept: toKept(event, buyerHash), digest: digestOf(event, item) }
  })
}

function toKept(event: OrderEvent, buyerHash: Buffer | undefined): KeptEvent {
  const { eventId, type, itemNum, priceFen, paidFen, refundId, refundFen, clickId, at } = event
  return { eventId, type, itemNum, priceFen, paidFen, refundId, refundFen, clickId, buyerHash, at }
}

/** What an event says, as one hash: the same event_id with another hash is a conflict. */
function digestOf(event: OrderEvent, item: SoldItem): Buffer {
  const parts = [
    event.type,
    event.outerParentId,
    event.outerTradeId,
    item.id,
    event.itemNum,
    event.priceFen,
    event.paidFen,
    event.refundId ?? '',
    event.refundFen ?? '',
    event.clickId ?? '',
    event.buyerId ?? '',
    event.at.getTime(),
  ]
  return createHash('sha256')
    .update(JSON.stringify(parts.map(String)))
    .digest()
}
