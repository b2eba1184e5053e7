import type { Generated } from 'kysely'

// What is sold and on which terms.

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
  terms_version: Generated<bigint>
  plans_paused: Generated<boolean>
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
  campaign_id: bigint | null
  leader_id: bigint | null
  service_rate_bp: Generated<number>
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

/** Kept by the database from items, plans and coupons: see 0005-search-import.sql. Not written by hand. */
export type ItemSearchTable = {
  item_id: bigint
  shop_id: bigint
  category_id: bigint
  top_id: bigint
  listed: boolean
  word_count: number
  search: string
  volume: bigint
  promoted_volume: bigint
  promoted_commission_fen: bigint
  provcity: string
  npx_level: number
  is_overseas: boolean
  free_shipment: boolean
  is_prepay: boolean
  high_pay_rate: boolean
  high_good_rate: boolean
  low_refund_rate: boolean
  rate_bp: number | null
  marketing_bp: number
  final_fen: bigint
  has_coupon: boolean
  has_private_plans: boolean
  offers_until: Date
  terms_version: bigint
}

export type ImportsTable = {
  kind: string
  digest: string
  lines_done: bigint
  added: bigint
  changed: bigint
  unchanged: bigint
  refused: bigint
  report_bytes: bigint
  finished_at: Date | null
  updated_at: Date
}

export type MaterialsTable = {
  id: Generated<bigint>
  kind: string
  subject: number
  name: string
  member_id: bigint | null
  rule: unknown
  starts_at: Date
  ends_at: Date
}

export type MaterialItemsTable = {
  material_id: bigint
  item_id: bigint
  position: number
}

/** Counted by renew_shop_figures(). */
export type ShopFiguresTable = {
  shop_id: bigint
  item_count: number
  promoted_count: number
  volume: bigint
  main_category_id: bigint | null
}
