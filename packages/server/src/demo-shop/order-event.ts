import { formatYuan } from '@opentbk/top'
import type { Order, OrderEvent } from './order-rows.ts'
import type { EventType, Refund } from './rules.ts'

/** The shop's own number of an order, by which it reports it: one sub-order an order, so one number for both. */
export function outerOrderId(order: Pick<Order, 'id'>): string {
  return `D${order.id}`
}

export type Happened = { type: EventType; refund?: Refund | undefined; outerItemId: string; at: Date }

/** The next event of an order as the ingest API wants it. Made once: a repeat sends the same text. */
export function makeEvent(order: Order, { type, refund, outerItemId, at }: Happened): OrderEvent {
  const no = order.events + 1
  const outerId = outerOrderId(order)
  const body = JSON.stringify({
    event_id: eventId(order, { no, type }),
    type,
    trade_parent_id: outerId,
    trade_id: outerId,
    outer_id: outerItemId,
    item_num: order.quantity,
    price: formatYuan(order.priceFen),
    paid_fee: formatYuan(order.paidFen),
    ...(refund && { refund_id: refund.id, refund_fee: formatYuan(refund.fen) }),
    ...(order.clickId !== undefined && { click_id: order.clickId }),
    buyer_id: order.buyerId,
    at: at.toISOString(),
  })
  return { no, type, body, refund, answer: undefined, reason: undefined, at }
}

export function eventId(order: Pick<Order, 'id'>, event: { no: number; type: EventType }): string {
  return `${outerOrderId(order)}-${event.no}-${event.type}`
}

/** The network has it: what the event says has happened. */
export function isSettled(event: Pick<OrderEvent, 'answer'>): boolean {
  return event.answer === 'accepted' || event.answer === 'duplicate'
}
