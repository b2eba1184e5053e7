import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../../store/store.ts'
import type { SitePointsTable } from '../../../store/tables.ts'

/** A line of a site's ledger of deduction points (扣分). */
export type PointEntry = {
  id: bigint
  siteId: bigint
  /** Less than nothing where points were taken back. */
  points: number
  reason: string
  /** Undefined where the command line gave them. */
  operatorId: bigint | undefined
  at: Date
}

export async function insertPoints(tx: Tx, entry: Omit<PointEntry, 'id'>): Promise<bigint> {
  const { id } = await tx
    .insertInto('site_points')
    .values({
      site_id: entry.siteId,
      points: entry.points,
      reason: entry.reason,
      operator_id: entry.operatorId ?? null,
      at: entry.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The oldest first, after an id. */
export async function selectPoints(
  db: Db,
  siteId: bigint,
  { after, limit }: { after: bigint; limit: number },
): Promise<PointEntry[]> {
  const query = pointsOf(db, siteId).where('id', '>', after).orderBy('id')
  return (await query.limit(limit).execute()).map(toEntry)
}

/** The newest first. */
export async function selectLastPoints(db: Db, siteId: bigint, limit: number): Promise<PointEntry[]> {
  const query = pointsOf(db, siteId).orderBy('at', 'desc').orderBy('id', 'desc')
  return (await query.limit(limit).execute()).map(toEntry)
}

function pointsOf(db: Db, siteId: bigint) {
  return db.selectFrom('site_points').selectAll().where('site_id', '=', siteId)
}

/** Entries after `since` up to `until`, added up in their order: the sum stops at none wherever it would fall below. */
export async function selectPointsInForce(
  db: Db,
  siteIds: readonly bigint[],
  { since, until }: { since: Date | undefined; until: Date },
): Promise<Map<bigint, number>> {
  // A sum that stops at zero is the largest sum over the newest entries, however many, none of them included.
  const { rows } = await sql<{ site_id: bigint; points: number }>`
    select site_id, max(newest)::int as points
    from (
      select site_id, sum(points) over (partition by site_id order by at desc, id desc) as newest
      from site_points
      where site_id = any(${siteIds}::bigint[]) and at <= ${until}
        and at > coalesce(${since ?? null}::timestamptz, '-infinity')
    ) entries
    group by site_id having max(newest) > 0`.execute(db)
  return new Map(rows.map((row) => [row.site_id, row.points]))
}

function toEntry(row: Selectable<SitePointsTable>): PointEntry {
  return {
    id: row.id,
    siteId: row.site_id,
    points: row.points,
    reason: row.reason,
    operatorId: row.operator_id ?? undefined,
    at: row.at,
  }
}
