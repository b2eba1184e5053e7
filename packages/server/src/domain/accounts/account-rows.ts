import { sql } from 'kysely'
import type { Db } from '../../store/store.ts'

export type AccountRow = {
  memberId: bigint
  email: string
  loginName: string
  passwordHash: string
  isTemporary: boolean
  passwordChangedAt: Date
  totpSealed: Buffer | undefined
  totpStartedSealed: Buffer | undefined
}

/** The account that signs in by this e-mail address or login name, in its one spelling. */
export async function selectAccountByLogin(db: Db, login: string): Promise<AccountRow | undefined> {
  return selectOne(db, login.includes('@') ? 'email' : 'login_name', login)
}

export async function selectAccount(db: Db, memberId: bigint): Promise<AccountRow | undefined> {
  return selectOne(db, 'member_id', memberId)
}

/** The e-mail addresses of those of these members who have an account. */
export async function selectAddresses(db: Db, memberIds: readonly bigint[]): Promise<Map<bigint, string>> {
  const { rows } = await sql<{ member_id: bigint; email: string }>`
    select member_id, email from accounts where member_id = any(${memberIds}::bigint[])`.execute(db)
  return new Map(rows.map((row) => [row.member_id, row.email]))
}

async function selectOne(
  db: Db,
  column: 'email' | 'login_name' | 'member_id',
  value: string | bigint,
): Promise<AccountRow | undefined> {
  const row = await db.selectFrom('accounts').selectAll().where(column, '=', value).executeTakeFirst()
  return (
    row && {
      memberId: row.member_id,
      email: row.email,
      loginName: row.login_name,
      passwordHash: row.password_hash,
      isTemporary: row.password_is_temporary,
      passwordChangedAt: row.password_changed_at,
      totpSealed: row.totp_sealed ?? undefined,
      totpStartedSealed: row.totp_started_sealed ?? undefined,
    }
  )
}

export type NewAccount = {
  memberId: bigint
  email: string
  loginName: string
  passwordHash: string
  isTemporary: boolean
  at: Date
}

export type Taken = 'member' | 'email' | 'login_name'

/** Writes the account, or says what of it another one has. */
export async function insertAccount(db: Db, row: NewAccount): Promise<Taken | undefined> {
  const written = await db
    .insertInto('accounts')
    .values({
      member_id: row.memberId,
      email: row.email,
      login_name: row.loginName,
      password_hash: row.passwordHash,
      password_is_temporary: row.isTemporary,
      created_at: row.at,
      password_changed_at: row.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('member_id')
    .executeTakeFirst()
  if (written) return undefined
  if (await selectAccount(db, row.memberId)) return 'member'
  return (await selectAccountByLogin(db, row.email)) ? 'email' : 'login_name'
}

export async function updatePassword(
  db: Db,
  memberId: bigint,
  to: { hash: string; isTemporary: boolean; at: Date },
): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ password_hash: to.hash, password_is_temporary: to.isTemporary, password_changed_at: to.at })
    .where('member_id', '=', memberId)
    .execute()
}

export async function updateTotpStarted(db: Db, memberId: bigint, sealed: Buffer): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ totp_started_sealed: sealed })
    .where('member_id', '=', memberId)
    .execute()
}

/** What was begun becomes the second factor, or with undefined there is none any more. */
export async function updateTotp(
  db: Db,
  memberId: bigint,
  to: { sealed: Buffer; step: bigint } | undefined,
): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ totp_sealed: to?.sealed ?? null, totp_step: to?.step ?? null, totp_started_sealed: null })
    .where('member_id', '=', memberId)
    .execute()
}

/** Takes a code's time step, once: of two who send the same code one comes too late. */
export async function takeTotpStep(db: Db, memberId: bigint, step: bigint): Promise<boolean> {
  const row = await db
    .updateTable('accounts')
    .set({ totp_step: step })
    .where('member_id', '=', memberId)
    .where('totp_step', '<', step)
    .returning('member_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function replaceRecoveryCodes(
  db: Db,
  memberId: bigint,
  hashes: readonly Buffer[],
): Promise<void> {
  await db.deleteFrom('recovery_codes').where('member_id', '=', memberId).execute()
  if (hashes.length === 0) return
  await db
    .insertInto('recovery_codes')
    .values(hashes.map((hash) => ({ code_hash: hash, member_id: memberId, used_at: null })))
    .execute()
}

export async function takeRecoveryCode(
  db: Db,
  memberId: bigint,
  code: { hashes: readonly Buffer[]; at: Date },
): Promise<boolean> {
  const row = await db
    .updateTable('recovery_codes')
    .set({ used_at: code.at })
    .where('member_id', '=', memberId)
    .where('code_hash', 'in', code.hashes)
    .where('used_at', 'is', null)
    .returning('member_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function countRecoveryCodes(db: Db, memberId: bigint): Promise<number> {
  const row = await db
    .selectFrom('recovery_codes')
    .select((eb) => eb.fn.countAll<bigint>().as('n'))
    .where('member_id', '=', memberId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export type AccountEvent = {
  memberId: bigint
  kind:
    | 'created'
    | 'signed_in'
    | 'sign_in_refused'
    | 'second_factor_refused'
    | 'recovery_code_used'
    | 'signed_out'
    | 'sign_in_ended'
    | 'password_changed'
    | 'password_reset_asked'
    | 'password_reset'
    | 'totp_started'
    | 'totp_confirmed'
    | 'totp_removed'
  at: Date
  addressHash?: Buffer | undefined
  detail?: Readonly<Record<string, unknown>>
}

export async function insertEvent(db: Db, event: AccountEvent): Promise<void> {
  await db
    .insertInto('account_events')
    .values({
      member_id: event.memberId,
      kind: event.kind,
      at: event.at,
      address_hash: event.addressHash ?? null,
      ...(event.detail && { detail: sql`${JSON.stringify(event.detail)}::jsonb` }),
    })
    .execute()
}
