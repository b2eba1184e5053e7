import { sql } from 'kysely'
import type { Db } from '../store/store.ts'

export type LimitRow = {
  scope: string
  method: string | null
  perSecond: number | null
  perDay: number | null
}

export async function selectLimits(db: Db, appId: bigint): Promise<LimitRow[]> {
  const rows = await db
    .selectFrom('quota_limits')
    .selectAll()
    .where('app_id', '=', appId)
    .limit(1000)
    .execute()
  return rows.map((row) => ({
    scope: row.scope,
    method: row.method,
    perSecond: row.per_second,
    perDay: row.per_day,
  }))
}

export async function selectCounts(db: Db, day: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('quota_counts')
    .select(['counter', 'used'])
    .where('day', '=', day)
    .execute()
  return new Map(rows.map((row) => [row.counter, Number(row.used)]))
}

/** Writes the counts as they stand. Counters only rise, so of two processes' values the higher one is the later. */
export async function upsertCounts(db: Db, day: string, counts: ReadonlyMap<string, number>): Promise<void> {
  const names = [...counts.keys()]
  const used = [...counts.values()]
  await sql`
    insert into quota_counts (day, counter, used)
    select ${day}::date, c.counter, c.used
    from unnest(${names}::text[], ${used}::bigint[]) as c(counter, used)
    on conflict (day, counter) do update set used = greatest(quota_counts.used, excluded.used)`.execute(db)
}

/** The day before stays: around midnight another process's clock may still be in it. */
export async function deleteOldCounts(db: Db, day: string): Promise<void> {
  await sql`delete from quota_counts where day < ${day}::date - 1`.execute(db)
}
