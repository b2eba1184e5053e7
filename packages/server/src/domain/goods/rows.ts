import { type Selectable, sql } from 'kysely'
import type { Db } from '../../store/store.ts'
import type { ItemsTable, ShopsTable, SkusTable, VenuesTable } from '../../store/tables.ts'
import type { Item, Shop, Sku, Venue } from './item.ts'

const MAX_SKUS = 500
const MAX_SAME_HOST = 50

type ItemRow = Omit<Selectable<ItemsTable>, 'search'> & {
  category_name: string
  top_id: bigint
  top_name: string
}

/** Items by id, without their shops. */
export async function selectItems(db: Db, ids: readonly bigint[]): Promise<Omit<Item, 'shop' | 'skus'>[]> {
  const { rows } = await sql<ItemRow>`
    select i.*, c.name as category_name, coalesce(top.id, c.id) as top_id, coalesce(top.name, c.name) as top_name
    from items i
    join categories c on c.id = i.category_id
    left join categories top on top.id = c.parent_id
    where i.id = any(${ids}::bigint[])`.execute(db)
  return rows.map(toItem)
}

function toItem(row: ItemRow): Omit<Item, 'shop' | 'skus'> {
  return {
    id: row.id,
    shopId: row.shop_id,
    outerId: row.outer_id,
    category: { id: row.category_id, name: row.category_name },
    topCategory: { id: row.top_id, name: row.top_name },
    title: row.title,
    shortTitle: row.short_title ?? undefined,
    subTitle: row.sub_title ?? undefined,
    brandName: row.brand_name ?? undefined,
    pictUrl: row.pict_url,
    smallImages: row.small_images,
    whiteImage: row.white_image ?? undefined,
    detailUrl: row.detail_url ?? undefined,
    reservePriceFen: row.reserve_price_fen,
    priceFen: row.price_fen,
    promotionPriceFen: row.promotion_price_fen ?? undefined,
    promotionTitle: row.promotion_title ?? undefined,
    promotionStartsAt: row.promotion_starts_at ?? undefined,
    promotionEndsAt: row.promotion_ends_at ?? undefined,
    postFeeFen: row.post_fee_fen,
    stock: row.stock,
    volume: row.volume,
    annualVolume: row.annual_volume,
    promotedVolume: row.promoted_volume,
    promotedCommissionFen: row.promoted_commission_fen,
    provcity: row.provcity,
    isOverseas: row.is_overseas,
    freeShipment: row.free_shipment,
    isPrepay: row.is_prepay,
    superiorBrand: row.superior_brand,
    npxLevel: row.npx_level,
    lowRefundRate: row.low_refund_rate,
    highGoodRate: row.high_good_rate,
    highPayRate: row.high_pay_rate,
    status: row.status === 'on' ? 'on' : 'off',
    promoted: row.promoted,
  }
}

export async function selectSkus(db: Db, itemIds: readonly bigint[]): Promise<(Sku & { itemId: bigint })[]> {
  const { rows } = await sql<Selectable<SkusTable>>`
    select sku.* from unnest(${itemIds}::bigint[]) as wanted(item_id)
    cross join lateral (
      select * from skus where skus.item_id = wanted.item_id order by id limit ${MAX_SKUS}
    ) sku order by sku.id`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    itemId: row.item_id,
    name: row.name,
    priceFen: row.price_fen,
    stock: row.stock,
  }))
}

export async function selectShops(db: Db, ids: readonly bigint[]): Promise<Shop[]> {
  const { rows } = await sql<Selectable<ShopsTable>>`
    select * from shops where id = any(${ids}::bigint[])`.execute(db)
  return rows.map(toShop)
}

function toShop(row: Selectable<ShopsTable>): Shop {
  return {
    id: row.id,
    memberId: row.member_id,
    title: row.title,
    nick: row.nick,
    pictUrl: row.pict_url ?? undefined,
    isTmall: row.is_tmall,
    hosted: row.hosted,
    domains: row.domains,
    dsr: row.dsr,
    rating: row.rating,
    status: row.status === 'open' ? 'open' : 'closed',
    plansPaused: row.plans_paused,
  }
}

/** A shop's id and its sealed secret by the key it signs with. */
export async function selectShopByKey(
  db: Db,
  shopKey: string,
): Promise<{ id: bigint; secretSealed: Buffer } | undefined> {
  const row = await db
    .selectFrom('shops')
    .select(['id', 'secret_sealed'])
    .where('shop_key', '=', shopKey)
    .executeTakeFirst()
  return row && { id: row.id, secretSealed: row.secret_sealed }
}

export async function selectVenue(db: Db, id: bigint): Promise<Venue | undefined> {
  const row = await db.selectFrom('venues').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toVenue(row)
}

function toVenue(row: Selectable<VenuesTable>): Venue {
  return {
    id: row.id,
    shopId: row.shop_id,
    title: row.title,
    url: row.url ?? undefined,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
  }
}

/** Shops that may show pages on one of these host names. */
export async function selectShopIdsByHosts(db: Db, hosts: readonly string[]): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`
    select id from shops where domains && ${hosts}::text[] order by id limit ${MAX_SAME_HOST}`.execute(db)
  return rows.map((row) => row.id)
}

/** The item of these shops with one of these page addresses, else with this number of the shop's own. */
export async function selectItemIdByPage(
  db: Db,
  page: { shopIds: readonly bigint[]; urls: readonly string[]; outerId: string | undefined },
): Promise<bigint | undefined> {
  const { rows } = await sql<{ id: bigint }>`
    select id from (
      select id, 0 as rank from items
      where detail_url = any(${page.urls}::text[]) and shop_id = any(${page.shopIds}::bigint[])
      union all
      select id, 1 as rank from items
      where outer_id = ${page.outerId ?? null} and shop_id = any(${page.shopIds}::bigint[])
    ) found order by rank, id limit 1`.execute(db)
  return rows[0]?.id
}

export async function selectVenueByPage(
  db: Db,
  page: { shopIds: readonly bigint[]; urls: readonly string[] },
): Promise<Venue | undefined> {
  const { rows } = await sql<Selectable<VenuesTable>>`
    select * from venues where url = any(${page.urls}::text[]) and shop_id = any(${page.shopIds}::bigint[])
    order by id limit 1`.execute(db)
  return rows[0] && toVenue(rows[0])
}

/** The ids of a shop's items by the shop's own ids. */
export async function selectIdsByOuterId(
  db: Db,
  shopId: bigint,
  outerIds: readonly string[],
): Promise<Map<string, bigint>> {
  const rows = await db
    .selectFrom('items')
    .select(['id', 'outer_id'])
    .where('shop_id', '=', shopId)
    .where('outer_id', 'in', outerIds)
    .execute()
  return new Map(rows.map((row) => [row.outer_id, row.id]))
}
