import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../store/store.ts'
import type { Search, SearchFilter, SortKey } from './search-items.ts'

type Asked = Pick<Search, 'filter' | 'sort'> & {
  /** The text of a tsquery. */
  query: string | undefined
  memberId: bigint
  at: Date
  maxTotal: number
  offset: number
  limit: number
}

type Condition = RawBuilder<unknown>

/**
 * One page of matches and their count. All matches are gathered first and sorted then: the planner is never
 * given the choice to walk a sort order for words that are rare. Offers are read where they stand ready and
 * worked out where they do not; nothing is joined to the matches but small tables by their keys.
 */
export async function selectMatches(db: Db, asked: Asked): Promise<{ total: number; itemIds: bigint[] }> {
  const { rows } = await sql<{ total: bigint; ids: bigint[] }>`
    with hits as materialized (${hits(asked)}),
    offers as (
      select * from hits where is_fresh
      union all
      select ${hitColumns}, true
      from item_search_rows(array(select item_id from hits where not is_fresh), ${asked.at}) i
      where ${allOf(priceConditions(asked.filter))}
    ),
    rated as (select i.*, ${ownRate(asked)} as own_bp from offers i),
    found as materialized (
      select item_id as id, volume, ${columns[asked.sort.key](asked)} as sort_key from rated
      where ${allOf(rateConditions(asked.filter))}
    )
    select
      (select count(*) from (select from found limit ${asked.maxTotal}) counted) as total,
      array(select id from found order by ${order(asked.sort)} limit ${asked.limit} offset ${asked.offset}) as ids
  `.execute(db)
  const row = rows[0]
  return { total: Number(row?.total ?? 0n), itemIds: row?.ids ?? [] }
}

const hitColumns = sql`i.item_id, i.shop_id, i.category_id, i.top_id, i.word_count, i.volume, i.promoted_volume,
  i.promoted_commission_fen, i.rate_bp, i.marketing_bp, i.final_fen, i.has_coupon, i.has_private_plans`

/** What the indexes find; of rows whose offer stands ready only those at the right price. */
function hits(asked: Asked): RawBuilder<unknown> {
  const isFresh = sql`(i.offers_until > ${asked.at} and i.terms_version = s.terms_version)`
  const prices = priceConditions(asked.filter)
  return sql`
    select ${hitColumns}, ${isFresh} as is_fresh
    from item_search i join shops s on s.id = i.shop_id
    where ${allOf(itemConditions(asked))} and (not ${isFresh} or (${allOf(prices)}))`
}

function itemConditions({ filter, query }: Asked): Condition[] {
  const conditions = [sql`i.listed`, sql`s.status = 'open'`, sql`not s.plans_paused`]
  const add = (wanted: unknown, condition: Condition) => {
    if (wanted !== undefined && wanted !== false) conditions.push(condition)
  }
  add(query, sql`i.search @@ ${query}::tsquery`)
  if (filter.categoryIds && filter.categoryIds.length > 0) {
    const ids = sql`${filter.categoryIds}::bigint[]`
    conditions.push(
      sql`i.category_id = any(array(select id from categories where id = any(${ids}) or parent_id = any(${ids})))`,
    )
  }
  add(filter.minShopDsr, sql`s.dsr >= ${filter.minShopDsr}::bigint`)
  add(filter.place, sql`strpos(i.provcity, ${filter.place}) > 0`)
  add(filter.npxLevel, sql`i.npx_level = ${filter.npxLevel}`)
  add(filter.onlyTmall, sql`s.is_tmall`)
  add(filter.onlyOverseas, sql`i.is_overseas`)
  add(filter.onlyFreeShipment, sql`i.free_shipment`)
  add(filter.onlyPrepay, sql`i.is_prepay`)
  add(filter.onlyHighPayRate, sql`i.high_pay_rate`)
  add(filter.onlyHighGoodRate, sql`i.high_good_rate`)
  add(filter.onlyLowRefundRate, sql`i.low_refund_rate`)
  return conditions
}

function priceConditions(filter: SearchFilter): Condition[] {
  const conditions = [sql`true`]
  if (filter.minPriceFen !== undefined) conditions.push(sql`i.final_fen >= ${filter.minPriceFen}`)
  if (filter.maxPriceFen !== undefined) conditions.push(sql`i.final_fen <= ${filter.maxPriceFen}`)
  if (filter.onlyWithCoupon) conditions.push(sql`i.has_coupon`)
  return conditions
}

function rateConditions(filter: SearchFilter): Condition[] {
  const conditions = [sql`own_bp is not null`]
  if (filter.minRateBp !== undefined) conditions.push(sql`own_bp >= ${filter.minRateBp}::bigint`)
  if (filter.maxRateBp !== undefined) conditions.push(sql`own_bp <= ${filter.maxRateBp}::bigint`)
  return conditions
}

/** The promoter's best rate: the one open to all, or that of a plan they joined or that is theirs alone. */
function ownRate({ at, memberId, filter, sort }: Asked): RawBuilder<unknown> {
  const isRateAsked =
    sort.key === 'tk_rate' || filter.minRateBp !== undefined || filter.maxRateBp !== undefined
  const isOpen = sql`p.starts_at <= ${at} and (p.ends_at is null or p.ends_at > ${at}) and (
    p.kind = 'exclusive' and p.member_id = ${memberId}
    or p.kind = 'targeted' and exists (
      select from plan_members m where m.plan_id = p.id and m.member_id = ${memberId} and m.joined_at <= ${at}
    ))`
  // Where only a rate's being there matters, one that is open to all is enough.
  const isNeeded = isRateAsked ? sql`i.has_private_plans` : sql`i.has_private_plans and i.rate_bp is null`
  return sql`
    case when ${isNeeded} then greatest(
      i.rate_bp,
      (select max(p.rate_bp) from commission_plans p where p.item_id = i.item_id and ${isOpen}),
      (select max(p.rate_bp) from commission_plans p
        where p.item_id is null and p.shop_id = i.shop_id
          and (p.category_id is null or p.category_id in (i.category_id, i.top_id)) and ${isOpen})
    ) else i.rate_bp end`
}

const columns: Record<SortKey, (asked: Asked) => Condition> = {
  // Among titles that hold all the words, the one with the fewest others matches best.
  match: (asked) => (asked.query === undefined ? sql`0` : sql`-word_count`),
  total_sales: () => sql`volume`,
  tk_rate: () => sql`own_bp`,
  tk_mkt_rate: () => sql`marketing_bp`,
  tk_total_sales: () => sql`promoted_volume`,
  tk_total_commi: () => sql`promoted_commission_fen`,
  final_promotion_price: () => sql`final_fen`,
}

// The id at the end makes the order total, so that pages never repeat an item.
function order(sort: Search['sort']): RawBuilder<unknown> {
  return sql`sort_key ${sort.descending ? sql`desc` : sql`asc`}, volume desc, id`
}

function allOf(conditions: readonly Condition[]): RawBuilder<unknown> {
  return sql.join(conditions, sql` and `)
}
