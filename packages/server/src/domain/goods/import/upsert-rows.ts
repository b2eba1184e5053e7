import { sql } from 'kysely'
import type { Tx } from '../../../store/store.ts'

/** What became of a row: one that says what is there already is left untouched. */
export type RowStatus = 'added' | 'changed' | 'unchanged'

export type Upsert = {
  table: 'items' | 'coupons' | 'shops'
  /** The columns of a unique index. */
  key: readonly string[]
  /** Written to new rows, compared with and written to known ones. */
  columns: readonly string[]
  /** Written, never compared: `inserted` to new rows, `touched` to new and changed ones. */
  inserted: readonly string[]
  touched: readonly string[]
}

/** Brings rows, no two of the same key, to what the table holds of them. Answers in the order of the rows. */
export async function upsertRows(
  tx: Tx,
  into: Upsert,
  rows: readonly Record<string, unknown>[],
): Promise<RowStatus[]> {
  if (rows.length === 0) return []
  const list = (names: readonly string[], of: (name: string) => ReturnType<typeof sql>) =>
    sql.join(names.map(of))
  const column = (name: string) => sql.ref(name)
  const of = (row: string) => (name: string) => sql`${sql.ref(row)}.${sql.ref(name)}`
  const set = (row: string) =>
    list([...into.columns, ...into.touched], (name) => sql`${sql.ref(name)} = ${of(row)(name)}`)
  const all = [...into.key, ...into.columns, ...into.inserted, ...into.touched]
  const sameKey = sql.join(
    into.key.map((name) => sql`${of('o')(name)} = ${of('n')(name)}`),
    sql` and `,
  )
  const { rows: statuses } = await sql<{ status: RowStatus }>`
    with compared as materialized (
      select n.*, o.id as old_id,
        (${list(into.columns, of('n'))}) is not distinct from (${list(into.columns, of('o'))}) as is_same
      from json_populate_recordset(null::${sql.table(into.table)}, ${toJson(rows)}::json) with ordinality n
      left join ${sql.table(into.table)} o on ${sameKey}
    ),
    inserted as (
      insert into ${sql.table(into.table)} (${list(all, column)})
      select ${list(all, column)} from compared where old_id is null order by ordinality
      on conflict (${list(into.key, column)}) do update set ${set('excluded')}
    ),
    updated as (
      update ${sql.table(into.table)} t set ${set('n')} from compared n where n.old_id = t.id and not n.is_same
    )
    select case when old_id is null then 'added' when is_same then 'unchanged' else 'changed' end as status
    from compared order by ordinality`.execute(tx)
  return statuses.map((row) => row.status)
}

function toJson(rows: readonly Record<string, unknown>[]): string {
  return JSON.stringify(rows, (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
}
