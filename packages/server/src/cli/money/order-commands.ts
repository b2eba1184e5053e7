import { formatGmt8, formatRate, formatYuan } from '@opentbk/top'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import { findOrderStory, type OrderStory } from '../../domain/orders/index.ts'
import { listPenalties, type Penalty } from '../../domain/penalties/index.ts'
import { StartError } from '../../store/start-error.ts'

type Door = { program: Command; run(work: (ctx: Context) => Promise<number>): Promise<void> }

const MAX_PENALTIES = 200
const say = (line: string) => process.stdout.write(`${line}\n`)
const at = (time: Date | null) => (time ? formatGmt8(time) : '--')
const oneLine = (text: string) => text.replaceAll(/[\p{C}\s]+/gu, ' ').trim()

/** An order's whole story. */
export function addOrderCommands({ program, run }: Door): void {
  program
    .command('order')
    .description('orders / 订单')
    .command('show <trade-id>')
    .description(
      'prints who earns an order and why, its events, refunds, penalties and ledger entries / 查看订单全程',
    )
    .action((tradeId: string) => run((ctx) => showOrder(ctx, tradeId)))
}

async function showOrder(ctx: Context, text: string): Promise<number> {
  if (!/^[1-9]\d{0,17}$/.test(text)) throw new StartError('trade-id: a number expected / 订单号应为数字')
  const story = await findOrderStory(ctx, { tradeId: BigInt(text) })
  if (!story) throw new StartError(`trade-id: there is no order ${text} / 订单 ${text} 不存在`)
  const of = { state: undefined, isAppealed: false, memberId: undefined, after: 0n, limit: MAX_PENALTIES }
  printOrder(story)
  printParties(story)
  printHistory(story, await listPenalties(ctx, { ...of, tradeId: story.order.trade_id }))
  return 0
}

function printOrder({ order }: OrderStory): void {
  say(`order ${order.trade_id} (parent ${order.trade_parent_id}), status ${order.status}`)
  say(`shop ${order.shop_id}: ${oneLine(order.outer_id)} (parent ${oneLine(order.outer_parent_id)})`)
  say(`item ${order.item_id} × ${order.item_num}, merchant ${order.merchant_id}`)
  say(
    `created ${at(order.tb_created_at)}  paid ${at(order.tb_paid_at)}  received ${at(order.tb_received_at)}  settled ${at(order.tk_earned_at)}`,
  )
  say(`paid ${formatYuan(order.paid_fen)}, refunded ${formatYuan(order.refunded_fen)}`)
}

function printParties({ order, decision }: OrderStory): void {
  if (order.member_id === null) say('promoter  none')
  else {
    say(`promoter  ${order.member_id}, adzone ${order.adzone_id}, click ${order.click_id} (${decision.rule})`)
  }
  if (order.third_member_id !== null) {
    say(`third     ${order.third_member_id}, ${formatRate(order.share_bp ?? 0)} % of the commission`)
  }
  if (order.leader_id !== null) {
    say(`leader    ${order.leader_id}, ${formatRate(order.service_rate_bp)} %, campaign ${order.campaign_id}`)
  }
  say(`plan      ${order.plan_id ?? 'none'} ${order.plan_kind ?? ''} ${formatRate(order.rate_bp)} %`)
  say(
    `estimated ${formatYuan(order.estimated_commission_fen)}, fee ${formatYuan(order.estimated_fee_fen)}, leader ${formatYuan(order.estimated_service_fen)}`,
  )
  say(
    `booked    ${formatYuan(order.booked_commission_fen)}, fee ${formatYuan(order.booked_fee_fen)}, leader ${formatYuan(order.booked_service_fen)}`,
  )
}

function printHistory(story: OrderStory, penalties: readonly Penalty[]): void {
  say('events')
  for (const { type, at: happenedAt, acceptedAt, refundId, refundFen } of story.events) {
    const refund = refundId === undefined ? '' : `  ${oneLine(refundId)} ${formatYuan(refundFen ?? 0n)}`
    say(`  ${at(happenedAt)}  ${type}${refund}  (taken ${at(acceptedAt)})`)
  }
  if (story.refunds.length > 0) say('refunds')
  for (const refund of story.refunds) {
    say(
      `  ${refund.refund_suit_id}  ${oneLine(refund.refund_id)}  ${refund.state}  ${formatYuan(refund.refund_fen)}`,
    )
  }
  if (penalties.length > 0) say('penalties')
  for (const { id, state, violationType, reason } of penalties) {
    say(`  ${id}  ${state}  ${violationType}  ${oneLine(reason)}`)
  }
  say('ledger')
  for (const { id, postedAt, cause, lines } of story.entries) {
    say(`  ${at(postedAt)}  entry ${id}  ${cause}`)
    for (const { account, memberId, amountFen } of lines) {
      say(`      ${account.padEnd(20)} ${String(memberId ?? '').padEnd(12)} ${formatYuan(amountFen)}`)
    }
  }
}
