import { sql } from 'kysely'
import type { Db, Tx } from '../../store/store.ts'

export type RefreshTokenRow = {
  id: bigint
  grantId: bigint
  memberId: bigint
  expiresAt: Date
  usedAt: Date | null
}

export async function insertRefreshToken(
  tx: Tx,
  token: { hash: Buffer; grantId: bigint; createdAt: Date; expiresAt: Date },
): Promise<bigint> {
  const { id } = await tx
    .insertInto('refresh_tokens')
    .values({
      token_hash: token.hash,
      grant_id: token.grantId,
      created_at: token.createdAt,
      expires_at: token.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A refresh token of this app. */
export async function selectRefreshToken(
  db: Db,
  of: { hashes: readonly Buffer[]; appId: bigint },
): Promise<RefreshTokenRow | undefined> {
  return toToken(await tokenOf(db, of).executeTakeFirst())
}

/** The same, held until the transaction ends: of two requests with one token the second sees it used. */
export async function lockRefreshToken(
  tx: Tx,
  of: { hashes: readonly Buffer[]; appId: bigint },
): Promise<RefreshTokenRow | undefined> {
  return toToken(await tokenOf(tx, of).forUpdate('refresh_tokens').executeTakeFirst())
}

export async function updateReplaced(
  tx: Tx,
  id: bigint,
  { at, replacedBy }: { at: Date; replacedBy: bigint },
): Promise<void> {
  await tx
    .updateTable('refresh_tokens')
    .set({ used_at: at, replaced_by: replacedBy })
    .where('id', '=', id)
    .execute()
}

/** What replaced a token ends later than it, so that nothing is left that names a deleted one. */
export async function deleteExpiredTokens(db: Db, before: Date, most: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from refresh_tokens where id in (
      select id from refresh_tokens where expires_at < ${before} order by expires_at, id limit ${most}
    )`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

function tokenOf(db: Db, of: { hashes: readonly Buffer[]; appId: bigint }) {
  return db
    .selectFrom('refresh_tokens')
    .innerJoin('oauth_grants', 'oauth_grants.id', 'refresh_tokens.grant_id')
    .select([
      'refresh_tokens.id',
      'refresh_tokens.grant_id',
      'refresh_tokens.used_at',
      'oauth_grants.member_id',
    ])
    .select('refresh_tokens.expires_at')
    .where('refresh_tokens.token_hash', 'in', of.hashes)
    .where('oauth_grants.app_id', '=', of.appId)
}

function toToken(
  row: Awaited<ReturnType<ReturnType<typeof tokenOf>['executeTakeFirst']>>,
): RefreshTokenRow | undefined {
  if (!row) return undefined
  return {
    id: row.id,
    grantId: row.grant_id,
    memberId: row.member_id,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
  }
}
