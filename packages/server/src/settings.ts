import { sql } from 'kysely'
import type { Db } from './store/store.ts'

/** What is written into the data itself and holds for every server on it. */
export type SettingName =
  | 'key_check'
  | 'mode'
  | 'network_id'
  | 'clock_ahead_ms'
  | 'demo_network'
  | 'registration_open'
  | 'service_fee_bp'
  | 'merchant_credit_limit_fen'
  | 'payout_minimum_fen'

export async function readSetting(db: Db, name: SettingName): Promise<unknown> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', name).executeTakeFirst()
  return row?.value
}

export async function writeSetting(db: Db, name: SettingName, value: unknown): Promise<void> {
  const json = JSON.stringify(value)
  await sql`
    insert into settings (key, value) values (${name}, ${json}::jsonb)
    on conflict (key) do update set value = excluded.value, updated_at = now()`.execute(db)
}
