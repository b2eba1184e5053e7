import { formatRate, formatYuan } from '@opentbk/top'
import type { OrderStory } from '../../domain/orders/index.ts'
import type { Penalty } from '../../domain/penalties/index.ts'

const id = (value: bigint | null | undefined) =>
  value === null || value === undefined ? null : String(value)
const time = (value: Date | null | undefined) => value?.toISOString() ?? null
const rate = (bp: number | null) => (bp === null ? null : formatRate(bp))

/** An order's whole story as JSON: numbers as text, money in yuan, rates in per cent. */
export function writeStory(story: OrderStory, penalties: readonly Penalty[]) {
  const { order } = story
  return {
    trade_id: String(order.trade_id),
    trade_parent_id: String(order.trade_parent_id),
    shop_id: String(order.shop_id),
    outer_trade_id: order.outer_id,
    outer_trade_parent_id: order.outer_parent_id,
    merchant_id: String(order.merchant_id),
    item_id: String(order.item_id),
    item_num: order.item_num,
    status: order.status,
    is_refunding: order.is_refunding,
    penalty: order.penalty,
    ...partiesOf(story),
    ...moneyOf(story),
    decision: story.decision,
    events: story.events.map((event) => ({
      event_id: event.eventId,
      type: event.type,
      at: time(event.at),
      accepted_at: time(event.acceptedAt),
      paid_fee: formatYuan(event.paidFen),
      refund_id: event.refundId ?? null,
      refund_fee: event.refundFen === undefined ? null : formatYuan(event.refundFen),
      click_id: event.clickId ?? null,
    })),
    refunds: story.refunds.map((refund) => ({
      refund_suit_id: String(refund.refund_suit_id),
      refund_id: refund.refund_id,
      state: refund.state,
      refund_fee: formatYuan(refund.refund_fen),
      asked_at: time(refund.asked_at),
      finished_at: time(refund.finished_at),
      promoter_commission: formatYuan(refund.second_commission_fen),
      third_commission: formatYuan(refund.third_commission_fen),
    })),
    penalties: penalties.map((penalty) => ({
      id: String(penalty.id),
      state: penalty.state,
      violation_type: penalty.violationType,
      reason: penalty.reason,
      created_at: time(penalty.createdAt),
      decided_at: time(penalty.decidedAt),
      appealed_at: time(penalty.appealedAt),
    })),
    ledger_entries: story.entries.map((entry) => ({
      id: String(entry.id),
      cause: entry.cause,
      posted_at: time(entry.postedAt),
      lines: entry.lines.map((line) => ({
        account: line.account,
        member_id: id(line.memberId),
        amount: formatYuan(line.amountFen),
      })),
    })),
  }
}

function partiesOf({ order }: OrderStory) {
  return {
    promoter: {
      member_id: id(order.member_id),
      site_id: id(order.site_id),
      adzone_id: id(order.adzone_id),
      relation_id: id(order.relation_id),
      special_id: id(order.special_id),
      click_id: order.click_id,
      clicked_at: time(order.clicked_at),
    },
    third_party: order.third_member_id && {
      member_id: id(order.third_member_id),
      site_id: id(order.third_site_id),
      adzone_id: id(order.third_adzone_id),
      share_rate: rate(order.share_bp),
    },
    recruiting_leader: order.leader_id && {
      member_id: id(order.leader_id),
      campaign_id: id(order.campaign_id),
      service_rate: rate(order.service_rate_bp),
    },
  }
}

function moneyOf({ order }: OrderStory) {
  return {
    plan: { id: id(order.plan_id), kind: order.plan_kind, commission_rate: rate(order.rate_bp) },
    service_fee_rate: rate(order.fee_bp),
    paid_fee: formatYuan(order.paid_fen),
    refunded_fee: formatYuan(order.refunded_fen),
    estimated: {
      commission: formatYuan(order.estimated_commission_fen),
      platform_fee: formatYuan(order.estimated_fee_fen),
      leader_service_fee: formatYuan(order.estimated_service_fen),
    },
    booked: {
      commission: formatYuan(order.booked_commission_fen),
      platform_fee: formatYuan(order.booked_fee_fen),
      leader_service_fee: formatYuan(order.booked_service_fen),
    },
    times: {
      created_at: time(order.tb_created_at),
      paid_at: time(order.tb_paid_at),
      received_at: time(order.tb_received_at),
      settled_at: time(order.tk_earned_at),
      modified_at: time(order.modified_at),
    },
  }
}
