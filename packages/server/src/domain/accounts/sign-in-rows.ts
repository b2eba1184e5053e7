import type { Db } from '../../store/store.ts'

export type SignInRow = { id: bigint; memberId: bigint; expiresAt: Date; lastSeenAt: Date }

/** A sign-in that nobody ended; whether its time is over is the caller's to say. */
export async function selectSignIn(db: Db, tokenHashes: readonly Buffer[]): Promise<SignInRow | undefined> {
  const row = await db
    .selectFrom('sign_ins')
    .select(['id', 'member_id', 'expires_at', 'last_seen_at'])
    .where('token_hash', 'in', tokenHashes)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return (
    row && { id: row.id, memberId: row.member_id, expiresAt: row.expires_at, lastSeenAt: row.last_seen_at }
  )
}

export async function updateLastSeen(db: Db, id: bigint, at: Date): Promise<void> {
  await db.updateTable('sign_ins').set({ last_seen_at: at }).where('id', '=', id).execute()
}
