import { formatGmt8, formatRate, formatYuan } from '@opentbk/top'
import type { CallContext } from '../../../context.ts'
import { encodeItemId, findItems, type Item } from '../../../domain/goods/index.ts'
import type { ListedOrder } from '../../../domain/orders/index.ts'
import { findMember } from '../../../domain/publishers/index.ts'

const NO_TIME = '--'

/** Orders of campaigns as the wire tells them to the leader. */
export async function writeCampaignOrders(ctx: CallContext, orders: readonly ListedOrder[]) {
  const items = await findItems(ctx, [...new Set(orders.map((order) => order.item_id))])
  return Promise.all(
    orders.map(async (order) => {
      const promoter = await findMember(ctx, order.member_id ?? 0n)
      const item = items.get(order.item_id)
      if (!promoter || !item) throw new Error(`order ${order.id} has lost its promoter or its item`)
      return writeOrder(ctx, order, { promoter, item })
    }),
  )
}

function writeOrder(
  ctx: CallContext,
  order: ListedOrder,
  { promoter, item }: { promoter: { id: bigint; name: string }; item: Item },
) {
  return {
    ...timesOf(order),
    ...moneyOf(order),
    event_id: order.campaign_id ?? undefined,
    tk_status: order.status,
    trade_parent_id: String(order.trade_parent_id),
    item_id: encodeItemId(ctx.keys, item.id, ctx.promoterId),
    item_title: item.title,
    item_num: order.item_num,
    seller_nick: item.shop.nick,
    seller_shop_title: item.shop.title,
    pub_id: String(promoter.id),
    pub_nick_name: promoter.name,
  }
}

function timesOf(order: ListedOrder) {
  const time = (date: Date | null) => (date ? formatGmt8(date) : undefined)
  return {
    tb_paid_time: time(order.tb_paid_at),
    tk_paid_time: time(order.tk_paid_at),
    tk_create_time: time(order.tk_created_at),
    tk_earning_time: time(order.tk_earned_at) ?? NO_TIME,
    modified_time: time(order.modified_at),
    click_time: time(order.clicked_at),
    // Nothing is sold by deposit here.
    tk_deposit_time: NO_TIME,
    tb_deposit_time: NO_TIME,
  }
}

function moneyOf(order: ListedOrder) {
  const keptFen = order.paid_fen - order.refunded_fen
  return {
    tk_service_rate: formatRate(order.service_rate_bp),
    pre_service_fee: formatYuan(order.estimated_service_fen),
    service_fee: formatYuan(order.booked_service_fen),
    alipay_total_price: formatYuan(order.paid_fen),
    pay_price: order.tb_received_at === null ? undefined : formatYuan(keptFen),
    item_price: formatYuan(order.item_price_fen),
  }
}
