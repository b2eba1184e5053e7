import { commission, formatGmt8, formatRate, formatYuan } from '@opentbk/top'
import type { CallContext } from '../../../context.ts'
import { encodeItemId, findItems, type Item, landingUrl } from '../../../domain/goods/index.ts'
import type { OrderRow } from '../../../domain/orders/index.ts'
import { type Adzone, findAdzone } from '../../../domain/publishers/index.ts'

const SETTLED = 3
const ALL_OF_IT = '100.00'
const NONE = formatYuan(0n)
const time = (date: Date | null) => (date ? formatGmt8(date) : undefined)

/** Orders as the wire tells them. */
export async function writeOrders(ctx: CallContext, orders: readonly OrderRow[]) {
  const items = await findItems(ctx, [...new Set(orders.map((order) => order.item_id))])
  return Promise.all(
    orders.map(async (order) => {
      const adzone = await findAdzone(ctx, order.adzone_id ?? 0n)
      const item = items.get(order.item_id)
      if (!adzone || !item) throw new Error(`order ${order.id} has lost its adzone or its item`)
      return writeOrder(ctx, order, { adzone, item })
    }),
  )
}

function writeOrder(ctx: CallContext, order: OrderRow, of: { adzone: Adzone; item: Item }) {
  const { adzone, item } = of
  return {
    ...timesOf(order),
    ...moneyOf(order),
    trade_id: String(order.trade_id),
    trade_parent_id: String(order.trade_parent_id),
    tk_status: order.status,
    tk_order_role: 2,
    refund_tag: order.had_refund ? 1 : 0,
    pub_id: ctx.promoterId,
    site_id: adzone.siteId,
    site_name: adzone.siteName,
    adzone_id: adzone.id,
    adzone_name: adzone.name,
    relation_id: order.relation_id ?? undefined,
    special_id: order.special_id ?? undefined,
    item_id: encodeItemId(ctx.keys, item.id, ctx.promoterId),
    extra_mkt_id: encodeItemId(ctx.keys, item.id, ctx.promoterId).split('-')[1],
    item_title: item.title,
    item_img: item.pictUrl,
    item_link: landingUrl(ctx, { kind: 'item', item }, {}),
    item_num: order.item_num,
    item_price: formatYuan(order.item_price_fen),
    item_category_name: item.topCategory.name,
    seller_nick: item.shop.nick,
    seller_shop_title: item.shop.title,
    order_type: item.shop.isTmall ? '天猫' : '淘宝',
    flow_source: '--',
    terminal_type: order.terminal === 'wireless' ? '无线' : 'PC',
    app_key: ctx.app.key,
  }
}

function timesOf(order: OrderRow) {
  return {
    tb_paid_time: time(order.tb_paid_at),
    tk_paid_time: time(order.tk_paid_at),
    tk_create_time: time(order.tk_created_at),
    tk_earning_time: time(order.tk_earned_at),
    modified_time: time(order.modified_at),
    click_time: time(order.clicked_at),
  }
}

function moneyOf(order: OrderRow) {
  const rate = formatRate(order.rate_bp)
  const feeRate = formatRate(order.fee_bp)
  const isReceived = order.tb_received_at !== null
  const keptFen = order.paid_fen - order.refunded_fen
  const due = commission({ baseFen: isReceived ? keptFen : 0n, rateBp: order.rate_bp, feeBp: order.fee_bp })
  const estimated = { gross: order.estimated_commission_fen, fee: order.estimated_fee_fen }
  return {
    alipay_total_price: formatYuan(order.paid_fen),
    tb_gmv_total_price: formatYuan(order.item_price_fen * BigInt(order.item_num)),
    pay_price: isReceived ? formatYuan(keptFen) : undefined,
    total_commission_rate: rate,
    income_rate: rate,
    tk_total_rate: rate,
    pub_share_rate: ALL_OF_IT,
    pub_share_pre_fee: formatYuan(estimated.gross),
    pub_share_pre_fee_for_commission: formatYuan(estimated.gross),
    pub_share_fee: formatYuan(due.gross),
    pub_share_fee_for_commission: formatYuan(due.gross),
    total_commission_fee: formatYuan(order.status === SETTLED ? due.gross : estimated.gross),
    alimama_rate: feeRate,
    alimama_share_fee: formatYuan(order.status === SETTLED ? due.fee : estimated.fee),
    alimm_share_info_dto: {
      alimm_tech_service_rate: feeRate,
      alimm_tech_service_pre_fee: formatYuan(estimated.fee),
      alimm_tech_service_fee: formatYuan(due.fee),
    },
    ...noSubsidy,
  }
}

// This network pays no subsidies and takes no special fees: the amounts are known, and zero.
const noSubsidy = {
  subsidy_rate: NONE,
  subsidy_fee: NONE,
  subsidy_type: '--',
  pub_share_rate_for_sdy: NONE,
  tk_total_rate_for_sdy: NONE,
  pub_share_pre_fee_for_sdy: NONE,
  pub_share_fee_for_sdy: NONE,
  platform_special_service_rate: NONE,
  platform_special_service_fee: NONE,
}
