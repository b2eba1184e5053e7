import { formatRate } from '@opentbk/top'
import type { CallContext } from '../../../context.ts'
import { clickIdOnWire } from '../../../domain/clicks/index.ts'
import { encodeItemId } from '../../../domain/goods/index.ts'
import type { OrderExplanation, Worked } from '../../../domain/orders/index.ts'

const code = (words: string) => words.replaceAll(' ', '_')

/** An explanation as the wire tells it, without what belongs to other promoters. */
export function writeExplanation(ctx: CallContext, explanation: OrderExplanation) {
  const { order } = explanation
  return {
    trade_id: String(order.trade_id),
    trade_parent_id: String(order.trade_parent_id),
    tk_status: order.status,
    item_id: encodeItemId(ctx.keys, order.item_id, ctx.promoterId),
    item_num: order.item_num,
    attribution: writeAttribution(explanation, ctx.promoterId),
    terms: writeTerms(explanation),
    amounts: writeAmounts(explanation),
    settlement: {
      receive_time: order.tb_received_at ?? undefined,
      due_time: explanation.dueAt,
      settle_time: order.tk_earned_at ?? undefined,
      is_refunding: order.is_refunding,
      penalty: order.penalty ?? undefined,
    },
    events: explanation.events.map((event) => ({
      type: event.type,
      event_time: event.at,
      accept_time: event.acceptedAt,
      paid_fee: event.paidFen,
      refund_id: event.refundId,
      refund_fee: event.refundFen,
    })),
    ledger_entries: explanation.entries.map((entry) => ({
      cause: entry.cause,
      post_time: entry.postedAt,
      is_partial: entry.isPartial,
      lines: entry.lines.map((line) => ({ account: line.account, amount_fee: line.amountFen })),
    })),
  }
}

function writeTerms({ order, story, role, own }: OrderExplanation) {
  const isShared = order.share_bp !== null
  return {
    plan_id: order.plan_id ?? undefined,
    plan_kind: order.plan_kind ?? undefined,
    plan_problem: story.plan_problem && code(story.plan_problem),
    commission_rate: formatRate(order.rate_bp),
    service_fee_rate: formatRate(order.fee_bp),
    tk_order_role: role === 'second' ? 2 : 3,
    pub_share_rate: formatRate(own.shareBp),
    second_pub_id: isShared ? (order.member_id ?? undefined) : undefined,
    third_pub_id: order.third_member_id ?? undefined,
  }
}

function writeAttribution({ order, story, role, own: place }: OrderExplanation, promoterId: bigint) {
  const own = new Set(
    story.clicks.flatMap((click) => (click.promoter === String(promoterId) ? [clickIdOnWire(click.id)] : [])),
  )
  return {
    shopper_count: story.shoppers,
    claims: story.claims.map(({ clickId, verdict }) => ({
      click_id: verdict === 'unknown' || own.has(clickIdOnWire(clickId)) ? clickId : undefined,
      verdict: code(verdict),
    })),
    clicks: story.clicks.map((click) => ({
      click_id: own.has(clickIdOnWire(click.id)) ? clickIdOnWire(click.id) : undefined,
      click_time: new Date(click.at),
      is_own: own.has(clickIdOnWire(click.id)),
      is_same_item: click.item_id === String(order.item_id),
      is_attributable: click.attributable,
      reason: click.reason,
      is_chosen: click.id === story.chosen,
    })),
    rule: story.rule ? code(story.rule) : undefined,
    click_id: order.click_id === null || role === 'third' ? undefined : clickIdOnWire(order.click_id),
    click_time: order.clicked_at ?? undefined,
    site_id: place.siteId,
    adzone_id: place.adzoneId,
    relation_id: place.relationId,
    special_id: place.specialId,
  }
}

function writeAmounts({ order, estimated, due, booked }: OrderExplanation) {
  const part = (worked: Omit<Worked, 'baseFen'>) => ({
    total_commission_fee: worked.totalFen,
    commission_fee: worked.part.grossFen,
    service_fee: worked.part.feeFen,
    payable_fee: worked.part.grossFen - worked.part.feeFen,
  })
  return {
    paid_fee: order.paid_fen,
    refunded_fee: order.refunded_fen,
    estimated: { base_fee: estimated.baseFen, ...part(estimated) },
    due: { base_fee: due.baseFen, ...part(due) },
    booked: part(booked),
  }
}
