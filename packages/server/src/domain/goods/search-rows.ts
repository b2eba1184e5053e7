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
 * One page of matches and their count. Materialised step by step: first what the indexes find, then what
 * each costs and earns, then the page. Left to the planner it would walk the sort order and test every item.
 */
export async function selectMatches(db: Db, asked: Asked): Promise<{ total: number; itemIds: bigint[] }> {
  const { rows } = await sql<{ total: bigint; ids: bigint[] }>`
    with hits as materialized (${hits(asked)}),
    rates as (${rates(asked)}),
    prices as (${prices(asked)}),
    found as materialized (
      select hits.*, rates.rate_bp, rates.marketing_bp, prices.final_fen
      from hits join rates on rates.id = hits.id join prices on prices.id = hits.id
      where ${allOf(offerConditions(asked.filter))}
    )
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

/** The best rate open to the promoter, by the rules of decidePlan; goods without a plan drop out. */
function rates(asked: Asked): RawBuilder<unknown> {
  const open = planIsOpen(asked)
  return sql`
    select h.id, greatest(coalesce(own.general_bp, wide.general_bp), own.other_bp, wide.other_bp) as rate_bp,
      coalesce(own.marketing_bp, 0) as marketing_bp
    from hits h
    left join (
      select h.id,
        max(p.rate_bp) filter (where p.kind = 'general') as general_bp,
        max(p.rate_bp) filter (where p.kind <> 'general') as other_bp,
        max(p.rate_bp) filter (where p.kind = 'marketing') as marketing_bp
      from hits h join commission_plans p on p.item_id = h.id
      where ${open} group by h.id
    ) own on own.id = h.id
    left join (
      select k.shop_id, k.category_id,
        coalesce(
          max(p.rate_bp) filter (where p.kind = 'general' and p.category_id = k.category_id),
          max(p.rate_bp) filter (where p.kind = 'general' and p.category_id = k.top_id),
          max(p.rate_bp) filter (where p.kind = 'general' and p.category_id is null)
        ) as general_bp,
        max(p.rate_bp) filter (where p.kind <> 'general') as other_bp
      from (select distinct shop_id, category_id, top_id from hits) k
      join commission_plans p on p.item_id is null and p.shop_id = k.shop_id
        and (p.category_id is null or p.category_id = k.category_id or p.category_id = k.top_id)
      where ${open} group by k.shop_id, k.category_id
    ) wide on wide.shop_id = h.shop_id and wide.category_id = h.category_id
    where own.id is not null or wide.shop_id is not null`
}

function planIsOpen({ at, memberId }: Asked): Condition {
  return sql`p.starts_at <= ${at} and (p.ends_at is null or p.ends_at > ${at}) and (
    p.kind in ('general', 'marketing')
    or p.kind = 'exclusive' and p.member_id = ${memberId}
    or p.kind = 'targeted' and exists (
      select from plan_members m where m.plan_id = p.id and m.member_id = ${memberId} and m.joined_at <= ${at}
    ))`
}

/** The price after the best open coupon, by the rules of decideOffer; face_fen is null without one. */
function prices({ at }: Asked): RawBuilder<unknown> {
  const open = sql`c.remain_count > 0 and c.starts_at <= ${at} and c.ends_at > ${at}
    and c.threshold_fen <= h.selling_fen`
  return sql`
    select h.id, greatest(own.face_fen, wide.face_fen) as face_fen,
      greatest(1, h.selling_fen - coalesce(greatest(own.face_fen, wide.face_fen), 0)) as final_fen
    from hits h
    left join (
      select h.id, max(c.face_fen) as face_fen from hits h join coupons c on c.item_id = h.id
      where ${open} group by h.id
    ) own on own.id = h.id
    left join (
      select h.id, max(c.face_fen) as face_fen
      from hits h join coupons c on c.item_id is null and c.shop_id = h.shop_id
      where ${open} group by h.id
    ) wide on wide.id = h.id`
}

function offerConditions(filter: SearchFilter): Condition[] {
  const conditions = [sql`rates.rate_bp is not null`]
  const add = (wanted: unknown, condition: Condition) => {
    if (wanted !== undefined && wanted !== false) conditions.push(condition)
  }
  add(filter.minPriceFen, sql`prices.final_fen >= ${filter.minPriceFen}`)
  add(filter.maxPriceFen, sql`prices.final_fen <= ${filter.maxPriceFen}`)
  add(filter.minRateBp, sql`rates.rate_bp >= ${filter.minRateBp}::bigint`)
  add(filter.maxRateBp, sql`rates.rate_bp <= ${filter.maxRateBp}::bigint`)
  add(filter.onlyWithCoupon, sql`prices.face_fen is not null`)
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
