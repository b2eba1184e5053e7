import type { Package } from '@opentbk/top'
import type { Db, Tx } from '../../../store/store.ts'
import type { Appeal, AppealState } from './appeal.ts'

export async function hasOpenAppeal(db: Db, grantId: bigint): Promise<boolean> {
  const row = await db
    .selectFrom('permission_appeals')
    .select('id')
    .where('grant_id', '=', grantId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return row !== undefined
}

export type NewAppeal = { grantId: bigint; memberId: bigint; reason: string; at: Date }

export async function insertAppeal(tx: Tx, appeal: NewAppeal): Promise<bigint> {
  const { id } = await tx
    .insertInto('permission_appeals')
    .values({
      grant_id: appeal.grantId,
      member_id: appeal.memberId,
      reason: appeal.reason,
      appealed_at: appeal.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Whose grant an appeal is about; its row is locked. */
export async function lockAppeal(
  tx: Tx,
  id: bigint,
): Promise<{ grantId: bigint; state: AppealState } | undefined> {
  const row = await tx
    .selectFrom('permission_appeals')
    .select(['grant_id', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && { grantId: row.grant_id, state: row.state as AppealState }
}

export async function updateAppeal(
  tx: Tx,
  id: bigint,
  to: { state: AppealState; reason: string; operatorId: bigint | undefined; at: Date },
): Promise<void> {
  await tx
    .updateTable('permission_appeals')
    .set({
      state: to.state,
      decision_reason: to.reason,
      operator_id: to.operatorId ?? null,
      decided_at: to.at,
    })
    .where('id', '=', id)
    .execute()
}

/** Which appeals, and which page of them. */
export type AppealFilter = {
  state: AppealState | undefined
  memberId: bigint | undefined
  grantId: bigint | undefined
  after: bigint
  limit: number
}

/** The oldest first, after an id. */
export async function selectAppeals(db: Db, filter: AppealFilter): Promise<Appeal[]> {
  const { state, memberId, grantId } = filter
  let query = appeals(db).where('p.id', '>', filter.after)
  if (state !== undefined) query = query.where('p.state', '=', state)
  if (memberId !== undefined) query = query.where('p.member_id', '=', memberId)
  if (grantId !== undefined) query = query.where('p.grant_id', '=', grantId)
  const rows = await query.orderBy('p.id').limit(filter.limit).execute()
  return rows.map(toAppeal)
}

export async function selectAppeal(db: Db, id: bigint): Promise<Appeal | undefined> {
  const row = await appeals(db).where('p.id', '=', id).executeTakeFirst()
  return row && toAppeal(row)
}

function appeals(db: Db) {
  return db
    .selectFrom('permission_appeals as p')
    .innerJoin('permission_grants as g', 'g.id', 'p.grant_id')
    .innerJoin('apps as a', 'a.id', 'g.app_id')
    .selectAll('p')
    .select(['g.package', 'g.site_id', 'a.app_key'])
}

type Row = Awaited<ReturnType<ReturnType<typeof appeals>['executeTakeFirstOrThrow']>>

function toAppeal(row: Row): Appeal {
  return {
    id: row.id,
    grantId: row.grant_id,
    memberId: row.member_id,
    appKey: row.app_key,
    package: row.package as Package,
    siteId: row.site_id ?? undefined,
    reason: row.reason,
    state: row.state as AppealState,
    appealedAt: row.appealed_at,
    decidedAt: row.decided_at ?? undefined,
    operatorId: row.operator_id ?? undefined,
    decisionReason: row.decision_reason ?? undefined,
  }
}
