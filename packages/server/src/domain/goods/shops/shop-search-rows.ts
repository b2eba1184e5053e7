import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../store/store.ts'
import type { ShopFilter, ShopSearch, ShopSortKey } from './search-shops.ts'

type Asked = Pick<ShopSearch, 'filter' | 'sort'> & {
  words: readonly string[]
  at: Date
  offset: number
  limit: number
}

/** A page of open shops that match, and how many do. Shops are few, so they are read one by one. */
export async function selectShopMatches(db: Db, asked: Asked): Promise<{ total: number; ids: bigint[] }> {
  const { filter, sort } = asked
  const { rows } = await sql<{ total: bigint; ids: bigint[] }>`
    with shown as (
      select s.id, s.is_tmall, s.rating, coalesce(f.item_count, 0) as item_count,
        coalesce(f.promoted_count, 0) as promoted_count, coalesce(f.volume, 0) as volume, plan.rate_bp
      from shops s
      left join shop_figures f on f.shop_id = s.id
      left join categories c on c.id = f.main_category_id
      cross join lateral (
        select coalesce(max(p.rate_bp), 0) as rate_bp from commission_plans p
        where p.shop_id = s.id and p.item_id is null and p.category_id is null and p.kind = 'general'
          and p.starts_at <= ${asked.at} and (p.ends_at is null or p.ends_at > ${asked.at})
      ) plan
      where s.status = 'open' and not s.plans_paused and (
        select bool_and(strpos(lower(normalize(concat_ws(' ', s.title, s.nick, c.name), NFKC)), word) > 0)
        from unnest(${asked.words}::text[]) as word
      )
    ),
    found as materialized (select * from shown where ${allOf(conditions(filter))})
    select (select count(*) from found) as total, array(
      select id from found
      order by ${columns[sort.key]} ${sort.descending ? sql`desc` : sql`asc`}, volume desc, id
      limit ${asked.limit} offset ${asked.offset}
    ) as ids`.execute(db)
  const row = rows[0] as { total: bigint; ids: bigint[] }
  return { total: Number(row.total), ids: row.ids }
}

const columns: Record<ShopSortKey, RawBuilder<unknown>> = {
  commission_rate: sql`rate_bp`,
  auction_count: sql`item_count`,
  total_auction: sql`volume`,
}

function conditions(filter: ShopFilter): RawBuilder<unknown>[] {
  const found = [sql`true`]
  const between = (column: RawBuilder<unknown>, range: ShopFilter['rating']) => {
    if (range?.min !== undefined) found.push(sql`${column} >= ${range.min}::bigint`)
    if (range?.max !== undefined) found.push(sql`${column} <= ${range.max}::bigint`)
  }
  if (filter.onlyTmall) found.push(sql`is_tmall`)
  between(sql`rating`, filter.rating)
  between(sql`rate_bp`, filter.rateBp)
  between(sql`item_count`, filter.itemCount)
  between(sql`promoted_count`, filter.promotedCount)
  return found
}

function allOf(found: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join(found, sql` and `)
}

/** Open shops of the same main category, the best sold first. */
export async function selectRelatedShops(db: Db, shopId: bigint, limit: number): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`
    select s.id from shop_figures own
    join shop_figures f on f.main_category_id = own.main_category_id
    join shops s on s.id = f.shop_id
    where own.shop_id = ${shopId} and s.id <> own.shop_id and s.status = 'open' and not s.plans_paused
      and f.promoted_count > 0
    order by f.volume desc, s.id limit ${limit}`.execute(db)
  return rows.map((row) => row.id)
}

export async function renewShopFigures(db: Db): Promise<void> {
  await sql`select renew_shop_figures()`.execute(db)
}
