import type { Outcome } from './ingest/work-out.ts'
import type { RefundWrite } from './refund-rows.ts'
import { reversalsOf } from './reversals.ts'
import type { OrderWrite } from './rows.ts'
import { ratesOf } from './terms.ts'

/** The refund cases of an order that is written now. */
export function toRefundWrites({ state, terms }: Outcome, order: OrderWrite): RefundWrite[] {
  const reversals = reversalsOf(state, ratesOf(terms))
  return state.refunds.map((one, index): RefundWrite => {
    const { second, third } = reversals[index] as (typeof reversals)[number]
    return {
      order_id: order.id,
      refund_id: one.refundId,
      state: one.state,
      refund_fen: one.refundFen,
      tb_asked_at: one.askedAt,
      tb_finished_at: one.finishedAt ?? null,
      asked_at: order.modified_at,
      finished_at: one.finishedAt ? order.modified_at : null,
      second_commission_fen: second.grossFen,
      second_fee_fen: second.feeFen,
      third_commission_fen: third.grossFen,
      third_fee_fen: third.feeFen,
      member_id: order.member_id,
      third_member_id: order.third_member_id,
      relation_id: order.relation_id,
      special_id: order.special_id,
      order_created_at: order.tk_created_at,
      order_earned_at: order.tk_earned_at,
      modified_at: order.modified_at,
    }
  })
}
