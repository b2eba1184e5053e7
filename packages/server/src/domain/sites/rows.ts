import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../store/store.ts'
import type { SitesTable } from '../../store/tables.ts'
import type { Filing, Site, SiteCategory, SiteKind, SiteStatus } from './site.ts'

/** Holds a member's sites against others being filed at the same time. */
export async function holdFiling(tx: Tx, memberId: bigint): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('sites', ${memberId}))`.execute(tx)
}

export async function countSites(db: Db, memberId: bigint): Promise<number> {
  const row = await db
    .selectFrom('sites')
    .select((eb) => eb.fn.countAll<bigint>().as('n'))
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** The member's site that has this address and was not taken out. */
export async function selectSiteAt(
  db: Db,
  { memberId, address, but }: { memberId: bigint; address: string; but?: bigint },
): Promise<bigint | undefined> {
  let query = db
    .selectFrom('sites')
    .select('id')
    .where('member_id', '=', memberId)
    .where('address', '=', address)
    .where('status', '<>', 'withdrawn')
  if (but !== undefined) query = query.where('id', '<>', but)
  const row = await query.orderBy('id').limit(1).executeTakeFirst()
  return row?.id
}

export async function insertSite(
  tx: Tx,
  { memberId, filing, at }: { memberId: bigint; filing: Filing; at: Date },
): Promise<Site> {
  const row = await tx
    .insertInto('sites')
    .values({ member_id: memberId, ...filing, status: 'filed', created_at: at })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toSite(row)
}

/** Which sites; a member's own where the member is named. */
export type SiteKey = { id: bigint; memberId?: bigint | undefined }

export async function selectSite(db: Db, key: SiteKey): Promise<Site | undefined> {
  const row = await site(db, key).executeTakeFirst()
  return row && toSite(row)
}

/** The same, held against other changes. */
export async function lockSite(tx: Tx, key: SiteKey): Promise<Site | undefined> {
  const row = await site(tx, key).forUpdate().executeTakeFirst()
  return row && toSite(row)
}

function site(db: Db, { id, memberId }: SiteKey) {
  const query = db.selectFrom('sites').selectAll().where('id', '=', id)
  return memberId === undefined ? query : query.where('member_id', '=', memberId)
}

export async function updateSite(tx: Tx, site: Site): Promise<void> {
  const { id, kind, name, address, category, status } = site
  await tx
    .updateTable('sites')
    .set({
      ...{ kind, name, address, category, status },
      is_platform: site.isPlatform,
      owner_attested_at: site.ownerAttestedAt ?? null,
      component_attested_at: site.componentAttestedAt ?? null,
      reviewed_at: site.reviewedAt ?? null,
      review_reason: site.reviewReason ?? null,
    })
    .where('id', '=', id)
    .execute()
}

/** Which sites, and which page of them. */
export type SiteFilter = {
  status: SiteStatus | undefined
  /** Undefined is everybody's, for operators. */
  memberId: bigint | undefined
  after: bigint
  limit: number
}

/** The oldest first, after an id. */
export async function selectSites(db: Db, filter: SiteFilter): Promise<Site[]> {
  const { status, memberId, after, limit } = filter
  let query = db.selectFrom('sites').selectAll().where('id', '>', after)
  if (status !== undefined) query = query.where('status', '=', status)
  if (memberId !== undefined) query = query.where('member_id', '=', memberId)
  const rows = await query.orderBy('id').limit(limit).execute()
  return rows.map(toSite)
}

export async function selectSitesById(db: Db, ids: readonly bigint[]): Promise<Site[]> {
  const { rows } = await sql<Selectable<SitesTable>>`
    select * from sites where id = any(${ids}::bigint[])`.execute(db)
  return rows.map(toSite)
}

function toSite(row: Selectable<SitesTable>): Site {
  return {
    id: row.id,
    memberId: row.member_id,
    kind: row.kind as SiteKind,
    name: row.name,
    address: row.address,
    category: row.category as SiteCategory,
    status: row.status as SiteStatus,
    isPlatform: row.is_platform,
    ownerAttestedAt: row.owner_attested_at ?? undefined,
    componentAttestedAt: row.component_attested_at ?? undefined,
    reviewedAt: row.reviewed_at ?? undefined,
    reviewReason: row.review_reason ?? undefined,
    createdAt: row.created_at,
  }
}
