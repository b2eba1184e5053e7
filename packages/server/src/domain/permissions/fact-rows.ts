import type { Package } from '@opentbk/top'
import { sql } from 'kysely'
import type { Db } from '../../store/store.ts'

/** An app and a site that a package is, or would be, for. */
export type Subject = { appId: bigint; package: Package; siteId: bigint }

type SubjectRow = { holds_basic: boolean; is_invited: boolean; has_violation: boolean }

/** What is known of subjects beside their site's figures, in the order given. */
export async function selectEntryFacts(db: Db, subjects: readonly Subject[]): Promise<SubjectRow[]> {
  const { rows } = await sql<SubjectRow>`
    select
      exists (
        select from permission_grants g
        where g.app_id = s.app_id and g.package = 'basic' and g.status = 'granted'
          and (g.site_id = s.site_id or g.site_id is null)
      ) as holds_basic,
      exists (
        select from permission_invitations i where i.site_id = s.site_id and i.package = s.package
      ) as is_invited,
      exists (
        select from site_stops t where t.site_id = s.site_id and t.cause = 'violation'
      ) as has_violation
    from unnest(
      ${subjects.map((one) => one.appId)}::bigint[],
      ${subjects.map((one) => one.package)}::text[],
      ${subjects.map((one) => one.siteId)}::bigint[]
    ) with ordinality as s(app_id, package, site_id, n)
    order by s.n`.execute(db)
  return rows
}
