import type { Tx } from '../../store/store.ts'

export type NewSession = {
  tokenHash: Buffer
  appId: bigint
  memberId: bigint
  grantId: bigint
  createdAt: Date
  expiresAt: Date
}

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx
    .insertInto('sessions')
    .values({
      token_hash: session.tokenHash,
      app_id: session.appId,
      member_id: session.memberId,
      grant_id: session.grantId,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
    })
    .execute()
}

/** Ends the live sessions of an authorisation, all but the newest few. */
export async function endSessions(
  tx: Tx,
  of: { grantId: bigint; appId: bigint; memberId: bigint },
  how: { at: Date; keep: number },
): Promise<void> {
  const live = await tx
    .selectFrom('sessions')
    .select('id')
    .where('grant_id', '=', of.grantId)
    .where('app_id', '=', of.appId)
    .where('member_id', '=', of.memberId)
    .where('withdrawn_at', 'is', null)
    .orderBy('id', 'desc')
    .offset(how.keep)
    .execute()
  if (live.length === 0) return
  const ids = live.map((session) => session.id)
  await tx.updateTable('sessions').set({ withdrawn_at: how.at }).where('id', 'in', ids).execute()
}
