import type { Db, Tx } from '../../store/store.ts'
import type { Grant, GrantFilter, WithdrawReason } from './grant.ts'

type Parties = { appId: bigint; memberId: bigint }

export async function insertGrant(
  tx: Tx,
  grant: Parties & { grantedAt: Date; expiresAt: Date },
): Promise<bigint> {
  const { id } = await tx
    .insertInto('oauth_grants')
    .values({
      app_id: grant.appId,
      member_id: grant.memberId,
      granted_at: grant.grantedAt,
      expires_at: grant.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The live authorisations of a member for an app but the newest few. */
export async function selectGrantsBeyond(tx: Tx, of: Parties, keep: number): Promise<bigint[]> {
  const rows = await tx
    .selectFrom('oauth_grants')
    .select('id')
    .where('app_id', '=', of.appId)
    .where('member_id', '=', of.memberId)
    .where('withdrawn_at', 'is', null)
    .orderBy('id', 'desc')
    .offset(keep)
    .execute()
  return rows.map((row) => row.id)
}

/** Holds an authorisation and moves its end; false where it was withdrawn. */
export async function prolongGrant(
  tx: Tx,
  of: { id: bigint; memberId: bigint; expiresAt: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('oauth_grants')
    .set({ expires_at: of.expiresAt })
    .where('id', '=', of.id)
    .where('member_id', '=', of.memberId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

type Withdrawal = { at: Date; reason: WithdrawReason; operatorId: bigint | undefined }

/** Whose it was; undefined where it is not this member's (when one is named) or was withdrawn before. */
export async function updateWithdrawn(
  tx: Tx,
  of: { id: bigint; memberId: bigint | undefined },
  { at, reason, operatorId }: Withdrawal,
): Promise<(Parties & { id: bigint }) | undefined> {
  let query = tx
    .updateTable('oauth_grants')
    .set({ withdrawn_at: at, reason, withdrawn_by: operatorId ?? null })
    .where('id', '=', of.id)
    .where('withdrawn_at', 'is', null)
  if (of.memberId !== undefined) query = query.where('member_id', '=', of.memberId)
  const row = await query.returning(['id', 'app_id', 'member_id']).executeTakeFirst()
  return row && { id: row.id, appId: row.app_id, memberId: row.member_id }
}

export async function selectGrants(db: Db, filter: GrantFilter, now: Date): Promise<Grant[]> {
  let query = grants(db).where('oauth_grants.id', '>', filter.after)
  const { memberId, appKey, state } = filter
  if (memberId !== undefined) query = query.where('oauth_grants.member_id', '=', memberId)
  if (appKey !== undefined) query = query.where('apps.app_key', '=', appKey)
  if (state === 'live') {
    query = query.where('oauth_grants.withdrawn_at', 'is', null).where('oauth_grants.expires_at', '>', now)
  }
  if (state === 'ended') {
    query = query.where((eb) =>
      eb.or([eb('oauth_grants.withdrawn_at', 'is not', null), eb('oauth_grants.expires_at', '<=', now)]),
    )
  }
  const rows = await query.orderBy('oauth_grants.id').limit(filter.limit).execute()
  return rows.map((row) => ({
    id: row.id,
    appId: row.app_id,
    appKey: row.app_key,
    appName: row.app_name,
    ownerName: row.owner_name,
    memberId: row.member_id,
    grantedAt: row.granted_at,
    expiresAt: row.expires_at,
    withdrawnAt: row.withdrawn_at ?? undefined,
    reason: (row.reason as WithdrawReason | null) ?? undefined,
  }))
}

function grants(db: Db) {
  return db
    .selectFrom('oauth_grants')
    .innerJoin('apps', 'apps.id', 'oauth_grants.app_id')
    .innerJoin('members', 'members.id', 'apps.member_id')
    .selectAll('oauth_grants')
    .select(['apps.app_key', 'apps.name as app_name', 'members.name as owner_name'])
}
