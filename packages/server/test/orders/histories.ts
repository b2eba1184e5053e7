import fc from 'fast-check'
import { EVENT_TYPES, type KeptEvent } from '../../src/domain/orders/event.ts'

export const START_MS = Date.UTC(2026, 0, 10)

const eventBody = fc.record({
  type: fc.constantFrom(...EVENT_TYPES),
  // Few moments, so that many events share one.
  minute: fc.integer({ min: 0, max: 5 }),
  itemNum: fc.integer({ min: 1, max: 3 }),
  paidFen: fc.bigInt({ min: 0n, max: 20_000n }),
  refundId: fc.constantFrom('r1', 'r2', 'r3'),
  refundFen: fc.bigInt({ min: 1n, max: 12_000n }),
  clickId: fc.option(fc.constantFrom('c1', 'c2'), { nil: undefined }),
  buyer: fc.option(fc.constantFrom('b1', 'b2'), { nil: undefined }),
})

/** Any events of one order, sensible or not. */
export const history = fc.array(eventBody, { minLength: 1, maxLength: 12 }).map((bodies) =>
  bodies.map(({ minute, buyer, refundId, refundFen, ...body }, index): KeptEvent => {
    const isRefund = body.type.startsWith('refund')
    return {
      ...body,
      eventId: `e${index}`,
      priceFen: body.paidFen,
      refundId: isRefund ? refundId : undefined,
      refundFen: isRefund ? refundFen : undefined,
      buyerHash: buyer === undefined ? undefined : Buffer.from(buyer),
      at: new Date(START_MS + minute * 60_000),
    }
  }),
)

export const terms = fc.record({
  rateBp: fc.integer({ min: 0, max: 9000 }),
  feeBp: fc.integer({ min: 0, max: 10_000 }),
  shareBp: fc.option(fc.integer({ min: 1, max: 9999 }), { nil: undefined }),
  serviceRateBp: fc.integer({ min: 0, max: 3000 }),
})
