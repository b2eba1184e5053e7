import { sql } from 'kysely'
import type { Db, Tx } from '../../store/store.ts'

export type CodeRow = {
  hash: Buffer
  memberId: bigint
  redirectUri: string
  challenge: string | null
  expiresAt: Date
  usedAt: Date | null
  grantId: bigint | null
}

type NewCode = Omit<CodeRow, 'usedAt' | 'grantId'> & { appId: bigint; createdAt: Date }

export async function insertCode(db: Db, code: NewCode): Promise<void> {
  await db
    .insertInto('oauth_codes')
    .values({
      code_hash: code.hash,
      app_id: code.appId,
      member_id: code.memberId,
      redirect_uri: code.redirectUri,
      challenge: code.challenge,
      created_at: code.createdAt,
      expires_at: code.expiresAt,
    })
    .execute()
}

export async function selectCode(
  db: Db,
  of: { hashes: readonly Buffer[]; appId: bigint },
): Promise<CodeRow | undefined> {
  return toCode(await codeOf(db, of).executeTakeFirst())
}

/** The same, held until the transaction ends: of two requests with one code the second sees it used. */
export async function lockCode(
  tx: Tx,
  of: { hashes: readonly Buffer[]; appId: bigint },
): Promise<CodeRow | undefined> {
  return toCode(await codeOf(tx, of).forUpdate().executeTakeFirst())
}

export async function updateUsed(
  tx: Tx,
  hash: Buffer,
  { at, grantId }: { at: Date; grantId: bigint },
): Promise<void> {
  await tx
    .updateTable('oauth_codes')
    .set({ used_at: at, grant_id: grantId })
    .where('code_hash', '=', hash)
    .execute()
}

/** Whatever the member approved for the app and the app did not fetch yet. */
export async function closeCodes(tx: Tx, of: { appId: bigint; memberId: bigint; at: Date }): Promise<void> {
  await tx
    .updateTable('oauth_codes')
    .set({ used_at: of.at })
    .where('app_id', '=', of.appId)
    .where('member_id', '=', of.memberId)
    .where('used_at', 'is', null)
    .execute()
}

export async function deleteExpiredCodes(db: Db, before: Date, most: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from oauth_codes where code_hash in (
      select code_hash from oauth_codes where expires_at < ${before} order by expires_at limit ${most}
    )`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

function codeOf(db: Db, of: { hashes: readonly Buffer[]; appId: bigint }) {
  return db
    .selectFrom('oauth_codes')
    .selectAll()
    .where('code_hash', 'in', of.hashes)
    .where('app_id', '=', of.appId)
}

function toCode(
  row: Awaited<ReturnType<ReturnType<typeof codeOf>['executeTakeFirst']>>,
): CodeRow | undefined {
  if (!row) return undefined
  return {
    hash: row.code_hash,
    memberId: row.member_id,
    redirectUri: row.redirect_uri,
    challenge: row.challenge,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
    grantId: row.grant_id,
  }
}
