import { sql } from 'kysely'
import type { Db } from '../../store/store.ts'

const KEY = 'payout_minimum_fen'

export async function selectMinimum(db: Db): Promise<number | undefined> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', KEY).executeTakeFirst()
  return typeof row?.value === 'number' ? row.value : undefined
}

export async function upsertMinimum(db: Db, fen: bigint): Promise<void> {
  await sql`
    insert into settings (key, value) values (${KEY}, to_jsonb(${fen}::bigint))
    on conflict (key) do update set value = excluded.value, updated_at = now()`.execute(db)
}
