import { date, formatYuan, long, number, object, string, unfilled } from '@opentbk/top'
import type { Item } from '../../../domain/goods/index.ts'
import type { Refund } from '../../../domain/orders/index.ts'
import { refundStatusNote } from './publisher-refund.ts'

const ALSC = 'no orders of other platforms here'

/** A refund case as relation.refund tells it. Each party reads the amounts of its own part alone. */
export const relationRefund = object('Result', {
  tb_trade_parent_id: long(),
  special_id: long({ note: "the promoter's own; a third party is told none" }),
  relation_id: long({ note: "the promoter's own; a third party is told none" }),
  tk3rd_pub_id: long({ note: 'where the link had a third party' }),
  tk_pub_id: long(),
  tk_subsidy_fee_refund3rd_pub: string({ note: 'told to the third party' }),
  tk_commission_fee_refund3rd_pub: string({
    note: 'without the technical service fee; told to the third party',
  }),
  tk_subsidy_fee_refund_pub: string({ note: 'told to the promoter' }),
  tk_commission_fee_refund_pub: string({ note: 'without the technical service fee; told to the promoter' }),
  tk_refund_suit_time: date({ note: 'when this network heard of its end; absent while it is open' }),
  tk_refund_time: date({ note: 'when this network heard of the case' }),
  earning_time: date({ note: 'absent until the order is settled' }),
  tb_trade_create_time: date(),
  refund_status: number({ note: refundStatusNote }),
  tb_auction_title: string(),
  tb_trade_id: long({ note: 'trade_id of order.details.get' }),
  refund_fee: string({ note: 'what the shopper asked for or got' }),
  tb_trade_finish_price: string({
    note: 'what was paid, before any refund; absent until the order is received',
  }),
  tk_pub_show_return_fee: string({ note: 'with the technical service fee; told to the promoter' }),
  tk3rd_pub_show_return_fee: string({ note: 'with the technical service fee; told to the third party' }),
  refund_type: number({ note: '1 as promoter, 2 as third party' }),
  alsc_pid: unfilled(string(), ALSC),
  alsc_id: unfilled(string(), ALSC),
  modified_time: date({ note: 'of the order' }),
})

const NONE = formatYuan(0n)

export function writeRelationRefund(refund: Refund, item: Item) {
  return {
    ...(refund.role === 'second' ? secondPart(refund) : thirdPart(refund)),
    tb_trade_parent_id: refund.tradeParentId,
    special_id: refund.specialId,
    relation_id: refund.relationId,
    tk3rd_pub_id: refund.thirdId,
    tk_pub_id: refund.secondId,
    tk_refund_suit_time: refund.finishedAt ?? undefined,
    tk_refund_time: refund.askedAt,
    earning_time: refund.earnedAt ?? undefined,
    tb_trade_create_time: refund.orderedAt,
    refund_status: refund.status,
    tb_auction_title: item.title,
    tb_trade_id: refund.tradeId,
    refund_fee: formatYuan(refund.refundFen),
    tb_trade_finish_price: refund.finishFen === undefined ? undefined : formatYuan(refund.finishFen),
    modified_time: refund.modifiedAt,
  }
}

function secondPart({ back }: Refund) {
  return {
    refund_type: 1,
    tk_subsidy_fee_refund_pub: NONE,
    tk_commission_fee_refund_pub: formatYuan(back.grossFen - back.feeFen),
    tk_pub_show_return_fee: formatYuan(back.grossFen),
  }
}

function thirdPart({ back }: Refund) {
  return {
    refund_type: 2,
    tk_subsidy_fee_refund3rd_pub: NONE,
    tk_commission_fee_refund3rd_pub: formatYuan(back.grossFen - back.feeFen),
    tk3rd_pub_show_return_fee: formatYuan(back.grossFen),
  }
}
