import { sql } from 'kysely'
import type { Db } from '../../../store/store.ts'

export type SignInRow = { id: bigint; memberId: bigint; expiresAt: Date; lastSeenAt: Date }
export type EndReason = 'signed_out' | 'ended' | 'password_changed' | 'password_reset' | 'too_many'

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

export type NewSignIn = {
  tokenHash: Buffer
  memberId: bigint
  at: Date
  expiresAt: Date
  addressHash: Buffer
  agentHash: Buffer
}

export async function insertSignIn(db: Db, row: NewSignIn): Promise<bigint> {
  const { id } = await db
    .insertInto('sign_ins')
    .values({
      token_hash: row.tokenHash,
      member_id: row.memberId,
      created_at: row.at,
      last_seen_at: row.at,
      expires_at: row.expiresAt,
      address_hash: row.addressHash,
      agent_hash: row.agentHash,
      ended_at: null,
      end_reason: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Of those that nobody ended only the newest stay. */
export async function endOldest(db: Db, memberId: bigint, to: { keep: number; at: Date }): Promise<void> {
  await sql`
    update sign_ins set ended_at = ${to.at}, end_reason = 'too_many'
    where member_id = ${memberId} and ended_at is null and id <= (
      select id from sign_ins where member_id = ${memberId} and ended_at is null
      order by id desc offset ${to.keep} limit 1)`.execute(db)
}

type Ending = { memberId: bigint; at: Date; reason: EndReason; id?: bigint; except?: bigint | undefined }

/** Ends the member's sign-ins: the one with this id, or all but one. Answers how many. */
export async function endSignIns(db: Db, ending: Ending): Promise<number> {
  let query = db
    .updateTable('sign_ins')
    .set({ ended_at: ending.at, end_reason: ending.reason })
    .where('member_id', '=', ending.memberId)
    .where('ended_at', 'is', null)
  if (ending.id !== undefined) query = query.where('id', '=', ending.id)
  if (ending.except !== undefined) query = query.where('id', '<>', ending.except)
  return Number((await query.executeTakeFirstOrThrow()).numUpdatedRows)
}

export type LiveSignIn = {
  id: bigint
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
  addressHash: Buffer
  agentHash: Buffer
}

export async function selectLiveSignIns(
  db: Db,
  memberId: bigint,
  live: { now: Date; seenSince: Date },
): Promise<LiveSignIn[]> {
  const rows = await db
    .selectFrom('sign_ins')
    .select(['id', 'created_at', 'last_seen_at', 'expires_at', 'address_hash', 'agent_hash'])
    .where('member_id', '=', memberId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', live.now)
    .where('last_seen_at', '>', live.seenSince)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    addressHash: row.address_hash,
    agentHash: row.agent_hash,
  }))
}

export async function deleteOldSignIns(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('sign_ins')
    .where('expires_at', '<', before)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
