import type { Db } from '../../store/store.ts'

export async function insertReset(
  db: Db,
  row: { tokenHash: Buffer; memberId: bigint; at: Date; expiresAt: Date },
): Promise<void> {
  await db
    .insertInto('password_resets')
    .values({
      token_hash: row.tokenHash,
      member_id: row.memberId,
      created_at: row.at,
      expires_at: row.expiresAt,
      used_at: null,
    })
    .execute()
}

type Wanted = { tokenHashes: readonly Buffer[]; now: Date }

/** Whose reset it is, while it can be used. */
export async function selectReset(db: Db, { tokenHashes, now }: Wanted): Promise<bigint | undefined> {
  const row = await db
    .selectFrom('password_resets')
    .select('member_id')
    .where('token_hash', 'in', tokenHashes)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row?.member_id
}

/** Uses it up: of two who come with one token, one is too late. */
export async function takeReset(db: Db, { tokenHashes, now }: Wanted): Promise<bigint | undefined> {
  const row = await db
    .updateTable('password_resets')
    .set({ used_at: now })
    .where('token_hash', 'in', tokenHashes)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('member_id')
    .executeTakeFirst()
  return row?.member_id
}

/** With a new password every open reset is void. */
export async function voidResets(db: Db, memberId: bigint, now: Date): Promise<void> {
  await db
    .updateTable('password_resets')
    .set({ used_at: now })
    .where('member_id', '=', memberId)
    .where('used_at', 'is', null)
    .execute()
}

export async function deleteOldResets(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('password_resets')
    .where('expires_at', '<', before)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
