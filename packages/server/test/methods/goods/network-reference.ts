import type { Db } from '../../../src/store/store.ts'

/** What an item is worth to one promoter, worked out from raw rows without the code under test. */
export type Expected = {
  id: bigint
  title: string
  leaf: bigint
  top: bigint
  rate: number
  marketing: number
  final: bigint
  hasCoupon: boolean
  volume: bigint
  promotedVolume: bigint
  promotedCommission: bigint
  isTmall: boolean
  isOverseas: boolean
  provcity: string
  freeShipment: boolean
  prepay: boolean
  payRate: boolean
  goodRate: boolean
  refundRate: boolean
  npx: number
  dsr: number
}

type Rows = Awaited<ReturnType<typeof readRows>>

/** Every item that this member may promote at a moment. */
export async function expectedGoods(db: Db, memberId: bigint, at: Date): Promise<Expected[]> {
  const rows = await readRows(db)
  return rows.items.flatMap((item) => {
    const found = expectItem(rows, item, { memberId, at })
    return found ? [found] : []
  })
}

async function readRows(db: Db) {
  return {
    items: await db.selectFrom('items').selectAll().orderBy('id').execute(),
    shops: new Map((await db.selectFrom('shops').selectAll().execute()).map((row) => [row.id, row])),
    parents: new Map(
      (await db.selectFrom('categories').selectAll().execute()).map((row) => [row.id, row.parent_id]),
    ),
    plans: await db.selectFrom('commission_plans').selectAll().execute(),
    joined: await db.selectFrom('plan_members').selectAll().execute(),
    coupons: await db.selectFrom('coupons').selectAll().execute(),
  }
}

function expectItem(
  rows: Rows,
  item: Rows['items'][number],
  asking: { memberId: bigint; at: Date },
): Expected | undefined {
  const { memberId, at } = asking
  const shop = rows.shops.get(item.shop_id)
  if (shop?.status !== 'open' || item.status !== 'on' || !item.promoted) return undefined
  const top = rows.parents.get(item.category_id) ?? item.category_id
  const plans = rows.plans.filter((plan) => {
    if (plan.shop_id !== item.shop_id || plan.starts_at > at || (plan.ends_at && plan.ends_at <= at))
      return false
    if (plan.item_id !== null) return plan.item_id === item.id
    return plan.category_id === null || plan.category_id === item.category_id || plan.category_id === top
  })
  const general = [item.category_id, top, null]
    .map((category) => plans.filter((p) => p.kind === 'general' && !p.item_id && p.category_id === category))
    .find((level) => level.length > 0)
  const rates = (general ?? []).map((plan) => plan.rate_bp)
  const marketing = plans.filter((plan) => plan.kind === 'marketing').map((plan) => plan.rate_bp)
  for (const plan of plans) {
    if (plan.kind === 'exclusive' && plan.member_id === memberId) rates.push(plan.rate_bp)
    const joined = rows.joined.some(
      (j) => j.plan_id === plan.id && j.member_id === memberId && j.joined_at <= at,
    )
    if (plan.kind === 'targeted' && joined) rates.push(plan.rate_bp)
  }
  rates.push(...marketing)
  if (rates.length === 0) return undefined
  const running =
    item.promotion_price_fen !== null &&
    item.promotion_price_fen < item.price_fen &&
    (item.promotion_starts_at === null || item.promotion_starts_at <= at) &&
    (item.promotion_ends_at === null || item.promotion_ends_at > at)
  const selling = running ? (item.promotion_price_fen as bigint) : item.price_fen
  const faces = rows.coupons
    .filter((c) => (c.item_id === null ? c.shop_id === item.shop_id : c.item_id === item.id))
    .filter((c) => c.remain_count > 0 && c.starts_at <= at && c.ends_at > at && c.threshold_fen <= selling)
    .map((c) => c.face_fen)
  const best = faces.sort((a, b) => Number(b - a))[0] ?? 0n
  return {
    id: item.id,
    title: item.title,
    leaf: item.category_id,
    top,
    rate: Math.max(...rates),
    marketing: Math.max(0, ...marketing),
    final: selling - best > 1n ? selling - best : 1n,
    hasCoupon: faces.length > 0,
    volume: item.volume,
    promotedVolume: item.promoted_volume,
    promotedCommission: item.promoted_commission_fen,
    isTmall: shop.is_tmall,
    isOverseas: item.is_overseas,
    provcity: item.provcity,
    freeShipment: item.free_shipment,
    prepay: item.is_prepay,
    payRate: item.high_pay_rate,
    goodRate: item.high_good_rate,
    refundRate: item.low_refund_rate,
    npx: item.npx_level,
    dsr: shop.dsr,
  }
}
