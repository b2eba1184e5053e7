import type { Generated } from 'kysely'

// Sites and what is known of them, permission packages, the calendar, cheating cases, the audit log.

export type SitesTable = {
  id: Generated<bigint>
  member_id: bigint
  kind: string
  name: string
  address: string
  category: string
  status: string
  is_platform: Generated<boolean>
  owner_attested_at: Date | null
  component_attested_at: Date | null
  reviewed_at: Date | null
  review_reason: string | null
  created_at: Date
}

export type PermissionGrantsTable = {
  id: Generated<bigint>
  app_id: bigint
  package: string
  site_id: bigint | null
  status: string
  granted_at: Date
  withdrawn_at: Date | null
  basis: Generated<string>
  is_checked: Generated<boolean>
  counted_from: Date | null
  withdrawn_cause: string | null
}

export type SitePointsTable = {
  id: Generated<bigint>
  site_id: bigint
  points: number
  reason: string
  operator_id: bigint | null
  at: Date
}

export type SiteBeaconsTable = {
  site_id: bigint
  day: string
  host: string
  is_own: boolean
  hits: bigint
  first_at: Date
  last_at: Date
}

export type SiteReportsTable = {
  id: Generated<bigint>
  site_id: bigint
  kind: string
  value: bigint
  note: string
  reported_by: bigint
  reported_at: Date
  state: Generated<string>
  decided_at: Date | null
  operator_id: bigint | null
  reason: string | null
}

export type SiteDaysTable = {
  site_id: bigint
  day: string
  clicks: bigint
  paid_orders: bigint
  paid_fen: bigint
}

export type PackageDaysTable = {
  app_id: bigint
  package: string
  day: string
  calls: bigint
}

export type RolledDaysTable = {
  day: string
  rolled_at: Date
}

export type CalendarDaysTable = {
  day: string
  is_working: boolean
  name: string
  source: string
  operator_id: bigint | null
}

export type CalendarYearsTable = {
  year: number
  source: string
  operator_id: bigint | null
}

export type PermissionInvitationsTable = {
  site_id: bigint
  package: string
  operator_id: bigint | null
  reason: string
  invited_at: Date
}

export type PermissionApplicationsTable = {
  id: Generated<bigint>
  app_id: bigint
  package: string
  site_id: bigint
  member_id: bigint
  statement: string
  state: string
  rules: unknown
  filed_at: Date
  due_on: string | null
  due_is_provisional: Generated<boolean>
  decided_at: Date | null
  operator_id: bigint | null
  reason: string | null
}

export type GrantChecksTable = {
  grant_id: bigint
  checked_on: string
  unmet_since: string | null
  rules: unknown
}

export type GrantWarningsTable = {
  grant_id: bigint
  cause: string
  since: string
  stage: number
  warned_at: Date
}

export type PermissionAppealsTable = {
  id: Generated<bigint>
  grant_id: bigint
  member_id: bigint
  reason: string
  state: Generated<string>
  appealed_at: Date
  decided_at: Date | null
  operator_id: bigint | null
  decision_reason: string | null
}

export type SiteStopsTable = {
  site_id: bigint
  cause: string
  since: Date
}

export type SettingChangesTable = {
  id: Generated<bigint>
  name: string
  before: unknown
  after: unknown
  reason: string
  operator_id: bigint | null
  at: Date
}

export type CheatingCasesTable = {
  id: Generated<bigint>
  kind: string
  site_id: bigint
  member_id: bigint
  day: string
  figures: unknown
  state: Generated<string>
  raised_at: Date
  decided_at: Date | null
  operator_id: bigint | null
  reason: string | null
}

export type MemberShoppersTable = {
  member_id: bigint
  shopper_id: string
  seen_at: Date
}

export type MemberBuyersTable = {
  shop_id: bigint
  buyer_hash: Buffer
  member_id: bigint
  noted_at: Date
}

export type DecisionsTable = {
  id: Generated<bigint>
  kind: string
  made_by: string
  operator_id: bigint | null
  by_member_id: bigint | null
  member_id: bigint | null
  site_id: bigint | null
  app_id: bigint | null
  package: string | null
  subject_id: bigint | null
  reason: string
  figures: Generated<unknown>
  at: Date
  recorded_at: Generated<Date>
}
