import { sql } from 'kysely'
import type { Db } from '../../store/store.ts'

export type AppRow = {
  id: bigint
  appKey: string
  name: string
  ownerId: bigint
  live: boolean
  ipList: string[]
  /** Sealed; the live ones, the newest first. */
  secrets: { sealed: Buffer; retiresAt: Date | null }[]
}

export async function selectApp(db: Db, appKey: string): Promise<AppRow | undefined> {
  const app = await db.selectFrom('apps').selectAll().where('app_key', '=', appKey).executeTakeFirst()
  if (!app) return undefined
  const secrets = await db
    .selectFrom('app_secrets')
    .select(['secret_sealed', 'retires_at'])
    .where('app_id', '=', app.id)
    .orderBy('id', 'desc')
    .limit(2)
    .execute()
  return {
    id: app.id,
    appKey: app.app_key,
    name: app.name,
    ownerId: app.member_id,
    live: app.status === 'live',
    ipList: app.ip_list,
    secrets: secrets.map((row) => ({ sealed: row.secret_sealed, retiresAt: row.retires_at })),
  }
}

export type SessionRow = { id: bigint; appId: bigint; memberId: bigint; expiresAt: Date; withdrawn: boolean }

export async function selectSession(db: Db, tokenHashes: readonly Buffer[]): Promise<SessionRow | undefined> {
  const row = await db
    .selectFrom('sessions')
    .select(['id', 'app_id', 'member_id', 'expires_at', 'withdrawn_at'])
    .where('token_hash', 'in', tokenHashes)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    appId: row.app_id,
    memberId: row.member_id,
    expiresAt: row.expires_at,
    withdrawn: row.withdrawn_at !== null,
  }
}

/** When the longest live authorisation of this publisher to this app ends. */
export async function selectAuthorisedUntil(
  db: Db,
  appId: bigint,
  memberId: bigint,
): Promise<Date | undefined> {
  const row = await db
    .selectFrom('sessions')
    .select((eb) => eb.fn.max('expires_at').as('until'))
    .where('app_id', '=', appId)
    .where('member_id', '=', memberId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row?.until ?? undefined
}

export type MemberRow = { id: bigint; name: string; roles: string[]; inGoodStanding: boolean }

export async function selectMember(db: Db, id: bigint): Promise<MemberRow | undefined> {
  const row = await db
    .selectFrom('members')
    .select(['id', 'name', 'roles', 'standing'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { id: row.id, name: row.name, roles: row.roles, inGoodStanding: row.standing === 'good' }
}

export type AdzoneRow = {
  id: bigint
  name: string
  memberId: bigint
  siteId: bigint
  siteName: string
  siteApproved: boolean
}

export async function selectAdzone(db: Db, id: bigint): Promise<AdzoneRow | undefined> {
  const row = await db
    .selectFrom('adzones')
    .innerJoin('sites', 'sites.id', 'adzones.site_id')
    .select(['adzones.id', 'adzones.name', 'adzones.member_id', 'adzones.site_id', 'sites.name as site_name'])
    .select('sites.status as site_status')
    .where('adzones.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    name: row.name,
    memberId: row.member_id,
    siteId: row.site_id,
    siteName: row.site_name,
    siteApproved: row.site_status === 'approved',
  }
}

export async function selectSite(
  db: Db,
  owner: bigint,
  siteId: bigint,
): Promise<{ id: bigint; approved: boolean } | undefined> {
  const row = await db
    .selectFrom('sites')
    .select(['id', 'status'])
    .where('id', '=', siteId)
    .where('member_id', '=', owner)
    .executeTakeFirst()
  return row && { id: row.id, approved: row.status === 'approved' }
}

export async function selectSiteStatus(db: Db, siteId: bigint): Promise<string | undefined> {
  const row = await db.selectFrom('sites').select('status').where('id', '=', siteId).executeTakeFirst()
  return row?.status
}

export async function insertAdzone(
  db: Db,
  row: { memberId: bigint; siteId: bigint; name: string; createdAt: Date },
): Promise<bigint> {
  const { id } = await db
    .insertInto('adzones')
    .values({ member_id: row.memberId, site_id: row.siteId, name: row.name, created_at: row.createdAt })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Adzones of a site, counted up to a limit that no site may pass. */
export async function countAdzones(db: Db, siteId: bigint): Promise<number> {
  const { rows } = await sql<{ n: bigint }>`
    select count(*) as n from adzones where site_id = ${siteId}`.execute(db)
  return Number(rows[0]?.n ?? 0n)
}

type OwnAdzones = { memberId: bigint; siteId: bigint | undefined }

export async function countOwnAdzones(db: Db, of: OwnAdzones): Promise<number> {
  const row = await ownAdzones(db, of)
    .select((eb) => eb.fn.countAll<bigint>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export async function selectOwnAdzones(
  db: Db,
  of: OwnAdzones,
  limit: number,
): Promise<{ id: bigint; siteId: bigint; name: string }[]> {
  const rows = await ownAdzones(db, of)
    .select(['adzones.id', 'adzones.site_id', 'adzones.name'])
    .orderBy('adzones.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ id: row.id, siteId: row.site_id, name: row.name }))
}

// By way of the sites, which have an index by member.
function ownAdzones(db: Db, of: OwnAdzones) {
  const query = db
    .selectFrom('adzones')
    .innerJoin('sites', 'sites.id', 'adzones.site_id')
    .where('sites.member_id', '=', of.memberId)
  return of.siteId === undefined ? query : query.where('sites.id', '=', of.siteId)
}

/** Adds members; their ids in the order given. */
export async function insertMembers(
  db: Db,
  members: readonly { name: string; roles: string[]; created_at: Date }[],
): Promise<bigint[]> {
  if (members.length === 0) return []
  const rows = await db.insertInto('members').values(members).returning('id').execute()
  return rows.map((row) => row.id)
}
