import type { Booking, Share } from '../settlement/index.ts'
import { type Amounts, splitCommission } from './earnings.ts'
import type { OrderRow } from './order-row.ts'

/** The columns of an order that say what the ledger holds for it. */
export type BookedOrder = Pick<
  OrderRow,
  | 'booked_member_id'
  | 'booked_commission_fen'
  | 'booked_service_fen'
  | 'third_member_id'
  | 'share_bp'
  | 'fee_bp'
  | 'leader_id'
  | 'tk_earned_at'
  | 'penalty'
>

type Booked = Pick<
  OrderRow,
  'booked_member_id' | 'booked_commission_fen' | 'booked_fee_fen' | 'booked_service_fen'
>

/**
 * What is booked of what is due. The commission of an order that was found to break the rules stays with the
 * merchant, whatever comes; a promoter's penalty is none of the recruiting leader's.
 */
export function bookedOf(due: Amounts, of: { memberId: bigint | null; isTaken: boolean }): Booked {
  const isDue = of.memberId !== null && due.commissionFen > 0n
  const isEarned = isDue && !of.isTaken
  return {
    booked_member_id: isEarned ? of.memberId : null,
    booked_commission_fen: isEarned ? due.commissionFen : 0n,
    booked_fee_fen: isEarned ? due.feeFen : 0n,
    booked_service_fen: isDue ? due.serviceFen : 0n,
  }
}

/** What the ledger holds for an order: the promoter's part, the third party's, the recruiting leader's. */
export function bookingOf(order: BookedOrder): Booking {
  const earned: Share['account'] = order.tk_earned_at ? 'publisher_available' : 'publisher_pending'
  const shares = shareCommission(order, order.penalty === 'frozen' ? 'publisher_frozen' : earned)
  // The service fee is paid without a fee of its own.
  if (order.leader_id !== null && order.booked_service_fen > 0n) {
    shares.push({
      memberId: order.leader_id,
      grossFen: order.booked_service_fen,
      feeFen: 0n,
      account: earned,
    })
  }
  return shares
}

function shareCommission(order: BookedOrder, account: Share['account']): Share[] {
  if (order.booked_member_id === null) return []
  const parts = splitCommission(order.booked_commission_fen, {
    feeBp: order.fee_bp,
    shareBp: order.share_bp ?? undefined,
  })
  const shares: Share[] = [{ memberId: order.booked_member_id, ...parts.second, account }]
  if (order.third_member_id !== null) {
    shares.push({ memberId: order.third_member_id, ...parts.third, account })
  }
  return shares
}
