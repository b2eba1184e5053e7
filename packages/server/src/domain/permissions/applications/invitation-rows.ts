import type { Db, Tx } from '../../../store/store.ts'
import type { AppliedPackage } from './application.ts'

export type Invitation = {
  siteId: bigint
  package: AppliedPackage
  operatorId: bigint | undefined
  reason: string
  invitedAt: Date
}

/** False where it is invited already. */
export async function insertInvitation(tx: Tx, row: Invitation): Promise<boolean> {
  const written = await tx
    .insertInto('permission_invitations')
    .values({
      site_id: row.siteId,
      package: row.package,
      operator_id: row.operatorId ?? null,
      reason: row.reason,
      invited_at: row.invitedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('site_id')
    .executeTakeFirst()
  return written !== undefined
}

/** False where it is not invited. */
export async function deleteInvitation(tx: Tx, of: Pick<Invitation, 'siteId' | 'package'>): Promise<boolean> {
  const row = await tx
    .deleteFrom('permission_invitations')
    .where('site_id', '=', of.siteId)
    .where('package', '=', of.package)
    .returning('site_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Of up to so many sites, from after one. */
export async function selectInvitations(
  db: Db,
  { after, limit }: { after: bigint; limit: number },
): Promise<Invitation[]> {
  const sites = db
    .selectFrom('permission_invitations')
    .select('site_id')
    .distinct()
    .where('site_id', '>', after)
    .orderBy('site_id')
    .limit(limit)
  const rows = await db
    .selectFrom('permission_invitations')
    .selectAll()
    .where('site_id', 'in', sites)
    .orderBy('site_id')
    .orderBy('package')
    .execute()
  return rows.map((row) => ({
    siteId: row.site_id,
    package: row.package as AppliedPackage,
    operatorId: row.operator_id ?? undefined,
    reason: row.reason,
    invitedAt: row.invited_at,
  }))
}

/** Whose site it is; undefined where there is none. */
export async function selectSiteOwner(
  db: Db,
  siteId: bigint,
): Promise<{ memberId: bigint; name: string } | undefined> {
  const row = await db
    .selectFrom('sites')
    .select(['member_id', 'name'])
    .where('id', '=', siteId)
    .executeTakeFirst()
  return row && { memberId: row.member_id, name: row.name }
}
