import type { Generated } from 'kysely'

// How members sign in, and what they are told.

export type AccountsTable = {
  member_id: bigint
  email: string
  login_name: string
  password_hash: string
  password_is_temporary: Generated<boolean>
  totp_sealed: Generated<Buffer | null>
  totp_started_sealed: Generated<Buffer | null>
  totp_step: Generated<bigint | null>
  created_at: Date
  password_changed_at: Date
}

export type RecoveryCodesTable = {
  code_hash: Buffer
  member_id: bigint
  used_at: Date | null
}

export type SignInsTable = {
  id: Generated<bigint>
  token_hash: Buffer
  member_id: bigint
  created_at: Date
  last_seen_at: Date
  expires_at: Date
  address_hash: Buffer
  agent_hash: Buffer
  ended_at: Date | null
  end_reason: string | null
}

export type SignInFailuresTable = {
  subject: Buffer
  failures: number
  last_failed_at: Date
  locked_until: Date
}

export type AccountEventsTable = {
  id: Generated<bigint>
  member_id: bigint
  kind: string
  at: Date
  address_hash: Buffer | null
  detail: Generated<unknown>
}

export type PasswordResetsTable = {
  id: Generated<bigint>
  token_hash: Buffer
  member_id: bigint
  created_at: Date
  expires_at: Date
  used_at: Date | null
}

export type RegistrationsTable = {
  token_hash: Buffer
  email: string
  name: string
  password_hash: string
  created_at: Date
  expires_at: Date
  used_at: Date | null
}

export type InboxNoticesTable = {
  id: Generated<bigint>
  member_id: bigint
  kind: string
  title_zh: string
  title_en: string
  body_zh: string
  body_en: string
  created_at: Date
  read_at: Date | null
}

export type OutboxMailsTable = {
  id: Generated<bigint>
  member_id: bigint | null
  recipient: string
  subject: string
  text_sealed: Buffer | null
  state: string
  tries: Generated<number>
  next_try_at: Date
  last_problem: string | null
  created_at: Date
  sent_at: Date | null
}
