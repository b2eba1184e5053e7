import type { Package } from '@opentbk/top'
import { sql } from 'kysely'
import { arrayLiteral } from '../../store/array-literal.ts'
import type { Db } from '../../store/store.ts'

export type NewCalls = { appId: bigint; name: Package; calls: number }

/** Adds to what other processes have written of the day. In one order, so that no two wait for each other. */
export async function addCalls(db: Db, day: string, rows: readonly NewCalls[]): Promise<void> {
  await sql`
    insert into package_days as kept (app_id, package, day, calls)
    select c.app_id, c.package, ${day}::date, c.calls
    from unnest(
      ${arrayLiteral(rows, (row) => row.appId)}::bigint[], ${arrayLiteral(rows, (row) => row.name)}::text[],
      ${arrayLiteral(rows, (row) => row.calls)}::bigint[]) as c(app_id, package, calls)
    order by c.app_id, c.package
    on conflict (app_id, package, day) do update set calls = kept.calls + excluded.calls`.execute(db)
}
