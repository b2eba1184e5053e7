import type { Activity, ActivityState } from './activity.ts'

/** Who brought an order, and from where. */
export type Promoter = {
  memberId: bigint
  siteId: bigint
  adzoneId: bigint
  relationId: bigint | undefined
}

/** A paid order, as far as it says whether its buyer is new and whose. */
export type PaidOrder = {
  id: bigint
  outerId: string
  parentId: bigint
  promoter: Promoter | undefined
  status: number
  penalty: string | undefined
  isRefunding: boolean
  paidFen: bigint
  refundedFen: bigint
  paidAt: Date
  receivedAt: Date | undefined
}

/** What a buyer's first purchase is worth now: 'earned' is to be rewarded. */
export type Standing = 'bought' | 'received' | 'earned' | 'invalid'

/** A buyer who is new to a shop: by which order, in which activity. */
export type NewBuyer = { activity: Activity; order: PaidOrder; promoter: Promoter; standing: Standing }

const CLOSED = 13
const SETTLED = 3

type Period = Pick<Activity, 'startsAt' | 'endsAt' | 'endedAt'>

export function endOf({ endsAt, endedAt }: Period): Date {
  return endedAt && endedAt < endsAt ? endedAt : endsAt
}

export function stateAt(activity: Period, at: Date): ActivityState {
  const end = endOf(activity)
  // Called off before its start, it has no first moment.
  if (at >= end || end <= activity.startsAt) return 'ended'
  return at < activity.startsAt ? 'planned' : 'open'
}

/** Whether two activities would run at one moment. */
export function isBeside(one: Period, other: Period): boolean {
  return one.startsAt < endOf(other) && other.startsAt < endOf(one)
}

/**
 * Whether somebody is a new buyer, by all that they paid for in the shop, in whatever order it became known, or
 * by the earliest of it: only the first purchase counts, and only one that a promoter brought while an activity ran.
 */
export function judgeBuyer(
  orders: readonly PaidOrder[],
  activities: readonly Activity[],
): NewBuyer | undefined {
  const order = firstPurchase(orders)
  if (!order?.promoter) return undefined
  const activity = activities.find((one) => order.paidAt >= one.startsAt && order.paidAt < endOf(one))
  return activity && { activity, order, promoter: order.promoter, standing: standingOf(order) }
}

/**
 * Of a purchase of several orders, the one that brings most: what was kept before what came to nothing, a
 * promoter's before nobody's.
 */
function firstPurchase(orders: readonly PaidOrder[]): PaidOrder | undefined {
  const sorted = [...orders].sort(byPayment)
  const purchase = sorted.filter((order) => order.parentId === sorted[0]?.parentId)
  const promoted = purchase.filter((order) => order.promoter)
  return promoted.find((order) => standingOf(order) !== 'invalid') ?? promoted[0] ?? purchase[0]
}

function byPayment(one: PaidOrder, other: PaidOrder): number {
  const later = one.paidAt.getTime() - other.paidAt.getTime()
  if (later !== 0) return later
  return one.outerId < other.outerId ? -1 : one.outerId > other.outerId ? 1 : 0
}

function standingOf(order: PaidOrder): Standing {
  const isVoid = order.status === CLOSED || order.penalty === 'taken' || order.refundedFen >= order.paidFen
  if (isVoid) return 'invalid'
  const isHeld = order.isRefunding || order.penalty !== undefined
  if (order.status === SETTLED && !isHeld) return 'earned'
  return order.receivedAt ? 'received' : 'bought'
}
