import type { Package } from '@opentbk/top'
import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../../store/store.ts'
import type { Basis, Grant, GrantStatus, LossCause } from './grant.ts'

type GrantRow = {
  id: bigint
  app_id: bigint
  app_key: string
  member_id: bigint
  package: Package
  site_id: bigint | null
  site_name: string | null
  status: GrantStatus
  basis: Basis
  is_checked: boolean
  granted_at: Date
  counted_from: Date | null
  withdrawn_at: Date | null
  withdrawn_cause: LossCause | null
}

/** Which grants, and which page of them. */
export type GrantFilter = {
  memberId: bigint | undefined
  appKey: string | undefined
  siteId: bigint | undefined
  package: Package | undefined
  status: GrantStatus | undefined
  after: bigint
  limit: number
}

/** By id, from after one. */
export async function selectGrants(db: Db, filter: GrantFilter): Promise<Grant[]> {
  const { memberId, appKey, siteId, status } = filter
  const all = [sql`g.id > ${filter.after}`]
  if (memberId !== undefined) all.push(sql`a.member_id = ${memberId}`)
  if (appKey !== undefined) all.push(sql`a.app_key = ${appKey}`)
  if (siteId !== undefined) all.push(sql`g.site_id = ${siteId}`)
  if (filter.package !== undefined) all.push(sql`g.package = ${filter.package}`)
  if (status !== undefined) all.push(sql`g.status = ${status}`)
  return query(db, sql`${sql.join(all, sql` and `)} order by g.id limit ${filter.limit}`)
}

export async function selectGrant(db: Db, id: bigint): Promise<Grant | undefined> {
  return (await query(db, sql`g.id = ${id}`))[0]
}

/** The same, with its row locked until the transaction ends. */
export async function lockGrant(tx: Tx, id: bigint): Promise<Grant | undefined> {
  return (await query(tx, sql`g.id = ${id} for update of g`))[0]
}

/** Everything that an app has or had for a site, also what is for all of them. */
export async function selectGrantsOf(db: Db, of: { appId: bigint; siteId: bigint }): Promise<Grant[]> {
  return query(
    db,
    sql`g.app_id = ${of.appId} and (g.site_id = ${of.siteId} or g.site_id is null) order by g.id`,
  )
}

/** What apps hold for a site and rules may take, locked. */
export async function lockCheckedGrants(tx: Tx, siteId: bigint): Promise<Grant[]> {
  const held = sql`g.site_id = ${siteId} and g.status = 'granted' and g.is_checked`
  return query(tx, sql`${held} order by g.id for update of g`)
}

/** link and share that rest on a basic that is no more: of these apps and sites, locked. */
export async function lockDependants(
  tx: Tx,
  lost: readonly { appId: bigint; siteId: bigint | undefined }[],
): Promise<Grant[]> {
  const appIds = lost.map(({ appId }) => appId)
  const siteIds = lost.map(({ siteId }) => siteId ?? null)
  return query(
    tx,
    sql`g.app_id = any(${appIds}::bigint[]) and g.package in ('link', 'share')
      and g.status = 'granted' and g.is_checked and exists (
        select from unnest(${appIds}::bigint[], ${siteIds}::bigint[]) as lost(app_id, site_id)
        where lost.app_id = g.app_id and (lost.site_id is null or lost.site_id = g.site_id)
      ) and not exists (
        select from permission_grants b
        where b.app_id = g.app_id and b.package = 'basic' and b.status = 'granted'
          and (b.site_id = g.site_id or b.site_id is null)
      ) order by g.id for update of g`,
  )
}

/** Those of these grants that a rule may still take, locked; what others hold is passed over or waited for. */
export async function lockHeld(tx: Tx, ids: readonly bigint[], others: 'pass' | 'wait'): Promise<Grant[]> {
  const held = sql`g.id = any(${ids}::bigint[]) and g.status = 'granted' and g.is_checked`
  const lock = others === 'pass' ? sql`for update of g skip locked` : sql`for update of g`
  return query(tx, sql`${held} order by g.id ${lock}`)
}

async function query(db: Db, condition: RawBuilder<unknown>): Promise<Grant[]> {
  const { rows } = await sql<GrantRow>`
    select g.*, a.app_key, a.member_id, s.name as site_name
    from permission_grants g
    join apps a on a.id = g.app_id
    left join sites s on s.id = g.site_id
    where ${condition}`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    appId: row.app_id,
    appKey: row.app_key,
    memberId: row.member_id,
    package: row.package,
    siteId: row.site_id ?? undefined,
    siteName: row.site_name ?? undefined,
    status: row.status,
    basis: row.basis,
    isChecked: row.is_checked,
    grantedAt: row.granted_at,
    countedFrom: row.counted_from ?? undefined,
    withdrawnAt: row.withdrawn_at ?? undefined,
    withdrawnCause: row.withdrawn_cause ?? undefined,
  }))
}

export type NewGrant = {
  appId: bigint
  package: Package
  siteId: bigint | undefined
  basis: Basis
  isChecked: boolean
  at: Date
}

/** Grants, also what was withdrawn before; undefined where it is held already. */
export async function insertGrant(tx: Tx, grant: NewGrant): Promise<bigint | undefined> {
  const row = await tx
    .insertInto('permission_grants')
    .values({
      app_id: grant.appId,
      package: grant.package,
      site_id: grant.siteId ?? null,
      status: 'granted',
      basis: grant.basis,
      is_checked: grant.isChecked,
      granted_at: grant.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['app_id', 'package', 'site_id'])
        .doUpdateSet({
          status: 'granted',
          basis: grant.basis,
          is_checked: grant.isChecked,
          granted_at: grant.at,
          counted_from: null,
          withdrawn_at: null,
          withdrawn_cause: null,
        })
        .where('permission_grants.status', '=', 'withdrawn'),
    )
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Reinstated: what counts begins anew. */
export async function updateReinstated(tx: Tx, id: bigint, at: Date): Promise<void> {
  await tx
    .updateTable('permission_grants')
    .set({ status: 'granted', counted_from: at, withdrawn_at: null, withdrawn_cause: null })
    .where('id', '=', id)
    .execute()
}

/** One statement for any number, so that caches are emptied once. */
export async function updateWithdrawn(
  tx: Tx,
  lost: readonly { id: bigint; cause: LossCause }[],
  at: Date,
): Promise<void> {
  await sql`
    update permission_grants g
    set status = 'withdrawn', withdrawn_at = ${at}, withdrawn_cause = lost.cause
    from unnest(${lost.map(({ id }) => id)}::bigint[], ${lost.map(({ cause }) => cause)}::text[])
      as lost(id, cause)
    where g.id = lost.id`.execute(tx)
}

/** Whatever decides about an app's packages holds the app: so of two at once the later one sees the first. */
export async function lockApp(tx: Tx, appKey: string): Promise<{ id: bigint; memberId: bigint } | undefined> {
  const row = await tx
    .selectFrom('apps')
    .select(['id', 'member_id'])
    .where('app_key', '=', appKey)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row && { id: row.id, memberId: row.member_id }
}

/** The site, where it is this member's. */
export async function selectOwnSite(
  db: Db,
  memberId: bigint,
  siteId: bigint,
): Promise<{ id: bigint; name: string } | undefined> {
  return db
    .selectFrom('sites')
    .select(['id', 'name'])
    .where('id', '=', siteId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
}

/** Whether an app holds a package for this site, by itself or with all sites. */
export async function selectHolding(
  db: Db,
  of: { appId: bigint; package: Package; siteId: bigint },
): Promise<boolean> {
  const row = await db
    .selectFrom('permission_grants')
    .select('id')
    .where('app_id', '=', of.appId)
    .where('package', '=', of.package)
    .where('status', '=', 'granted')
    .where((eb) => eb.or([eb('site_id', '=', of.siteId), eb('site_id', 'is', null)]))
    .executeTakeFirst()
  return row !== undefined
}

/** The app, where it is this member's. */
export async function selectOwnApp(
  db: Db,
  memberId: bigint,
  appKey: string,
): Promise<{ id: bigint } | undefined> {
  return db
    .selectFrom('apps')
    .select('id')
    .where('app_key', '=', appKey)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
}
