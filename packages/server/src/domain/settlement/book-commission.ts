import type { Tx } from '../../store/store.ts'
import { type Entry, type Line, linesOf } from './entry.ts'
import { insertEntries } from './rows.ts'

/** Who earned how much of an order: gross commission and the platform's part of it. */
export type Booking = { memberId: bigint; grossFen: bigint; feeFen: bigint }

export type CommissionChange = {
  orderId: bigint
  /** Counts the order's bookings: the same change cannot be posted twice. */
  revision: number
  merchantId: bigint
  cause: string
  postedAt: Date
  before: Booking | undefined
  after: Booking | undefined
}

/** Posts the difference between what the ledger holds for an order and what it is to hold. */
export async function bookCommission(tx: Tx, changes: readonly CommissionChange[]): Promise<void> {
  const entries = changes.map(toEntry).filter((entry) => entry.lines.length > 0)
  if (entries.length > 0) await insertEntries(tx, entries)
}

function toEntry(change: CommissionChange): Entry {
  const { before, after, merchantId } = change
  const sameMember = before && after && before.memberId === after.memberId
  const lines = sameMember
    ? movement(merchantId, {
        memberId: after.memberId,
        grossFen: after.grossFen - before.grossFen,
        feeFen: after.feeFen - before.feeFen,
      })
    : [
        ...(before
          ? movement(merchantId, { ...before, grossFen: -before.grossFen, feeFen: -before.feeFen })
          : []),
        ...(after ? movement(merchantId, after) : []),
      ]
  return {
    idempotencyKey: `order:${change.orderId}:${change.revision}`,
    cause: change.cause,
    orderId: change.orderId,
    postedAt: change.postedAt,
    lines,
  }
}

function movement(merchantId: bigint, booking: Booking): Line[] {
  return linesOf([
    { account: 'merchant', memberId: merchantId, amountFen: -booking.grossFen },
    {
      account: 'publisher_pending',
      memberId: booking.memberId,
      amountFen: booking.grossFen - booking.feeFen,
    },
    { account: 'platform_fee', memberId: undefined, amountFen: booking.feeFen },
  ])
}
