import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../store/store.ts'
import type { CheatingCasesTable } from '../../store/tables.ts'
import type { Figures } from '../decisions/index.ts'
import type { CaseKind, CaseState, CheatingCase } from './case.ts'
import type { Suspicion } from './suspicion.ts'

type Raised = Pick<CheatingCase, 'id' | 'kind' | 'siteId' | 'memberId' | 'figures'>

/** Those that are new: of a kind, a site has one case a day. */
export async function insertCases(
  tx: Tx,
  suspicions: readonly Suspicion[],
  { day, raisedAt }: { day: string; raisedAt: Date },
): Promise<Raised[]> {
  if (suspicions.length === 0) return []
  const { rows } = await sql<{
    id: bigint
    kind: CaseKind
    site_id: bigint
    member_id: bigint
    figures: Figures
  }>`
    insert into cheating_cases (kind, site_id, member_id, day, figures, raised_at)
    select s.kind, s.site_id, sites.member_id, ${day}::date, s.figures, ${raisedAt}
    from unnest(
      ${suspicions.map((one) => one.kind)}::text[], ${suspicions.map((one) => one.siteId)}::bigint[],
      ${suspicions.map((one) => JSON.stringify(one.figures))}::jsonb[]) as s(kind, site_id, figures)
    join sites on sites.id = s.site_id
    where not exists (
      select from cheating_cases c where c.kind = s.kind and c.site_id = s.site_id and c.day = ${day}::date)
    on conflict (kind, site_id, day) do nothing
    returning id, kind, site_id, member_id, figures`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    siteId: row.site_id,
    memberId: row.member_id,
    figures: row.figures,
  }))
}

export async function selectCase(db: Db, id: bigint): Promise<CheatingCase | undefined> {
  const row = await cases(db).where('cheating_cases.id', '=', id).executeTakeFirst()
  return row && toCase(row)
}

/** Until the transaction ends nobody else decides it. */
export async function lockCase(tx: Tx, id: bigint): Promise<CheatingCase | undefined> {
  const row = await cases(tx)
    .where('cheating_cases.id', '=', id)
    .forUpdate('cheating_cases')
    .executeTakeFirst()
  return row && toCase(row)
}

export async function updateDecided(
  tx: Tx,
  id: bigint,
  to: { state: CaseState; at: Date; operatorId: bigint | undefined; reason: string },
): Promise<void> {
  await tx
    .updateTable('cheating_cases')
    .set({
      state: to.state,
      decided_at: to.at,
      operator_id: to.operatorId ?? null,
      reason: to.reason,
    })
    .where('id', '=', id)
    .execute()
}

/** Which cases, and which page of them. */
export type CaseFilter = {
  state: CaseState | undefined
  siteId: bigint | undefined
  after: bigint
  limit: number
}

/** The oldest first, after an id. */
export async function selectCases(db: Db, filter: CaseFilter): Promise<CheatingCase[]> {
  const { state, siteId } = filter
  let query = cases(db).where('cheating_cases.id', '>', filter.after)
  if (state !== undefined) query = query.where('cheating_cases.state', '=', state)
  if (siteId !== undefined) query = query.where('cheating_cases.site_id', '=', siteId)
  const rows = await query.orderBy('cheating_cases.id').limit(filter.limit).execute()
  return rows.map(toCase)
}

function cases(db: Db) {
  return db
    .selectFrom('cheating_cases')
    .innerJoin('sites', 'sites.id', 'cheating_cases.site_id')
    .selectAll('cheating_cases')
    .select('sites.name as site_name')
}

function toCase(row: Selectable<CheatingCasesTable> & { site_name: string }): CheatingCase {
  return {
    id: row.id,
    kind: row.kind as CaseKind,
    siteId: row.site_id,
    siteName: row.site_name,
    memberId: row.member_id,
    day: row.day,
    figures: row.figures as Figures,
    state: row.state as CaseState,
    raisedAt: row.raised_at,
    decidedAt: row.decided_at ?? undefined,
    operatorId: row.operator_id ?? undefined,
    reason: row.reason ?? undefined,
  }
}
