/** A merchant's shop as promoters and shoppers see it. */
export type Shop = {
  id: bigint
  memberId: bigint
  title: string
  nick: string
  pictUrl: string | undefined
  isTmall: boolean
  /** This server shows its goods; otherwise its pages are on its own domains. */
  hosted: boolean
  domains: readonly string[]
  /** 0 to 50000 */
  dsr: number
  rating: number
  status: 'open' | 'closed'
  /** Its merchant owes more than allowed: nothing of it earns. */
  plansPaused: boolean
}

export type Sku = { id: bigint; name: string; priceFen: bigint; stock: number }

export type Category = { id: bigint; name: string }

/** An item with its shop, its SKUs and the names of its categories. Off-shelf ones too: see `status`. */
export type Item = {
  id: bigint
  shopId: bigint
  shop: Shop
  outerId: string
  /** The leaf; `topCategory` is its level one, itself where it has no parent. */
  category: Category
  topCategory: Category
  title: string
  shortTitle: string | undefined
  subTitle: string | undefined
  brandName: string | undefined
  pictUrl: string
  smallImages: readonly string[]
  whiteImage: string | undefined
  detailUrl: string | undefined
  reservePriceFen: bigint
  priceFen: bigint
  promotionPriceFen: bigint | undefined
  promotionTitle: string | undefined
  promotionStartsAt: Date | undefined
  promotionEndsAt: Date | undefined
  postFeeFen: bigint
  stock: number
  volume: bigint
  annualVolume: bigint
  promotedVolume: bigint
  promotedCommissionFen: bigint
  provcity: string
  isOverseas: boolean
  freeShipment: boolean
  isPrepay: boolean
  superiorBrand: boolean
  npxLevel: number
  lowRefundRate: boolean
  highGoodRate: boolean
  highPayRate: boolean
  status: 'on' | 'off'
  promoted: boolean
  skus: readonly Sku[]
}

/** A campaign page (会场) of one shop. */
export type Venue = {
  id: bigint
  shopId: bigint
  title: string
  url: string | undefined
  startsAt: Date
  endsAt: Date
}

/** What a link or an address leads to. */
export type Target =
  | { kind: 'item'; item: Item; skuId?: bigint | undefined }
  | { kind: 'shop'; shop: Shop }
  | { kind: 'venue'; venue: Venue; shop: Shop }

export type PlanKind = 'general' | 'marketing' | 'targeted' | 'exclusive'

/** A commission plan of a shop. Rows never change: a new rate ends one and starts another. */
export type Plan = {
  id: bigint
  kind: PlanKind
  /** Undefined: the plan covers the category, or without one the whole shop. */
  itemId: bigint | undefined
  categoryId: bigint | undefined
  /** Whose an exclusive plan is. */
  memberId: bigint | undefined
  name: string
  rateBp: number
  /** Whose recruiting it came from, and what of the base the merchant pays them beside the commission. */
  campaign: { id: bigint; leaderId: bigint; serviceRateBp: number } | undefined
  startsAt: Date
  endsAt: Date | undefined
}

export type Coupon = {
  id: bigint
  activityId: string
  shopId: bigint
  /** Undefined: good for everything in the shop. */
  itemId: bigint | undefined
  faceFen: bigint
  thresholdFen: bigint
  totalCount: number
  remainCount: number
  startsAt: Date
  endsAt: Date
}
