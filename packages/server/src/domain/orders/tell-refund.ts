import { type Part, splitCommission } from './earnings.ts'
import type { RefundRow, Role } from './lists/refund-list-rows.ts'

/** As the wire numbers them. */
const STATUS = { done: 2, rejected: 3, asked: 4, several: 11, deducted: 13 } as const

/** A refund case as one of those who earn of its order may see it: with one's own amounts. */
export type Refund = {
  suitId: bigint
  tradeId: bigint
  tradeParentId: bigint
  itemId: bigint
  role: Role
  status: number
  refundFen: bigint
  /** What it takes back from this party. */
  back: Part
  /** What the order earned this party before any refund; nothing before it was received. */
  earnedFen: bigint
  /** What was paid for the order, once it was received. */
  finishFen: bigint | undefined
  orderedAt: Date
  earnedAt: Date | null
  askedAt: Date
  finishedAt: Date | null
  modifiedAt: Date
  /** The promoter's own channel and member: not told to the third party. */
  relationId: bigint | undefined
  specialId: bigint | undefined
  secondId: bigint | undefined
  thirdId: bigint | undefined
}

export function tellRefund(row: RefundRow, memberId: bigint): Refund {
  const role = row.member_id === memberId ? 'second' : 'third'
  const isReceived = row.tb_received_at !== null
  const earned = splitCommission(row.estimated_commission_fen, {
    feeBp: row.fee_bp,
    shareBp: row.share_bp ?? undefined,
  })
  return {
    suitId: row.refund_suit_id,
    tradeId: row.trade_id,
    tradeParentId: row.trade_parent_id,
    itemId: row.item_id,
    role,
    status: statusOf(row),
    refundFen: row.refund_fen,
    back:
      role === 'second'
        ? { grossFen: row.second_commission_fen, feeFen: row.second_fee_fen }
        : { grossFen: row.third_commission_fen, feeFen: row.third_fee_fen },
    earnedFen: isReceived ? earned[role].grossFen : 0n,
    finishFen: isReceived ? row.paid_fen : undefined,
    orderedAt: row.tb_created_at,
    earnedAt: row.order_earned_at,
    askedAt: row.asked_at,
    finishedAt: row.finished_at,
    modifiedAt: row.modified_at,
    relationId: role === 'second' ? (row.relation_id ?? undefined) : undefined,
    specialId: role === 'second' ? (row.special_id ?? undefined) : undefined,
    secondId: row.member_id ?? undefined,
    thirdId: row.third_member_id ?? undefined,
  }
}

function statusOf(row: RefundRow): number {
  if (row.state === 'asked') return Number(row.open_count) > 1 ? STATUS.several : STATUS.asked
  if (row.state === 'rejected') return STATUS.rejected
  const { finished_at: finishedAt, order_earned_at: earnedAt } = row
  const isLater = finishedAt !== null && earnedAt !== null && finishedAt > earnedAt
  // Where a penalty took the commission there is nothing left to deduct from.
  return isLater && row.penalty !== 'taken' ? STATUS.deducted : STATUS.done
}
