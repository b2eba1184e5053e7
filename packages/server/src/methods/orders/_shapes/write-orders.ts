import { formatGmt8, formatRate, formatYuan, mulRate } from '@opentbk/top'
import type { CallContext } from '../../../context.ts'
import { encodeItemId, findItems, type Item, landingUrl } from '../../../domain/goods/index.ts'
import { type ListedOrder, type OwnPart, ownPartOf, type Role } from '../../../domain/orders/index.ts'
import { type Adzone, findAdzone } from '../../../domain/publishers/index.ts'

const SETTLED = 3
const roleNumbers = { second: 2, third: 3 } as const
const NONE = formatYuan(0n)
const time = (date: Date | null) => (date ? formatGmt8(date) : undefined)

type OwnOrder = ListedOrder<Role>

/** Orders as the wire tells them, each to the party whose row it is. */
export async function writeOrders(ctx: CallContext, orders: readonly OwnOrder[]) {
  const items = await findItems(ctx, [...new Set(orders.map((order) => order.item_id))])
  return Promise.all(
    orders.map(async (order) => {
      const own = ownPartOf(order, order.role)
      const adzone = await findAdzone(ctx, own.adzoneId)
      const item = items.get(order.item_id)
      if (!adzone || !item) throw new Error(`order ${order.id} has lost its adzone or its item`)
      return writeOrder(ctx, order, { own, adzone, item })
    }),
  )
}

function writeOrder(ctx: CallContext, order: OwnOrder, of: { own: OwnPart; adzone: Adzone; item: Item }) {
  const { own, adzone, item } = of
  return {
    ...timesOf(order),
    ...moneyOf(order, own),
    trade_id: String(order.trade_id),
    trade_parent_id: String(order.trade_parent_id),
    tk_status: order.status,
    tk_order_role: roleNumbers[order.role],
    refund_tag: order.had_refund ? 1 : 0,
    pub_id: own.memberId,
    site_id: adzone.siteId,
    site_name: adzone.siteName,
    adzone_id: adzone.id,
    adzone_name: adzone.name,
    relation_id: own.relationId,
    special_id: own.specialId,
    item_id: encodeItemId(ctx.keys, item.id, own.memberId),
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

function timesOf(order: OwnOrder) {
  return {
    tb_paid_time: time(order.tb_paid_at),
    tk_paid_time: time(order.tk_paid_at),
    tk_create_time: time(order.tk_created_at),
    tk_earning_time: time(order.tk_earned_at),
    modified_time: time(order.modified_at),
    click_time: time(order.clicked_at),
  }
}

function moneyOf(order: OwnOrder, own: OwnPart) {
  const rate = formatRate(order.rate_bp)
  const feeRate = formatRate(order.fee_bp)
  const keptFen = order.paid_fen - order.refunded_fen
  const { estimated, due } = own
  const isSettled = order.status === SETTLED
  return {
    alipay_total_price: formatYuan(order.paid_fen),
    tb_gmv_total_price: formatYuan(order.item_price_fen * BigInt(order.item_num)),
    pay_price: order.tb_received_at === null ? undefined : formatYuan(keptFen),
    total_commission_rate: rate,
    income_rate: rate,
    tk_total_rate: formatYuan(mulRate(BigInt(order.rate_bp), own.shareBp)),
    pub_share_rate: formatRate(own.shareBp),
    pub_share_pre_fee: formatYuan(estimated.grossFen),
    pub_share_pre_fee_for_commission: formatYuan(estimated.grossFen),
    pub_share_fee: formatYuan(due.grossFen),
    pub_share_fee_for_commission: formatYuan(due.grossFen),
    total_commission_fee: formatYuan(isSettled ? own.dueFen : own.estimatedFen),
    alimama_rate: feeRate,
    alimama_share_fee: formatYuan(isSettled ? due.feeFen : estimated.feeFen),
    alimm_share_info_dto: {
      alimm_tech_service_rate: feeRate,
      alimm_tech_service_pre_fee: formatYuan(estimated.feeFen),
      alimm_tech_service_fee: formatYuan(due.feeFen),
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
