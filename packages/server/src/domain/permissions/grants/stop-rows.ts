import type { Package } from '@opentbk/top'
import { sql } from 'kysely'
import type { Tx } from '../../../store/store.ts'

/** Whose link or share is meant: of one site, or of all that the app's owner has. */
export type OfSites = { memberId: bigint; siteId: bigint | undefined }

type StopPackage = Extract<Package, 'link' | 'share'>

/** Links stop on those of these sites for which nobody holds the package any more. */
export async function insertLossStops(
  tx: Tx,
  of: readonly OfSites[],
  { package: pkg, at }: { package: StopPackage; at: Date },
): Promise<void> {
  await sql`
    insert into site_stops (site_id, cause, since)
    select distinct s.id, ${pkg}::text, ${at}::timestamptz
    from unnest(${of.map((one) => one.memberId)}::bigint[], ${of.map((one) => one.siteId ?? null)}::bigint[])
      as lost(member_id, site_id)
    join sites s on s.member_id = lost.member_id and (lost.site_id is null or s.id = lost.site_id)
    where not exists (
      select from permission_grants g join apps a on a.id = g.app_id
      where a.member_id = s.member_id and g.package = ${pkg} and g.status = 'granted'
        and (g.site_id = s.id or g.site_id is null)
    )
    on conflict do nothing`.execute(tx)
}

export async function insertViolationStop(tx: Tx, siteId: bigint, at: Date): Promise<void> {
  await tx
    .insertInto('site_stops')
    .values({ site_id: siteId, cause: 'violation', since: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The package is held again: what its loss stopped goes on. */
export async function deleteLossStops(tx: Tx, of: OfSites, pkg: StopPackage): Promise<void> {
  await sql`
    delete from site_stops t using sites s
    where s.id = t.site_id and t.cause = ${pkg} and s.member_id = ${of.memberId}
      and (${of.siteId ?? null}::bigint is null or s.id = ${of.siteId ?? null}::bigint)`.execute(tx)
}

/** False where the site was not stopped for a violation. */
export async function deleteViolationStop(tx: Tx, siteId: bigint): Promise<boolean> {
  const row = await tx
    .deleteFrom('site_stops')
    .where('site_id', '=', siteId)
    .where('cause', '=', 'violation')
    .returning('site_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Whether something else of the site is withdrawn for a violation. */
export async function hasOtherViolation(tx: Tx, siteId: bigint): Promise<boolean> {
  const row = await tx
    .selectFrom('permission_grants')
    .select('id')
    .where('site_id', '=', siteId)
    .where('status', '=', 'withdrawn')
    .where('withdrawn_cause', '=', 'violation')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function selectOwner(tx: Tx, siteId: bigint): Promise<bigint> {
  const row = await tx
    .selectFrom('sites')
    .select('member_id')
    .where('id', '=', siteId)
    .executeTakeFirstOrThrow()
  return row.member_id
}
