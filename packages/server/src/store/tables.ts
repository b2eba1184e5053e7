import type { Generated } from 'kysely'

// The tables of migrations/*.sql as Kysely sees them: int8 is bigint, times are Date (set once in open.ts).

export type SettingsTable = {
  key: string
  value: unknown
  updated_at: Generated<Date>
}

export type MembersTable = {
  id: Generated<bigint>
  name: string
  roles: string[]
  standing: Generated<string>
  created_at: Date
}

export type SitesTable = {
  id: Generated<bigint>
  member_id: bigint
  kind: string
  name: string
  address: string
  category: string
  status: string
  deduction_points: Generated<number>
  created_at: Date
}

export type AdzonesTable = {
  id: Generated<bigint>
  member_id: bigint
  site_id: bigint
  name: string
  created_at: Date
}

export type ChannelsTable = {
  id: Generated<bigint>
  member_id: bigint
  kind: string
  name: string
  created_at: Date
}

export type AppsTable = {
  id: Generated<bigint>
  app_key: string
  member_id: bigint
  name: string
  status: Generated<string>
  ip_list: Generated<string[]>
  created_at: Date
}

export type AppSecretsTable = {
  id: Generated<bigint>
  app_id: bigint
  secret_sealed: Buffer
  created_at: Date
  retires_at: Date | null
}

export type SessionsTable = {
  id: Generated<bigint>
  token_hash: Buffer
  app_id: bigint
  member_id: bigint
  created_at: Date
  expires_at: Date
  withdrawn_at: Date | null
}

export type PermissionGrantsTable = {
  id: Generated<bigint>
  app_id: bigint
  package: string
  site_id: bigint | null
  status: string
  granted_at: Date
  withdrawn_at: Date | null
}

export type OperatorsTable = {
  id: Generated<bigint>
  name: string
  token_hash: Buffer
  created_at: Date
}

export type QuotaLimitsTable = {
  id: Generated<bigint>
  app_id: bigint
  scope: string
  method: string | null
  per_second: number | null
  per_day: number | null
}

export type QuotaCountsTable = {
  day: string
  counter: string
  used: bigint
}

export type CategoriesTable = {
  id: bigint
  parent_id: bigint | null
  name: string
}

export type ShopsTable = {
  id: Generated<bigint>
  member_id: bigint
  title: string
  nick: string
  pict_url: string | null
  is_tmall: boolean
  hosted: Generated<boolean>
  domains: string[]
  dsr: Generated<number>
  rating: Generated<number>
  status: Generated<string>
  shop_key: string
  secret_sealed: Buffer
  created_at: Date
}

export type ItemsTable = {
  id: Generated<bigint>
  shop_id: bigint
  outer_id: string
  category_id: bigint
  title: string
  short_title: string | null
  sub_title: string | null
  brand_name: string | null
  pict_url: string
  small_images: Generated<string[]>
  white_image: string | null
  detail_url: string | null
  reserve_price_fen: bigint
  price_fen: bigint
  promotion_price_fen: bigint | null
  promotion_title: string | null
  promotion_starts_at: Date | null
  promotion_ends_at: Date | null
  post_fee_fen: Generated<bigint>
  stock: number
  volume: Generated<bigint>
  annual_volume: Generated<bigint>
  promoted_volume: Generated<bigint>
  promoted_commission_fen: Generated<bigint>
  provcity: string
  is_overseas: Generated<boolean>
  free_shipment: Generated<boolean>
  is_prepay: Generated<boolean>
  superior_brand: Generated<boolean>
  npx_level: Generated<number>
  low_refund_rate: Generated<boolean>
  high_good_rate: Generated<boolean>
  high_pay_rate: Generated<boolean>
  status: Generated<string>
  promoted: Generated<boolean>
  search: string
  created_at: Date
  updated_at: Date
}

export type SkusTable = {
  id: Generated<bigint>
  item_id: bigint
  name: string
  price_fen: bigint
  stock: number
}

export type CouponsTable = {
  id: Generated<bigint>
  activity_id: string
  shop_id: bigint
  item_id: bigint | null
  face_fen: bigint
  threshold_fen: bigint
  total_count: number
  remain_count: number
  starts_at: Date
  ends_at: Date
}

export type CommissionPlansTable = {
  id: Generated<bigint>
  kind: string
  shop_id: bigint
  category_id: bigint | null
  item_id: bigint | null
  member_id: bigint | null
  name: string
  rate_bp: number
  starts_at: Date
  ends_at: Date | null
}

export type PlanMembersTable = {
  plan_id: bigint
  member_id: bigint
  joined_at: Date
}

export type VenuesTable = {
  id: Generated<bigint>
  shop_id: bigint
  title: string
  url: string | null
  starts_at: Date
  ends_at: Date
}

export type VenueItemsTable = {
  venue_id: bigint
  item_id: bigint
  position: number
}

export type ShortLinksTable = {
  code: string
  token: string
  member_id: bigint
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

export type Database = {
  settings: SettingsTable
  members: MembersTable
  sites: SitesTable
  adzones: AdzonesTable
  channels: ChannelsTable
  apps: AppsTable
  app_secrets: AppSecretsTable
  sessions: SessionsTable
  permission_grants: PermissionGrantsTable
  operators: OperatorsTable
  quota_limits: QuotaLimitsTable
  quota_counts: QuotaCountsTable
  categories: CategoriesTable
  shops: ShopsTable
  items: ItemsTable
  skus: SkusTable
  coupons: CouponsTable
  commission_plans: CommissionPlansTable
  plan_members: PlanMembersTable
  venues: VenuesTable
  venue_items: VenueItemsTable
  short_links: ShortLinksTable
  tpwds: TpwdsTable
  clicks: ClicksTable
  order_clock: OrderClockTable
  trade_parents: TradeParentsTable
  orders: OrdersTable
  order_events: OrderEventsTable
  shop_buyers: ShopBuyersTable
  ledger_entries: LedgerEntriesTable
  ledger_lines: LedgerLinesTable
  demo_orders: DemoOrdersTable
  demo_order_events: DemoOrderEventsTable
  call_log: CallLogTable
}
