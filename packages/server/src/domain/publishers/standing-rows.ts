import { sql } from 'kysely'
import type { Db } from '../../store/store.ts'

export async function selectSuspended(db: Db, ids: readonly bigint[]): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`
    select id from members where id = any(${ids}::bigint[]) and standing <> 'good'`.execute(db)
  return rows.map((row) => row.id)
}
