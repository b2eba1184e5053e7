import type { Tx } from '../../store/store.ts'
import { type Entry, type Line, linesOf } from './entry.ts'
import { postEntries } from './post-entries.ts'

/** What somebody earns of an order: gross, the platform's part of it, and where the rest is held. */
export type Share = {
  memberId: bigint
  grossFen: bigint
  feeFen: bigint
  account: 'publisher_pending' | 'publisher_available' | 'publisher_frozen'
}

/** Everybody who earns of an order. The merchant pays what they earn together. */
export type Booking = readonly Share[]

export type CommissionChange = {
  orderId: bigint
  /** Counts the order's bookings: the same change cannot be posted twice. */
  revision: number
  merchantId: bigint
  cause: string
  postedAt: Date
  before: Booking
  after: Booking
}

/**
 * Posts the difference between what the ledger holds for an order and what it is to hold. Answers the keys of
 * what was posted: a change of nothing is no entry.
 */
export async function bookCommission(tx: Tx, changes: readonly CommissionChange[]): Promise<string[]> {
  const entries = changes.map(toEntry).filter((entry) => entry.lines.length > 0)
  await postEntries(tx, entries)
  return entries.map((entry) => entry.idempotencyKey)
}

function toEntry(change: CommissionChange): Entry {
  const { before, after, merchantId } = change
  return {
    idempotencyKey: orderEntryKey(change.orderId, change.revision),
    cause: change.cause,
    orderId: change.orderId,
    postedAt: change.postedAt,
    lines: linesOf([
      ...after.flatMap((share) => movement(merchantId, share, 1n)),
      ...before.flatMap((share) => movement(merchantId, share, -1n)),
    ]),
  }
}

export function orderEntryKey(orderId: bigint, revision: number): string {
  return `order:${orderId}:${revision}`
}

function movement(merchantId: bigint, share: Share, sign: bigint): Line[] {
  const { memberId, grossFen, feeFen, account } = share
  return [
    { account: 'merchant', memberId: merchantId, amountFen: -sign * grossFen },
    { account, memberId, amountFen: sign * (grossFen - feeFen) },
    { account: 'platform_fee', memberId: undefined, amountFen: sign * feeFen },
  ]
}

/** What the ledger holds for an order whose booking this is, by account and member; see `sumOrders`. */
export function holdingsOf(merchantId: bigint, booking: Booking): Map<string, bigint> {
  const lines = linesOf(booking.flatMap((share) => movement(merchantId, share, 1n)))
  return new Map(
    lines.map((line) => [
      [line.account, line.memberId].filter((part) => part !== undefined).join(' '),
      line.amountFen,
    ]),
  )
}
