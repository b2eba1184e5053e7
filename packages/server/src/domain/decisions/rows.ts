import type { Package } from '@opentbk/top'
import type { Selectable } from 'kysely'
import type { Db } from '../../store/store.ts'
import type { DecisionsTable } from '../../store/tables.ts'
import type { DecidedBy, Decision, Figures } from './decision.ts'

export async function insertDecisions(db: Db, decisions: readonly Omit<Decision, 'id'>[]): Promise<void> {
  if (decisions.length === 0) return
  await db
    .insertInto('decisions')
    .values(
      decisions.map((decision) => ({
        kind: decision.kind,
        made_by: decision.by.kind,
        operator_id: decision.by.kind === 'operator' ? (decision.by.operatorId ?? null) : null,
        by_member_id: decision.by.kind === 'member' ? decision.by.memberId : null,
        member_id: decision.memberId ?? null,
        site_id: decision.siteId ?? null,
        app_id: decision.appId ?? null,
        package: decision.package ?? null,
        subject_id: decision.subjectId ?? null,
        reason: decision.reason,
        figures: JSON.stringify(decision.figures),
        at: decision.at,
      })),
    )
    .execute()
}

/** Which decisions, and which page of them. */
export type DecisionFilter = {
  memberId?: bigint | undefined
  siteId?: bigint | undefined
  appId?: bigint | undefined
  /** All whose kind begins so, such as `site.`. */
  kind?: string | undefined
  /** Only older ones than this id. */
  before?: bigint | undefined
  limit: number
}

/** The newest first. */
export async function selectDecisions(db: Db, filter: DecisionFilter): Promise<Decision[]> {
  const { memberId, siteId, appId, kind, before } = filter
  let query = db.selectFrom('decisions').selectAll()
  if (memberId !== undefined) query = query.where('member_id', '=', memberId)
  if (siteId !== undefined) query = query.where('site_id', '=', siteId)
  if (appId !== undefined) query = query.where('app_id', '=', appId)
  if (kind !== undefined) query = query.where((eb) => eb.fn('starts_with', ['kind', eb.val(kind)]))
  if (before !== undefined) query = query.where('id', '<', before)
  const rows = await query.orderBy('id', 'desc').limit(filter.limit).execute()
  return rows.map(toDecision)
}

function toDecision(row: Selectable<DecisionsTable>): Decision {
  return {
    id: row.id,
    kind: row.kind,
    by: decidedBy(row),
    memberId: row.member_id ?? undefined,
    siteId: row.site_id ?? undefined,
    appId: row.app_id ?? undefined,
    package: (row.package ?? undefined) as Package | undefined,
    subjectId: row.subject_id ?? undefined,
    reason: row.reason,
    figures: row.figures as Figures,
    at: row.at,
  }
}

function decidedBy(row: Selectable<DecisionsTable>): DecidedBy {
  if (row.by_member_id !== null) return { kind: 'member', memberId: row.by_member_id }
  if (row.made_by === 'rule') return { kind: 'rule' }
  return { kind: 'operator', operatorId: row.operator_id ?? undefined }
}
