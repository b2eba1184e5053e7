import type { ActionPlan, EventPlan, JumpPlan, Plan, RoundPlan } from './plans.ts'

// A story told in every run of the test: what chance may leave out.

const YUAN_600 = 60_000

const report = (order: number, type: EventPlan['type'], refund = 3333): EventPlan => ({
  order,
  type,
  hoursAgo: 0,
  paid: YUAN_600,
  refundId: 'a',
  refund,
  hasClick: true,
  isRepeated: true,
})

function round(events: EventPlan[], actions: ActionPlan[], jump: JumpPlan): RoundPlan {
  const keys = Array.from({ length: 14 }, (_, index) => (index * 37) % 14)
  return { events, actions, jump, keys, chunk: 3, atOnce: 2 }
}

const later = (days: number): JumpPlan => ({ to: 'later', hours: 24 * days })
const the20th: JumpPlan = { to: 'day', day: 20 }

/**
 * Orders of every status, shared ones and ones of a campaign; penalties before and after settlement, released,
 * taken and appealed; an order closed before it is received; refunds before and after it; a payout that came back, and was made again.
 */
export const everyTurn: Plan = {
  items: [
    { shop: 0, rateBp: 1234, isInCampaign: false },
    { shop: 1, rateBp: 500, isInCampaign: true },
  ],
  orders: [
    { item: 0, second: 'P', isShared: false },
    { item: 0, second: 'P', isShared: true },
    { item: 1, second: 'Q', isShared: false },
    { item: 1, second: 'Q', isShared: true },
    { item: 0, second: 'Q', isShared: false },
    { item: 1, second: 'P', isShared: false },
  ],
  shareBp: { P: 3000, Q: 3333 },
  serviceBp: 333,
  leader: 'L',
  leaderHasPayee: false,
  minimum: 1000,
  rounds: [
    round(
      [
        ...[0, 1, 2, 3].map((order) => report(order, 'received')),
        report(2, 'refund_requested'),
        report(4, 'created'),
        report(5, 'paid'),
      ],
      [
        { kind: 'freeze', which: 1 },
        { kind: 'freeze', which: 3 },
      ],
      later(15),
    ),
    round(
      [report(0, 'refunded'), report(1, 'refunded'), report(2, 'refund_rejected'), report(4, 'closed')],
      [
        { kind: 'freeze', which: 0 },
        { kind: 'take', which: 1 },
        { kind: 'take', which: 3 },
        { kind: 'uphold', which: 0 },
      ],
      later(1),
    ),
    round(
      [report(3, 'refunded')],
      [
        { kind: 'uphold', which: 3 },
        { kind: 'uphold', which: 1 },
      ],
      the20th,
    ),
    round(
      [{ ...report(5, 'closed'), hoursAgo: 5 }, report(5, 'received')],
      [
        { kind: 'freeze', which: 2 },
        { kind: 'freeze', which: 5 },
        { kind: 'take', which: 5 },
      ],
      the20th,
    ),
    round(
      [report(1, 'refunded', 2 * YUAN_600)],
      [
        { kind: 'run again', which: 0 },
        { kind: 'return', which: 0 },
        { kind: 'retry', which: 0 },
        { kind: 'take', which: 2 },
        { kind: 'dismiss', which: 2 },
      ],
      later(1),
    ),
  ],
}
