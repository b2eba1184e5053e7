import type { Earnings } from './earnings.ts'
import { EVENT_TYPES, type KeptEvent } from './event.ts'
import { foldRefunds, type RefundCase } from './refunds.ts'

export const ORDER_STATUS = { created: 11, paid: 12, received: 14, settled: 3, closed: 13 } as const
export type OrderStatus = (typeof ORDER_STATUS)[keyof typeof ORDER_STATUS]

/** What an order is: a pure fold over its events, whatever the order in which they arrived. */
export type OrderState = {
  createdAt: Date
  paidAt: Date | undefined
  receivedAt: Date | undefined
  isClosed: boolean
  isRefunding: boolean
  hadRefund: boolean
  refunds: readonly RefundCase[]
  itemNum: number
  priceFen: bigint
  paidFen: bigint
  refundedFen: bigint
  buyerHash: Buffer | undefined
  clickIds: readonly string[]
}

export function foldOrder(events: readonly KeptEvent[]): OrderState {
  const sorted = [...events].sort(compareEvents)
  const first = sorted[0]
  if (!first) throw new Error('an order has at least one event')
  const state: OrderState = {
    createdAt: (sorted.find((event) => event.type === 'created') ?? first).at,
    paidAt: undefined,
    receivedAt: undefined,
    isClosed: false,
    isRefunding: false,
    hadRefund: false,
    refunds: [],
    itemNum: first.itemNum,
    priceFen: first.priceFen,
    paidFen: 0n,
    refundedFen: 0n,
    buyerHash: sorted.find((event) => event.buyerHash)?.buyerHash,
    clickIds: [...new Set(sorted.flatMap((event) => event.clickId ?? []))],
  }
  for (const event of sorted) applyEvent(state, event)
  applyRefunds(state, sorted)
  return state
}

export function compareEvents(a: KeptEvent, b: KeptEvent): number {
  return (
    a.at.getTime() - b.at.getTime() ||
    EVENT_TYPES.indexOf(a.type) - EVENT_TYPES.indexOf(b.type) ||
    (a.eventId < b.eventId ? -1 : a.eventId > b.eventId ? 1 : 0)
  )
}

function applyEvent(state: OrderState, event: KeptEvent): void {
  if (event.type === 'created' || event.type === 'paid') {
    state.itemNum = event.itemNum
    state.priceFen = event.priceFen
  }
  if (event.type === 'paid') {
    state.paidAt ??= event.at
    state.paidFen = event.paidFen
  }
  if (event.type === 'received') {
    // A shop that never said paid has said so now.
    if (!state.paidAt) state.paidFen = event.paidFen
    state.paidAt ??= event.at
    // What was closed before is received no more.
    if (!state.isClosed) state.receivedAt ??= event.at
  }
  // A received order is no longer closed, only refunded.
  if (event.type === 'closed' && !state.receivedAt) state.isClosed = true
}

function applyRefunds(state: OrderState, sorted: readonly KeptEvent[]): void {
  state.refunds = foldRefunds(sorted)
  state.hadRefund = state.refunds.length > 0
  state.isRefunding = state.refunds.some((one) => one.state === 'asked')
  const total = state.refunds.reduce((sum, one) => sum + (one.doneFen ?? 0n), 0n)
  // No more can come back than was paid.
  state.refundedFen = total
  if (total > state.paidFen) state.refundedFen = state.paidFen
}

/** The wire's status; an order that earns less than one fen is closed. What was settled stays settled. */
export function statusOf(state: OrderState, earnings: Earnings, isSettled: boolean): OrderStatus {
  if (isSettled) return ORDER_STATUS.settled
  if (state.isClosed) return ORDER_STATUS.closed
  if (!state.paidAt) return ORDER_STATUS.created
  if (state.refundedFen >= state.paidFen || earnings.estimated.commissionFen < 1n) return ORDER_STATUS.closed
  if (!state.receivedAt) return ORDER_STATUS.paid
  return earnings.due.commissionFen < 1n ? ORDER_STATUS.closed : ORDER_STATUS.received
}
