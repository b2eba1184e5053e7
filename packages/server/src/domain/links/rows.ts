import { sql } from 'kysely'
import { arrayLiteral } from '../../store/array-literal.ts'
import type { Db } from '../../store/store.ts'

export type ShortLinkRow = {
  code: string
  token: string
  memberId: bigint
  /** Shoppers open it; only its promoter can read it back. */
  isPrivate: boolean
  createdAt: Date
  expiresAt: Date
}
export type TpwdRow = {
  code: string
  token: string
  shortCode: string
  title: string
  memberId: bigint
  isPrivate: boolean
  createdAt: Date
  expiresAt: Date
}

/** A short link and, if wanted, the password that shares its target. */
export type SharedLinkRows = { short: ShortLinkRow; tpwd: TpwdRow | undefined }

/** Writes a group of links in one statement: all of them or, when a code is taken, none. */
export async function insertSharedLinks(db: Db, rows: readonly SharedLinkRows[]): Promise<void> {
  const shorts = rows.map((row) => row.short)
  const tpwds = rows.flatMap((row) => (row.tpwd ? [row.tpwd] : []))
  await sql`
    with s as (
      insert into short_links (code, token, member_id, is_private, created_at, expires_at)
      select * from unnest(
        ${arrayLiteral(shorts, (row) => row.code)}::text[], ${arrayLiteral(shorts, (row) => row.token)}::text[],
        ${arrayLiteral(shorts, (row) => row.memberId)}::bigint[], ${arrayLiteral(shorts, (row) => row.isPrivate)}::boolean[],
        ${arrayLiteral(shorts, (row) => row.createdAt)}::timestamptz[],
        ${arrayLiteral(shorts, (row) => row.expiresAt)}::timestamptz[])
    )
    insert into tpwds (code, token, short_code, title, member_id, is_private, created_at, expires_at)
    select * from unnest(
      ${arrayLiteral(tpwds, (row) => row.code)}::text[], ${arrayLiteral(tpwds, (row) => row.token)}::text[],
      ${arrayLiteral(tpwds, (row) => row.shortCode)}::text[], ${arrayLiteral(tpwds, (row) => row.title)}::text[],
      ${arrayLiteral(tpwds, (row) => row.memberId)}::bigint[], ${arrayLiteral(tpwds, (row) => row.isPrivate)}::boolean[],
      ${arrayLiteral(tpwds, (row) => row.createdAt)}::timestamptz[],
      ${arrayLiteral(tpwds, (row) => row.expiresAt)}::timestamptz[])`.execute(db)
}

export type FoundShortLink = { token: string; isPrivate: boolean; expiresAt: Date }

export async function selectShortLink(db: Db, code: string): Promise<FoundShortLink | undefined> {
  const row = await db
    .selectFrom('short_links')
    .select(['token', 'is_private', 'expires_at'])
    .where('code', '=', code)
    .executeTakeFirst()
  return row && { token: row.token, isPrivate: row.is_private, expiresAt: row.expires_at }
}

export type FoundTpwd = { code: string; token: string; memberId: bigint; isPrivate: boolean; expiresAt: Date }

export async function selectTpwds(db: Db, codes: readonly string[]): Promise<FoundTpwd[]> {
  const rows = await db
    .selectFrom('tpwds')
    .select(['code', 'token', 'member_id', 'is_private', 'expires_at'])
    .where('code', 'in', codes)
    .execute()
  return rows.map((row) => ({
    code: row.code,
    token: row.token,
    memberId: row.member_id,
    isPrivate: row.is_private,
    expiresAt: row.expires_at,
  }))
}

/** Stores a password of a promoter's own words; false while the same words lead elsewhere. */
export async function insertTextTpwd(db: Db, row: TpwdRow): Promise<boolean> {
  const values = {
    code: row.code,
    token: row.token,
    short_code: row.shortCode,
    title: row.title,
    member_id: row.memberId,
    is_private: row.isPrivate,
    created_at: row.createdAt,
    expires_at: row.expiresAt,
  }
  const { code: _, ...renewed } = values
  const stored = await db
    .insertInto('tpwds')
    .values(values)
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet(renewed).where('tpwds.expires_at', '<=', row.createdAt),
    )
    .returning('code')
    .executeTakeFirst()
  return stored !== undefined
}

/** Deletes expired links, at most `limit` of each kind, so that no delete holds locks for long. */
export async function deleteExpiredLinks(db: Db, now: Date, limit: number): Promise<number> {
  const { numAffectedRows: shorts = 0n } = await sql`
    delete from short_links where code in (
      select code from short_links where expires_at < ${now} limit ${limit})`.execute(db)
  const { numAffectedRows: tpwds = 0n } = await sql`
    delete from tpwds where code in (select code from tpwds where expires_at < ${now} limit ${limit})`.execute(
    db,
  )
  return Number(shorts + tpwds)
}
