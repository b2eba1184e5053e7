import { sql } from 'kysely'
import type { Db } from '../../../store/store.ts'

const OPEN = 'registration_open'

export type Registration = { email: string; name: string; passwordHash: string }

export async function insertRegistration(
  db: Db,
  row: Registration & { tokenHash: Buffer; at: Date; expiresAt: Date },
): Promise<void> {
  await db
    .insertInto('registrations')
    .values({
      token_hash: row.tokenHash,
      email: row.email,
      name: row.name,
      password_hash: row.passwordHash,
      created_at: row.at,
      expires_at: row.expiresAt,
      used_at: null,
    })
    .execute()
}

/** The registration, for this transaction alone: a second one with the same token waits, and finds it used. */
export async function lockRegistration(
  db: Db,
  wanted: { tokenHashes: readonly Buffer[]; now: Date },
): Promise<(Registration & { tokenHash: Buffer }) | undefined> {
  const row = await db
    .selectFrom('registrations')
    .selectAll()
    .where('token_hash', 'in', wanted.tokenHashes)
    .where('used_at', 'is', null)
    .where('expires_at', '>', wanted.now)
    .forUpdate()
    .executeTakeFirst()
  return (
    row && { tokenHash: row.token_hash, email: row.email, name: row.name, passwordHash: row.password_hash }
  )
}

export async function markRegistrationUsed(db: Db, tokenHash: Buffer, at: Date): Promise<void> {
  await db.updateTable('registrations').set({ used_at: at }).where('token_hash', '=', tokenHash).execute()
}

export async function deleteOldRegistrations(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('registrations')
    .where('expires_at', '<', before)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Whether operators opened or closed registration; undefined where they said nothing. */
export async function selectIsOpen(db: Db): Promise<boolean | undefined> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', OPEN).executeTakeFirst()
  return typeof row?.value === 'boolean' ? row.value : undefined
}

export async function saveIsOpen(db: Db, isOpen: boolean): Promise<void> {
  await sql`
    insert into settings (key, value) values (${OPEN}, to_jsonb(${isOpen}::boolean))
    on conflict (key) do update set value = excluded.value, updated_at = now()`.execute(db)
}
