import type { Package } from '@opentbk/top'
import type { Db } from '../../store/store.ts'

/** From one day to another, both included. */
export type DayRange = { from: string; to: string }

export type SiteDay = { day: string; clicks: bigint; paidOrders: bigint; paidFen: bigint }

/** Whether there is this site, of this member where one is named. */
export async function isSite(
  db: Db,
  { siteId, memberId }: { siteId: bigint; memberId: bigint | undefined },
): Promise<boolean> {
  let query = db.selectFrom('sites').select('id').where('id', '=', siteId)
  if (memberId !== undefined) query = query.where('member_id', '=', memberId)
  return (await query.executeTakeFirst()) !== undefined
}

/** The newest first. */
export async function selectSiteDays(db: Db, siteId: bigint, { from, to }: DayRange): Promise<SiteDay[]> {
  const rows = await db
    .selectFrom('site_days')
    .select(['day', 'clicks', 'paid_orders', 'paid_fen'])
    .where('site_id', '=', siteId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day', 'desc')
    .execute()
  return rows.map((row) => ({
    day: row.day,
    clicks: row.clicks,
    paidOrders: row.paid_orders,
    paidFen: row.paid_fen,
  }))
}

export type PackageDay = { day: string; package: Package; calls: bigint }

/** The newest first, a day's packages by name. */
export async function selectPackageDays(db: Db, appId: bigint, range: DayRange): Promise<PackageDay[]> {
  const rows = await db
    .selectFrom('package_days')
    .select(['day', 'package', 'calls'])
    .where('app_id', '=', appId)
    .where('day', '>=', range.from)
    .where('day', '<=', range.to)
    .orderBy('day', 'desc')
    .orderBy('package')
    .execute()
  return rows.map((row) => ({ day: row.day, package: row.package as Package, calls: row.calls }))
}
