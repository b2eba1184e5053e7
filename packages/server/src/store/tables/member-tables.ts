import type { Generated } from 'kysely'

// Who is who: members, their places, their apps and what these may do.

export type SettingsTable = {
  key: string
  value: unknown
  updated_at: Generated<Date>
}

export type MembersTable = {
  id: Generated<bigint>
  name: string
  roles: string[]
  standing: Generated<string>
  created_at: Date
}

export type AdzonesTable = {
  id: Generated<bigint>
  member_id: bigint
  site_id: bigint
  name: string
  created_at: Date
}

export type ChannelsTable = {
  id: Generated<bigint>
  member_id: bigint
  kind: string
  name: string
  created_at: Date
  account_id: bigint | null
  account_name: string | null
  parent_id: bigint | null
  relation_app: Generated<string>
  relation_from: string | null
  offline_scene: number | null
  online_scene: number | null
  note: string | null
  rtag: string | null
  register_info_sealed: Buffer | null
  status: Generated<string>
  punish_status: Generated<number>
}

export type InviteCodesTable = {
  code: string
  member_id: bigint
  kind: string
  parent_id: bigint | null
  relation_app: string
  created_at: Date
  expires_at: Date
}

export type AppsTable = {
  id: Generated<bigint>
  app_key: string
  member_id: bigint
  name: string
  status: Generated<string>
  ip_list: Generated<string[]>
  created_at: Date
}

export type AppSecretsTable = {
  id: Generated<bigint>
  app_id: bigint
  secret_sealed: Buffer
  created_at: Date
  retires_at: Date | null
}

export type SessionsTable = {
  id: Generated<bigint>
  token_hash: Buffer
  app_id: bigint
  member_id: bigint
  created_at: Date
  expires_at: Date
  withdrawn_at: Date | null
  grant_id: bigint | null
}

export type MemberGroupsTable = {
  id: Generated<bigint>
  owner_id: bigint
  created_at: Date
  updated_at: Date
}

export type MemberGroupMembersTable = {
  group_id: bigint
  member_id: bigint
  added_at: Date
}

export type OperatorsTable = {
  id: Generated<bigint>
  name: string
  token_hash: Buffer
  created_at: Date
  member_id: bigint | null
}

export type QuotaLimitsTable = {
  id: Generated<bigint>
  app_id: bigint
  scope: string
  method: string | null
  per_second: number | null
  per_day: number | null
}

export type QuotaCountsTable = {
  day: string
  counter: string
  used: bigint
}
