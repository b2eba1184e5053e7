import { sql } from 'kysely'
import type { Db, Tx } from '../../store/store.ts'
import type { RolledDay } from '../figures/index.ts'

const KEY = 'cases_looked_at'

type Kept = { day: string; rolled_at: string }

/** The day that was looked at last, as it had been rolled up then. */
export async function selectLookedAt(db: Db): Promise<RolledDay | undefined> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', KEY).executeTakeFirst()
  const kept = row?.value as Kept | undefined
  return kept && { day: kept.day, rolledAt: new Date(kept.rolled_at) }
}

export async function saveLookedAt(tx: Tx, { day, rolledAt }: RolledDay): Promise<void> {
  const kept: Kept = { day, rolled_at: rolledAt.toISOString() }
  await sql`
    insert into settings (key, value) values (${KEY}, ${JSON.stringify(kept)}::jsonb)
    on conflict (key) do update set value = excluded.value, updated_at = now()`.execute(tx)
}
