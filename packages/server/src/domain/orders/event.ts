/** In the order in which events of the same moment are taken. */
export const EVENT_TYPES = [
  'created',
  'paid',
  'refund_requested',
  'refund_rejected',
  'refunded',
  'received',
  'closed',
] as const

export type EventType = (typeof EVENT_TYPES)[number]

/** An event as a shop reports it. */
export type OrderEvent = {
  eventId: string
  type: EventType
  outerParentId: string
  outerTradeId: string
  item: { itemId: string } | { outerId: string }
  itemNum: number
  priceFen: bigint
  /** The sub-order's total without freight. */
  paidFen: bigint
  refundId: string | undefined
  refundFen: bigint | undefined
  clickId: string | undefined
  buyerId: string | undefined
  at: Date
}

/** An event as it is kept. The buyer is known by a hash that differs from shop to shop. */
export type KeptEvent = Omit<OrderEvent, 'outerParentId' | 'outerTradeId' | 'item' | 'buyerId'> & {
  buyerHash: Buffer | undefined
}

export type IngestResult = { event_id: string; status: 'accepted' | 'duplicate' | 'refused'; reason?: string }

/** The answer to an event_id that was taken before. */
export function repeatedEvent(eventId: string, isSame: boolean): IngestResult {
  return isSame
    ? { event_id: eventId, status: 'duplicate' }
    : {
        event_id: eventId,
        status: 'refused',
        reason: 'conflict: this event_id was reported with other content',
      }
}
