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
 * One page of matches and their count, step by step: what the indexes find, what bears on each offer, the
 * offers, the page. Every step passes its rows on and none joins them to themselves, so that the work stays
 * linear however wrong the planner's guess of the hits is (words of a title are never independent).
 */
export async function selectMatches(db: Db, asked: Asked): Promise<{ total: number; itemIds: bigint[] }> {
  const { rows } = await sql<{ total: bigint; ids: bigint[] }>`
    with hits as materialized (${hits(asked)}),
    terms as (${planTerms(asked)} union all ${couponTerms(asked)}),
    offers as (${offers()}),
    found as materialized (select * from offers where ${allOf(offerConditions(asked.filter))})
    select
      (select count(*) from (select from found limit ${asked.maxTotal}) counted) as total,
      array(select id from found order by ${order(asked.sort)} limit ${asked.limit} offset ${asked.offset}) as ids
  `.execute(db)
  const row = rows[0]
  return { total: Number(row?.total ?? 0n), itemIds: row?.ids ?? [] }
}

function hits(asked: Asked): RawBuilder<unknown> {
  const { at } = asked
  // Among titles that hold all the words, the one with the fewest others matches best.
  const score = asked.query === undefined ? sql`0` : sql`-length(i.search)`
  return sql`
    select i.id, i.shop_id, i.category_id, coalesce(c.parent_id, c.id) as top_id, i.volume,
      i.promoted_volume, i.promoted_commission_fen, ${score} as score,
      case
        when i.promotion_price_fen < i.price_fen
          and coalesce(i.promotion_starts_at <= ${at}, true) and coalesce(i.promotion_ends_at > ${at}, true)
        then i.promotion_price_fen else i.price_fen
      end as selling_fen
    from items i
    join shops s on s.id = i.shop_id
    join categories c on c.id = i.category_id
    where ${allOf(itemConditions(asked))}`
}

function itemConditions({ filter, query }: Asked): Condition[] {
  const conditions = [sql`i.status = 'on'`, sql`i.promoted`, sql`s.status = 'open'`]
  const add = (wanted: unknown, condition: Condition) => {
    if (wanted !== undefined && wanted !== false) conditions.push(condition)
  }
  add(query, sql`i.search @@ ${query}::tsquery`)
  if (filter.categoryIds && filter.categoryIds.length > 0) {
    const ids = sql`${filter.categoryIds}::bigint[]`
    conditions.push(
      sql`i.category_id in (select id from categories where id = any(${ids}) or parent_id = any(${ids}))`,
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

const hitColumns = sql`h.id, h.volume, h.promoted_volume, h.promoted_commission_fen, h.score, h.selling_fen`

/** Every plan that covers a hit and is open to the promoter, as decidePlan tells them. */
function planTerms({ at, memberId }: Asked): RawBuilder<unknown> {
  const isOpen = sql`p.starts_at <= ${at} and (p.ends_at is null or p.ends_at > ${at}) and (
    p.kind in ('general', 'marketing')
    or p.kind = 'exclusive' and p.member_id = ${memberId}
    or p.kind = 'targeted' and exists (
      select from plan_members m where m.plan_id = p.id and m.member_id = ${memberId} and m.joined_at <= ${at}
    ))`
  return sql`
    select ${hitColumns}, p.kind, p.rate_bp, 3 as closeness, null::bigint as face_fen
    from hits h join commission_plans p on p.item_id = h.id
    where ${isOpen}
    union all
    select ${hitColumns}, p.kind, p.rate_bp,
      case when p.category_id is null then 0 when p.category_id = h.category_id then 2 else 1 end, null
    from hits h join commission_plans p on p.item_id is null and p.shop_id = h.shop_id
      and (p.category_id is null or p.category_id = h.category_id or p.category_id = h.top_id)
    where ${isOpen}`
}

/** Every coupon that a shopper could use on a hit now, as decideOffer tells them. */
function couponTerms({ at }: Asked): RawBuilder<unknown> {
  const isOpen = sql`c.remain_count > 0 and c.starts_at <= ${at} and c.ends_at > ${at}
    and c.threshold_fen <= h.selling_fen`
  return sql`
    select ${hitColumns}, null, null, null, c.face_fen
    from hits h join coupons c on c.item_id = h.id where ${isOpen}
    union all
    select ${hitColumns}, null, null, null, c.face_fen
    from hits h join coupons c on c.item_id is null and c.shop_id = h.shop_id where ${isOpen}`
}

/** Of the plans the best rate (of general ones the closest), of the coupons the largest. */
function offers(): RawBuilder<unknown> {
  const general = (closeness: number) =>
    sql`max(rate_bp) filter (where kind = 'general' and closeness = ${sql.lit(closeness)})`
  return sql`
    select h.id, h.volume, h.promoted_volume, h.promoted_commission_fen, h.score,
      greatest(
        coalesce(${general(3)}, ${general(2)}, ${general(1)}, ${general(0)}),
        max(rate_bp) filter (where kind <> 'general')
      ) as rate_bp,
      coalesce(max(rate_bp) filter (where kind = 'marketing'), 0) as marketing_bp,
      max(face_fen) as face_fen,
      greatest(1, h.selling_fen - coalesce(max(face_fen), 0)) as final_fen
    from terms h
    group by ${hitColumns}`
}

function offerConditions(filter: SearchFilter): Condition[] {
  const conditions = [sql`rate_bp is not null`]
  const add = (wanted: unknown, condition: Condition) => {
    if (wanted !== undefined && wanted !== false) conditions.push(condition)
  }
  add(filter.minPriceFen, sql`final_fen >= ${filter.minPriceFen}`)
  add(filter.maxPriceFen, sql`final_fen <= ${filter.maxPriceFen}`)
  add(filter.minRateBp, sql`rate_bp >= ${filter.minRateBp}::bigint`)
  add(filter.maxRateBp, sql`rate_bp <= ${filter.maxRateBp}::bigint`)
  add(filter.onlyWithCoupon, sql`face_fen is not null`)
  return conditions
}

const columns: Record<SortKey, Condition> = {
  match: sql`score`,
  total_sales: sql`volume`,
  tk_rate: sql`rate_bp`,
  tk_mkt_rate: sql`marketing_bp`,
  tk_total_sales: sql`promoted_volume`,
  tk_total_commi: sql`promoted_commission_fen`,
  final_promotion_price: sql`final_fen`,
}

// The id at the end makes the order total, so that pages never repeat an item.
function order(sort: Search['sort']): RawBuilder<unknown> {
  return sql`${columns[sort.key]} ${sort.descending ? sql`desc` : sql`asc`}, volume desc, id`
}

function allOf(conditions: readonly Condition[]): RawBuilder<unknown> {
  return sql.join(conditions, sql` and `)
}
