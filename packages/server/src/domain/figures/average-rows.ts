import type { Package } from '@opentbk/top'
import { sql } from 'kysely'
import type { Db } from '../../store/store.ts'
import type { Sums } from './rules.ts'

/** What sites had from one day to another, both included. A site without a row is absent. */
export async function selectSums(
  db: Db,
  siteIds: readonly bigint[],
  { from, to }: { from: string; to: string },
): Promise<Map<bigint, Sums>> {
  const { rows } = await sql<{ site_id: bigint; clicks: bigint; paid_orders: bigint; paid_fen: bigint }>`
    select site_id, sum(clicks)::bigint as clicks, sum(paid_orders)::bigint as paid_orders,
      sum(paid_fen)::bigint as paid_fen
    from site_days
    where site_id = any(${siteIds}::bigint[]) and day between ${from}::date and ${to}::date
    group by site_id`.execute(db)
  return new Map(
    rows.map((row) => [
      row.site_id,
      { clicks: row.clicks, paidOrders: row.paid_orders, paidFen: row.paid_fen },
    ]),
  )
}

// From the newest row backwards, a few index entries a site, where a maximum would read all of them.
export async function selectLastPaidDays(db: Db, siteIds: readonly bigint[]): Promise<Map<bigint, string>> {
  const { rows } = await sql<{ site_id: bigint; day: string }>`
    select site.id as site_id, last.day from unnest(${siteIds}::bigint[]) as site(id)
    cross join lateral (
      select day from site_days where site_id = site.id and paid_orders > 0 order by day desc limit 1
    ) last`.execute(db)
  return new Map(rows.map((row) => [row.site_id, row.day]))
}

/** The last day that an app called a package's methods, in the order of what was asked. */
export async function selectLastCallDays(
  db: Db,
  asked: readonly { appId: bigint; package: Package }[],
): Promise<(string | null)[]> {
  const { rows } = await sql<{ day: string | null }>`
    select last.day from unnest(
      ${asked.map((one) => one.appId)}::bigint[], ${asked.map((one) => one.package)}::text[]
    ) with ordinality as asked(app_id, package, n)
    left join lateral (
      select day from package_days d
      where d.app_id = asked.app_id and d.package = asked.package and calls > 0 order by day desc limit 1
    ) last on true
    order by asked.n`.execute(db)
  return rows.map((row) => row.day)
}
