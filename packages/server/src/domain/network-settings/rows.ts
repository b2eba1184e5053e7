import { sql } from 'kysely'
import type { Db, Tx } from '../../store/store.ts'
import type { DecidedBy } from '../decisions/index.ts'
import type { SettingValue } from './settings-list.ts'

// The table also holds what the data itself is; these are the names that rules go by.
const PREFIX = 'rule.'

/** What the operator has set, by its name. */
export async function selectSettings(db: Db): Promise<Map<string, SettingValue>> {
  const rows = await db
    .selectFrom('settings')
    .select(['key', 'value'])
    .where((eb) => eb.fn('starts_with', ['key', eb.val(PREFIX)]))
    .execute()
  return new Map(rows.map((row) => [row.key.slice(PREFIX.length), row.value as SettingValue]))
}

/** A setting that was never set has no row to lock, so changes wait for each other here. */
export async function lockSettings(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('network settings', 0))`.execute(tx)
}

export async function upsertSetting(tx: Tx, name: string, value: SettingValue): Promise<void> {
  await sql`
    insert into settings (key, value) values (${PREFIX + name}, ${JSON.stringify(value)}::jsonb)
    on conflict (key) do update set value = excluded.value, updated_at = now()`.execute(tx)
}

export async function deleteSetting(tx: Tx, name: string): Promise<void> {
  await tx
    .deleteFrom('settings')
    .where('key', '=', PREFIX + name)
    .execute()
}

export type SettingChange = {
  id: bigint
  name: string
  /** Undefined: what the program has. */
  before: SettingValue | undefined
  after: SettingValue | undefined
  reason: string
  /** Undefined: by the command line, which knows no operator. */
  operatorId: bigint | undefined
  at: Date
}

export async function insertChange(
  tx: Tx,
  change: Omit<SettingChange, 'id' | 'operatorId'> & { by: DecidedBy },
): Promise<void> {
  const { name, before, after, reason, by, at } = change
  await tx
    .insertInto('setting_changes')
    .values({
      name,
      before: toJson(before),
      after: toJson(after),
      reason,
      operator_id: by.kind === 'operator' ? (by.operatorId ?? null) : null,
      at,
    })
    .execute()
}

function toJson(value: SettingValue | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value)
}

/** Which changes, and which page of them. */
export type ChangeFilter = {
  name?: string | undefined
  /** Only older ones than this id. */
  before?: bigint | undefined
  limit: number
}

/** The newest first. */
export async function selectChanges(db: Db, filter: ChangeFilter): Promise<SettingChange[]> {
  const { name, before, limit } = filter
  let query = db.selectFrom('setting_changes').selectAll()
  if (name !== undefined) query = query.where('name', '=', name)
  if (before !== undefined) query = query.where('id', '<', before)
  const rows = await query.orderBy('id', 'desc').limit(limit).execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    before: (row.before ?? undefined) as SettingValue | undefined,
    after: (row.after ?? undefined) as SettingValue | undefined,
    reason: row.reason,
    operatorId: row.operator_id ?? undefined,
    at: row.at,
  }))
}
