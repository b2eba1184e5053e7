import { formatYuan } from '@opentbk/top'
import fc from 'fast-check'
import { clickIdOnWire } from '../../src/domain/clicks/index.ts'
import type { ModelEvent } from './model.ts'

const TYPES = ['created', 'paid', 'received', 'closed', 'refund_requested', 'refund_rejected', 'refunded']

const clickPlan = fc.record({
  hour: fc.integer({ min: 0, max: 24 * 8 }),
  shopper: fc.integer({ min: 0, max: 2 }),
  promoter: fc.constantFrom('first' as const, 'second' as const),
  item: fc.constantFrom(0, 2, undefined),
  attributable: fc.boolean(),
})

const eventPlan = fc.record({
  type: fc.constantFrom(...TYPES),
  minute: fc.integer({ min: 0, max: 4 }),
  paid: fc.oneof(fc.constantFrom(0, 1, 19, 999, 9999), fc.integer({ min: 0, max: 20_000 })),
  refundId: fc.constantFrom('a', 'b'),
  refund: fc.integer({ min: 1, max: 9999 }),
  // -1 is an id that nobody gave out.
  // Most say nothing of a click: what others say must reach their orders all the same.
  click: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 2, arbitrary: fc.integer({ min: -1, max: 5 }) },
  ),
  saysBuyer: fc.boolean(),
})

const orderPlan = fc.record({
  // Some clicks are out of reach of the last of these, a few of all.
  hour: fc.constantFrom(24 * 14, 24 * 14 + 1, 24 * 20),
  item: fc.constantFrom(0, 2),
  buyer: fc.constantFrom('b0', 'b1'),
  events: fc.array(eventPlan, { minLength: 1, maxLength: 6 }),
})

const deliveryPlan = fc.record({
  seed: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
  repeats: fc.array(fc.nat(), { maxLength: 6 }),
  chunk: fc.integer({ min: 1, max: 10 }),
  atOnce: fc.integer({ min: 1, max: 4 }),
})

/** What may happen: clicks of three shoppers, orders of two buyers, and two ways to hear of it. */
export const story = fc.record({
  clicks: fc.array(clickPlan, { minLength: 1, maxLength: 6 }),
  orders: fc.array(orderPlan, { minLength: 2, maxLength: 5 }),
  deliveries: fc.tuple(deliveryPlan, deliveryPlan),
})

export type ClickPlan = typeof clickPlan extends fc.Arbitrary<infer T> ? T : never
export type OrderPlan = typeof orderPlan extends fc.Arbitrary<infer T> ? T : never
export type DeliveryPlan = typeof deliveryPlan extends fc.Arbitrary<infer T> ? T : never

export type Story = typeof story extends fc.Arbitrary<infer T> ? T : never

const told = (type: string, click?: number): OrderPlan['events'][number] => {
  return { type, minute: 0, paid: 9999, refundId: 'a', refund: 1, click, saysBuyer: false }
}
const ordered = (item: 0 | 2, ...events: OrderPlan['events']): OrderPlan => {
  return { hour: 24 * 14, item, buyer: 'b0', events }
}
const clicked = { hour: 24 * 7, attributable: true }
const delivered = { seed: Array.from({ length: 40 }, (_, index) => index), repeats: [3], chunk: 2, atOnce: 2 }

/** What chance may leave out: an order of each status, of each promoter and of nobody. */
export const everyStatus: Story = {
  clicks: [
    { ...clicked, shopper: 0, promoter: 'first', item: 0 },
    { ...clicked, shopper: 1, promoter: 'second', item: 2 },
  ],
  orders: [
    ordered(0, told('created', 0)),
    ordered(0, told('created', 0), told('paid')),
    ordered(2, told('paid', 1), told('received')),
    ordered(2, told('created', 1), told('closed')),
    ordered(0, told('paid')),
  ],
  deliveries: [delivered, { ...delivered, seed: delivered.seed.toReversed() }],
}

/** An event as the shop reports it. */
export function toWire(event: ModelEvent): Record<string, unknown> {
  const isRefund = event.type.startsWith('refund')
  return {
    event_id: event.id,
    type: event.type,
    trade_parent_id: `of ${event.order}`,
    trade_id: event.order,
    item_id: event.item,
    item_num: 1,
    price: '99.99',
    paid_fee: formatYuan(BigInt(event.paid)),
    ...(isRefund ? { refund_id: event.refundId, refund_fee: formatYuan(BigInt(event.refund)) } : {}),
    ...(event.clickId === undefined ? {} : { click_id: clickIdOnWire(event.clickId) }),
    ...(event.buyer === undefined ? {} : { buyer_id: event.buyer }),
    at: new Date(event.at).toISOString(),
  }
}
