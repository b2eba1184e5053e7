import fc from 'fast-check'

/** Printed as it is written. */
function record<T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  return fc.record(model, { noNullPrototype: true }) as fc.Arbitrary<T>
}

// What may happen, drawn by chance. Orders, items and payouts are named by numbers, taken modulo how many there are.

const amount = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(0, 1, 19, 99, 999, 3333, 9999) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 60_000 }) },
)

const item = record({
  shop: fc.integer({ min: 0, max: 1 }),
  rateBp: fc.oneof(fc.constantFrom(1, 500, 1234, 5000), fc.integer({ min: 1, max: 6000 })),
  isInCampaign: fc.boolean(),
})

const order = record({
  item: fc.nat(9),
  second: fc.constantFrom('P' as const, 'Q' as const),
  isShared: fc.boolean(),
})

/** Most times of orders are now; a few lie before the click, so that nobody earns by them. */
const hoursAgo = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 12 }) },
  { weight: 1, arbitrary: fc.integer({ min: 12, max: 24 * 20 }) },
)

const event = record({
  order: fc.nat(9),
  type: fc.oneof(
    { weight: 5, arbitrary: fc.constant('received') },
    { weight: 5, arbitrary: fc.constantFrom('created', 'paid') },
    { weight: 4, arbitrary: fc.constantFrom('refund_requested', 'refund_rejected', 'refunded') },
    { weight: 2, arbitrary: fc.constant('closed') },
  ),
  hoursAgo,
  paid: amount,
  refundId: fc.constantFrom('a', 'b'),
  refund: fc.oneof(fc.constantFrom(1, 333, 3333), fc.integer({ min: 1, max: 60_000 })),
  hasClick: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.boolean()),
  isRepeated: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.boolean()),
})

const action = fc.oneof(
  {
    weight: 4,
    arbitrary: record({
      kind: fc.constantFrom('freeze', 'freeze', 'release', 'take', 'take', 'uphold', 'dismiss'),
      which: fc.nat(9),
    }),
  },
  {
    weight: 2,
    arbitrary: record({ kind: fc.constantFrom('return', 'retry', 'run again'), which: fc.nat(9) }),
  },
)

const jump = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ to: 'stay' as const }) },
  {
    weight: 2,
    arbitrary: record({ to: fc.constant('later' as const), hours: fc.integer({ min: 1, max: 72 }) }),
  },
  // Orders received just before are settled exactly when their window is over.
  {
    weight: 3,
    arbitrary: record({ to: fc.constant('later' as const), hours: fc.constantFrom(24 * 7, 24 * 15) }),
  },
  {
    weight: 3,
    arbitrary: record({ to: fc.constant('day' as const), day: fc.constantFrom(1, 16, 19, 20, 28) }),
  },
)

const round = record({
  events: fc.array(event, { maxLength: 7 }),
  actions: fc.array(action, { maxLength: 3 }),
  jump,
  /** How the second network hears of the events: in which order, in what requests. */
  keys: fc.array(fc.nat(99), { minLength: 14, maxLength: 14 }),
  chunk: fc.integer({ min: 1, max: 5 }),
  atOnce: fc.integer({ min: 1, max: 3 }),
})

export const plan = record({
  items: fc.array(item, { minLength: 1, maxLength: 4 }),
  orders: fc.array(order, { minLength: 2, maxLength: 8 }),
  shareBp: record({ P: fc.integer({ min: 1, max: 9999 }), Q: fc.integer({ min: 1, max: 9999 }) }),
  serviceBp: fc.integer({ min: 1, max: 3000 }),
  leader: fc.constantFrom('L' as const, 'L' as const, 'P' as const, 'Q' as const),
  leaderHasPayee: fc.boolean(),
  minimum: fc.constantFrom(1, 1000, 3000),
  rounds: fc.array(round, { minLength: 3, maxLength: 8 }),
})

type Of<A> = A extends fc.Arbitrary<infer T> ? T : never
export type Plan = Of<typeof plan>
export type RoundPlan = Of<typeof round>
export type EventPlan = Of<typeof event>
export type ActionPlan = Of<typeof action>
export type JumpPlan = Of<typeof jump>
