import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../../store/store.ts'
import type { SiteReportsTable } from '../../../store/tables.ts'
import type { ReportKind, ReportState, SiteReport } from './report.ts'

export type NewReport = Pick<SiteReport, 'siteId' | 'kind' | 'value' | 'note' | 'reportedBy' | 'reportedAt'>

export async function insertReport(tx: Tx, report: NewReport): Promise<SiteReport> {
  const row = await tx
    .insertInto('site_reports')
    .values({
      site_id: report.siteId,
      kind: report.kind,
      value: report.value,
      note: report.note,
      reported_by: report.reportedBy,
      reported_at: report.reportedAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toReport(row)
}

/** The report of this kind that waits for its decision. */
export async function selectWaiting(
  tx: Tx,
  { siteId, kind }: { siteId: bigint; kind: ReportKind },
): Promise<bigint | undefined> {
  const row = await tx
    .selectFrom('site_reports')
    .select('id')
    .where('site_id', '=', siteId)
    .where('kind', '=', kind)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return row?.id
}

export async function lockReport(tx: Tx, id: bigint): Promise<SiteReport | undefined> {
  const query = tx.selectFrom('site_reports').selectAll().where('id', '=', id)
  const row = await query.forUpdate().executeTakeFirst()
  return row && toReport(row)
}

export async function updateReport(tx: Tx, report: SiteReport): Promise<void> {
  await tx
    .updateTable('site_reports')
    .set({
      state: report.state,
      decided_at: report.decidedAt ?? null,
      operator_id: report.operatorId ?? null,
      reason: report.reason ?? null,
    })
    .where('id', '=', report.id)
    .execute()
}

/** Which reports, and which page of them. */
export type ReportFilter = {
  state: ReportState | undefined
  siteId: bigint | undefined
  after: bigint
  limit: number
}

/** The oldest first, after an id. */
export async function selectReports(db: Db, filter: ReportFilter): Promise<SiteReport[]> {
  const { state, siteId, after, limit } = filter
  let query = db.selectFrom('site_reports').selectAll().where('id', '>', after)
  if (state !== undefined) query = query.where('state', '=', state)
  if (siteId !== undefined) query = query.where('site_id', '=', siteId)
  const rows = await query.orderBy('id').limit(limit).execute()
  return rows.map(toReport)
}

/** The newest first. */
export async function selectLastReports(db: Db, siteId: bigint, limit: number): Promise<SiteReport[]> {
  const query = db.selectFrom('site_reports').selectAll().where('site_id', '=', siteId)
  return (await query.orderBy('id', 'desc').limit(limit).execute()).map(toReport)
}

/** Of each site and kind the newest that was confirmed after `since`, up to `until`. */
export async function selectConfirmed(
  db: Db,
  siteIds: readonly bigint[],
  { since, until }: { since: Date | undefined; until: Date },
): Promise<Pick<SiteReport, 'siteId' | 'kind' | 'value'>[]> {
  const { rows } = await sql<{ site_id: bigint; kind: ReportKind; value: bigint }>`
    select distinct on (site_id, kind) site_id, kind, value
    from site_reports
    where site_id = any(${siteIds}::bigint[]) and state = 'confirmed' and decided_at <= ${until}
      and decided_at > coalesce(${since ?? null}::timestamptz, '-infinity')
    order by site_id, kind, id desc`.execute(db)
  return rows.map((row) => ({ siteId: row.site_id, kind: row.kind, value: row.value }))
}

function toReport(row: Selectable<SiteReportsTable>): SiteReport {
  return {
    id: row.id,
    siteId: row.site_id,
    kind: row.kind as ReportKind,
    value: row.value,
    note: row.note,
    reportedBy: row.reported_by,
    reportedAt: row.reported_at,
    state: row.state as ReportState,
    decidedAt: row.decided_at ?? undefined,
    operatorId: row.operator_id ?? undefined,
    reason: row.reason ?? undefined,
  }
}
