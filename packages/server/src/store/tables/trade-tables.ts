import type { Generated } from 'kysely'

// Links, clicks, orders, the ledger, and the logs of the server itself.

export type ShortLinksTable = {
  code: string
  token: string
  member_id: bigint
  is_private: Generated<boolean>
  created_at: Date
  expires_at: Date
}

export type TpwdsTable = {
  code: string
  token: string
  short_code: string
  title: string
  member_id: bigint
  is_private: boolean
  created_at: Date
  expires_at: Date
}

export type ClicksTable = {
  id: string
  clicked_at: Date
  shopper_id: string
  link_hash: bigint
  member_id: bigint
  site_id: bigint
  adzone_id: bigint
  shop_id: bigint
  item_id: bigint | null
  venue_id: bigint | null
  coupon_id: bigint | null
  relation_id: bigint | null
  special_id: bigint | null
  external_id: string | null
  uvid: string | null
  general_only: boolean
  biz_scene: number
  via: string
  terminal: string
  ip_hash: Buffer
  agent_hash: Buffer
  is_bot: boolean
  counted: boolean
  attributable: boolean
  reason: string | null
  third_member_id: bigint | null
  third_site_id: bigint | null
  third_adzone_id: bigint | null
  share_bp: number | null
}

export type OrderClockTable = {
  only_row: Generated<boolean>
  last_at: Date
  last_change: bigint
}

export type TradeParentsTable = {
  id: Generated<bigint>
  shop_id: bigint
  outer_id: string
}

export type OrdersTable = {
  id: Generated<bigint>
  shop_id: bigint
  outer_id: string
  trade_id: Generated<bigint>
  trade_parent_id: bigint
  item_id: bigint
  item_num: number
  item_price_fen: bigint
  buyer_hash: Buffer | null
  member_id: bigint | null
  site_id: bigint | null
  adzone_id: bigint | null
  relation_id: bigint | null
  special_id: bigint | null
  click_id: string | null
  clicked_at: Date | null
  terminal: string | null
  plan_id: bigint | null
  plan_kind: string | null
  rate_bp: Generated<number>
  fee_bp: number
  status: number
  is_refunding: Generated<boolean>
  had_refund: Generated<boolean>
  paid_fen: Generated<bigint>
  refunded_fen: Generated<bigint>
  estimated_commission_fen: Generated<bigint>
  estimated_fee_fen: Generated<bigint>
  booked_commission_fen: Generated<bigint>
  booked_fee_fen: Generated<bigint>
  booked_member_id: bigint | null
  ledger_revision: Generated<number>
  tb_created_at: Date
  tb_paid_at: Date | null
  tb_received_at: Date | null
  tk_created_at: Date
  tk_paid_at: Date | null
  tk_earned_at: Date | null
  modified_at: Date
  change_no: bigint
  decision: unknown
  third_member_id: bigint | null
  third_site_id: bigint | null
  third_adzone_id: bigint | null
  share_bp: number | null
  campaign_id: bigint | null
  leader_id: bigint | null
  service_rate_bp: Generated<number>
  estimated_service_fen: Generated<bigint>
  booked_service_fen: Generated<bigint>
  penalty: string | null
  penalty_id: bigint | null
}

export type OrderEventsTable = {
  shop_id: bigint
  event_id: string
  order_id: bigint
  digest: Buffer
  type: string
  at: Date
  item_num: number
  price_fen: bigint
  paid_fen: bigint
  refund_id: string | null
  refund_fen: bigint | null
  click_id: string | null
  buyer_hash: Buffer | null
  accepted_at: Date
}

export type OrderRefundsTable = {
  refund_suit_id: Generated<bigint>
  order_id: bigint
  refund_id: string
  state: string
  refund_fen: bigint
  tb_asked_at: Date
  tb_finished_at: Date | null
  asked_at: Date
  finished_at: Date | null
  second_commission_fen: bigint
  second_fee_fen: bigint
  third_commission_fen: bigint
  third_fee_fen: bigint
  member_id: bigint | null
  third_member_id: bigint | null
  relation_id: bigint | null
  special_id: bigint | null
  order_created_at: Date
  order_earned_at: Date | null
  modified_at: Date
}

export type ShopBuyersTable = {
  shop_id: bigint
  buyer_hash: Buffer
  shopper_id: string
  seen_at: Date
}

export type LedgerEntriesTable = {
  id: Generated<bigint>
  idempotency_key: string
  cause: string
  order_id: bigint | null
  posted_at: Date
}

export type LedgerLinesTable = {
  entry_id: bigint
  line_no: number
  account: string
  member_id: bigint | null
  amount_fen: bigint
}

export type LedgerBalancesTable = {
  account: string
  member_id: bigint | null
  amount_fen: bigint
}

export type DemoOrdersTable = {
  id: Generated<bigint>
  access_key: string
  shop_id: bigint
  item_id: bigint
  sku_id: bigint | null
  item_num: number
  price_fen: bigint
  paid_fen: bigint
  refunded_fen: Generated<bigint>
  coupon_id: bigint | null
  click_id: string | null
  buyer_id: string
  state: string
  open_refund_id: string | null
  open_refund_fen: bigint | null
  events: Generated<number>
  created_at: Date
}

export type DemoOrderEventsTable = {
  order_id: bigint
  event_no: number
  type: string
  body: string
  refund_id: string | null
  refund_fen: bigint | null
  answer: string | null
  reason: string | null
  at: Date
}

export type CallLogTable = {
  at: Date
  request_id: string
  app_key: string
  method: string
  code: number
  sub_code: string | null
  duration_us: number
  bytes_in: number
  bytes_out: number
}
