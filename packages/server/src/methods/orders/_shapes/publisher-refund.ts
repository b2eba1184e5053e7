import { formatGmt8, formatYuan, long, number, object, string, unfilled } from '@opentbk/top'
import type { Item } from '../../../domain/goods/index.ts'
import type { Refund } from '../../../domain/orders/index.ts'

/** What a case's number says, on each of the refund methods. */
export const refundStatusNote =
  '4 asked for, 11 asked for beside others of the same order, 3 rejected, 2 done before the order was settled, 13 done after: deducted from what was available. 12, 14, 15 never: a deduction is made at once, and never from the seller'

/** A refund case as one party of its order reads it. Amounts are yuan, of one's own part. */
export const publisherRefund = object('PublisherRefundOrderDTO', {
  refund_suit_id: string({ note: "this network's number of the case", example: '500000000000000001' }),
  tb_trade_parent_id: string({ example: '294159887445064307' }),
  tb_trade_id: string({ note: 'trade_id of order.details.get', example: '294159887445064307' }),
  tb_trade_create_time: string({ example: '2022-10-19 14:33:06' }),
  earning_time: string({ note: 'absent until the order is settled', example: '2022-10-19 14:39:31' }),
  tk_refund_time: string({ note: 'when this network heard of the case', example: '2022-10-19 14:41:22' }),
  tk_refund_suit_time: string({
    note: 'when this network heard of its end; absent while it is open',
    example: '2022-10-19 14:42:29',
  }),
  modified_time: string({ note: 'of the order', example: '2022-10-20 03:26:23' }),
  item_title: string({ example: '测试商品' }),
  tk_order_role: string({ note: '二方 or 三方', example: '二方' }),
  refund_status: number({ note: refundStatusNote, example: '2' }),
  tb_trade_finish_price: string({
    note: 'what was paid, before any refund; absent until the order is received',
    example: '5.00',
  }),
  refund_fee: string({ note: 'what the shopper asked for or got', example: '3.50' }),
  pub_share_fee: string({
    note: "one's part before any refund: less what every case of the order takes back, it is pub_share_fee of order.details.get",
    example: '1.10',
  }),
  tk_commission_fee_refund: string({ note: 'without the technical service fee', example: '0.71' }),
  tk_subsidy_fee_refund: string({ example: '0.00' }),
  tk_commission_alimm_refund_fee: string({ note: 'the technical service fee in it', example: '0.06' }),
  tk_subsidy_alimm_refund_fee: string({ example: '0.00' }),
  tk_commission_agent_refund_fee: unfilled(string({ example: '0' }), 'no channel service fee here'),
  tk_subsidy_agent_refund_fee: unfilled(string({ example: '0' }), 'no channel service fee here'),
  show_return_fee: string({ note: 'with the technical service fee', example: '0.77' }),
  relation_id: long({ note: "the promoter's own; a third party is told none", example: '1111111' }),
  special_id: long({ note: "the promoter's own; a third party is told none", example: '22222' }),
  rights_id: unfilled(string({ only: 'sc' }), 'orders keep no gift'),
})

const NONE = formatYuan(0n)
const time = (date: Date | null) => (date ? formatGmt8(date) : undefined)

export function writePublisherRefund(refund: Refund, item: Item) {
  const { grossFen, feeFen } = refund.back
  return {
    refund_suit_id: String(refund.suitId),
    tb_trade_parent_id: String(refund.tradeParentId),
    tb_trade_id: String(refund.tradeId),
    tb_trade_create_time: time(refund.orderedAt),
    earning_time: time(refund.earnedAt),
    tk_refund_time: time(refund.askedAt),
    tk_refund_suit_time: time(refund.finishedAt),
    modified_time: time(refund.modifiedAt),
    item_title: item.title,
    tk_order_role: refund.role === 'second' ? '二方' : '三方',
    refund_status: refund.status,
    tb_trade_finish_price: refund.finishFen === undefined ? undefined : formatYuan(refund.finishFen),
    refund_fee: formatYuan(refund.refundFen),
    pub_share_fee: formatYuan(refund.earnedFen),
    tk_commission_fee_refund: formatYuan(grossFen - feeFen),
    tk_subsidy_fee_refund: NONE,
    tk_commission_alimm_refund_fee: formatYuan(feeFen),
    tk_subsidy_alimm_refund_fee: NONE,
    show_return_fee: formatYuan(grossFen),
    relation_id: refund.relationId,
    special_id: refund.specialId,
  }
}
