import type { Generated } from 'kysely'

// OAuth: where apps are answered, what members granted them, and the codes and tokens that follow.

export type AppRedirectsTable = {
  id: Generated<bigint>
  app_id: bigint
  scheme: string
  host: string
  created_at: Date
  created_by: bigint | null
}

export type OauthGrantsTable = {
  id: Generated<bigint>
  app_id: bigint
  member_id: bigint
  granted_at: Date
  expires_at: Date
  withdrawn_at: Date | null
  reason: string | null
  withdrawn_by: bigint | null
}

export type OauthCodesTable = {
  code_hash: Buffer
  app_id: bigint
  member_id: bigint
  redirect_uri: string
  challenge: string | null
  created_at: Date
  expires_at: Date
  used_at: Date | null
  grant_id: bigint | null
}

export type RefreshTokensTable = {
  id: Generated<bigint>
  token_hash: Buffer
  grant_id: bigint
  created_at: Date
  expires_at: Date
  used_at: Date | null
  replaced_by: bigint | null
}
