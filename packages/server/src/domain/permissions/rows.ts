import type { Db } from '../../store/store.ts'
import type { SiteStop } from './site-stops.ts'

export type GrantedRow = {
  package: string
  /** Null: for all sites. */
  siteId: bigint | null
}

export async function selectGrantedPackages(db: Db, appId: bigint): Promise<GrantedRow[]> {
  const rows = await db
    .selectFrom('permission_grants')
    .select(['package', 'site_id'])
    .where('app_id', '=', appId)
    .where('status', '=', 'granted')
    .execute()
  return rows.map((row) => ({ package: row.package, siteId: row.site_id }))
}

export async function selectSiteStops(db: Db, siteId: bigint): Promise<SiteStop[]> {
  const rows = await db.selectFrom('site_stops').select('cause').where('site_id', '=', siteId).execute()
  return rows.map((row) => row.cause as SiteStop)
}
