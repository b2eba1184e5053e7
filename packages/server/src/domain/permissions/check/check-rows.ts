import { sql } from 'kysely'
import { jsonRows } from '../../../store/json-rows.ts'
import type { Db, Tx } from '../../../store/store.ts'

/** Up to so many grants that were not looked at on this day yet, by id from after one. */
export async function selectUnchecked(
  db: Db,
  of: { today: string; after: bigint; limit: number },
): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`
    select g.id from permission_grants g
    left join grant_checks c on c.grant_id = g.id
    where g.id > ${of.after} and g.status = 'granted' and g.is_checked and g.site_id is not null
      and (c.checked_on is null or c.checked_on < ${of.today}::date)
    order by g.id limit ${of.limit}`.execute(db)
  return rows.map((row) => row.id)
}

export type Check = { checkedOn: string; unmetSince: string | undefined }

export async function selectChecks(db: Db, grantIds: readonly bigint[]): Promise<Map<bigint, Check>> {
  const { rows } = await sql<{ grant_id: bigint; checked_on: string; unmet_since: string | null }>`
    select grant_id, checked_on, unmet_since from grant_checks
    where grant_id = any(${grantIds}::bigint[])`.execute(db)
  return new Map(
    rows.map((row) => [
      row.grant_id,
      { checkedOn: row.checked_on, unmetSince: row.unmet_since ?? undefined },
    ]),
  )
}

export type NewCheck = { grantId: bigint; unmetSince: string | undefined; rules: unknown }

export async function upsertChecks(tx: Tx, checks: readonly NewCheck[], today: string): Promise<void> {
  const rows = checks.map(({ grantId, unmetSince, rules }) => {
    return { grant_id: grantId, checked_on: today, unmet_since: unmetSince, rules }
  })
  await sql`
    insert into grant_checks
    select * from json_populate_recordset(null::grant_checks, ${jsonRows(rows)}::json)
    on conflict (grant_id) do update set
      checked_on = excluded.checked_on, unmet_since = excluded.unmet_since, rules = excluded.rules`.execute(
    tx,
  )
}

/** Given or given back, a grant begins anew. */
export async function deleteCheck(tx: Tx, grantId: bigint): Promise<void> {
  await tx.deleteFrom('grant_checks').where('grant_id', '=', grantId).execute()
}

export type Warning = { grantId: bigint; cause: string; since: string; stage: number }

/** Notes stages of warning; answers those that had not been come to before. */
export async function insertWarnings(tx: Tx, warnings: readonly Warning[], at: Date): Promise<Warning[]> {
  if (warnings.length === 0) return []
  const rows = warnings.map(({ grantId, cause, since, stage }) => {
    return { grant_id: grantId, cause, since, stage, warned_at: at }
  })
  const { rows: made } = await sql<{ grant_id: bigint; cause: string; since: string; stage: number }>`
    insert into grant_warnings
    select * from json_populate_recordset(null::grant_warnings, ${jsonRows(rows)}::json)
    on conflict do nothing
    returning grant_id, cause, since, stage`.execute(tx)
  return made.map((row) => ({
    grantId: row.grant_id,
    cause: row.cause,
    since: row.since,
    stage: row.stage,
  }))
}
