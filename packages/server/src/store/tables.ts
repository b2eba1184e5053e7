import type {
  AccountEventsTable,
  AccountsTable,
  InboxNoticesTable,
  OutboxMailsTable,
  PasswordResetsTable,
  RecoveryCodesTable,
  RegistrationsTable,
  SignInFailuresTable,
  SignInsTable,
} from './tables/account-tables.ts'
import type { ShareAgreementStepsTable, ShareAgreementsTable } from './tables/agreement-tables.ts'
import type { CampaignItemsTable, CampaignStepsTable, CampaignsTable } from './tables/campaign-tables.ts'
import type {
  CommunityGroupsTable,
  CommunityMessagesTable,
  CommunityPlansTable,
  CommunityResultsTable,
  ContentMaterialsTable,
  ContentReviewsTable,
} from './tables/content-tables.ts'
import type {
  CategoriesTable,
  CommissionPlansTable,
  CouponsTable,
  ImportsTable,
  ItemSearchTable,
  ItemsTable,
  MaterialItemsTable,
  MaterialsTable,
  PlanMembersTable,
  ShopFiguresTable,
  ShopsTable,
  SkusTable,
  VenueItemsTable,
  VenuesTable,
} from './tables/goods-tables.ts'
import type { JobRunsTable } from './tables/job-tables.ts'
import type {
  AdzonesTable,
  AppSecretsTable,
  AppsTable,
  ChannelsTable,
  InviteCodesTable,
  MemberGroupMembersTable,
  MemberGroupsTable,
  MembersTable,
  OperatorsTable,
  QuotaCountsTable,
  QuotaLimitsTable,
  SessionsTable,
  SettingsTable,
} from './tables/member-tables.ts'
import type {
  MerchantAccountEventsTable,
  MerchantAccountsTable,
  MerchantTransfersTable,
  PlanPausesTable,
} from './tables/merchant-tables.ts'
import type {
  NewuserActivitiesTable,
  NewuserRecordsTable,
  NewuserShopsTable,
} from './tables/newuser-tables.ts'
import type {
  AppRedirectsTable,
  OauthCodesTable,
  OauthGrantsTable,
  RefreshTokensTable,
} from './tables/oauth-tables.ts'
import type {
  PayeesTable,
  PayoutBatchesTable,
  PayoutCarriedTable,
  PayoutEventsTable,
  PayoutRunsTable,
  PayoutsTable,
} from './tables/payout-tables.ts'
import type { PenaltiesTable, PenaltyEventsTable } from './tables/penalty-tables.ts'
import type {
  CalendarDaysTable,
  CalendarYearsTable,
  CheatingCasesTable,
  DecisionsTable,
  GrantChecksTable,
  GrantWarningsTable,
  MemberBuyersTable,
  MemberShoppersTable,
  PackageDaysTable,
  PermissionAppealsTable,
  PermissionApplicationsTable,
  PermissionGrantsTable,
  PermissionInvitationsTable,
  RolledDaysTable,
  SettingChangesTable,
  SiteBeaconsTable,
  SiteDaysTable,
  SitePointsTable,
  SiteReportsTable,
  SiteStopsTable,
  SitesTable,
} from './tables/permission-tables.ts'
import type {
  CallLogTable,
  ClicksTable,
  DemoOrderEventsTable,
  DemoOrdersTable,
  LedgerBalancesTable,
  LedgerEntriesTable,
  LedgerLinesTable,
  OrderClockTable,
  OrderEventsTable,
  OrderRefundsTable,
  OrdersTable,
  ShopBuyersTable,
  ShortLinksTable,
  TpwdsTable,
  TradeParentsTable,
} from './tables/trade-tables.ts'

export type * from './tables/account-tables.ts'
export type * from './tables/agreement-tables.ts'
export type * from './tables/campaign-tables.ts'
export type * from './tables/content-tables.ts'
export type * from './tables/goods-tables.ts'
export type * from './tables/job-tables.ts'
export type * from './tables/member-tables.ts'
export type * from './tables/merchant-tables.ts'
export type * from './tables/newuser-tables.ts'
export type * from './tables/oauth-tables.ts'
export type * from './tables/payout-tables.ts'
export type * from './tables/penalty-tables.ts'
export type * from './tables/permission-tables.ts'
export type * from './tables/trade-tables.ts'

/** The tables of migrations/*.sql as Kysely sees them: int8 is bigint, times are Date (set once in open.ts). */
export type Database = {
  settings: SettingsTable
  members: MembersTable
  accounts: AccountsTable
  recovery_codes: RecoveryCodesTable
  sign_ins: SignInsTable
  sign_in_failures: SignInFailuresTable
  account_events: AccountEventsTable
  password_resets: PasswordResetsTable
  registrations: RegistrationsTable
  inbox_notices: InboxNoticesTable
  outbox_mails: OutboxMailsTable
  sites: SitesTable
  adzones: AdzonesTable
  channels: ChannelsTable
  invite_codes: InviteCodesTable
  apps: AppsTable
  app_secrets: AppSecretsTable
  sessions: SessionsTable
  app_redirects: AppRedirectsTable
  oauth_grants: OauthGrantsTable
  oauth_codes: OauthCodesTable
  refresh_tokens: RefreshTokensTable
  member_groups: MemberGroupsTable
  member_group_members: MemberGroupMembersTable
  permission_grants: PermissionGrantsTable
  calendar_days: CalendarDaysTable
  calendar_years: CalendarYearsTable
  cheating_cases: CheatingCasesTable
  decisions: DecisionsTable
  grant_checks: GrantChecksTable
  grant_warnings: GrantWarningsTable
  member_buyers: MemberBuyersTable
  member_shoppers: MemberShoppersTable
  package_days: PackageDaysTable
  permission_appeals: PermissionAppealsTable
  permission_applications: PermissionApplicationsTable
  permission_invitations: PermissionInvitationsTable
  rolled_days: RolledDaysTable
  setting_changes: SettingChangesTable
  site_beacons: SiteBeaconsTable
  site_days: SiteDaysTable
  site_points: SitePointsTable
  site_reports: SiteReportsTable
  site_stops: SiteStopsTable
  operators: OperatorsTable
  share_agreements: ShareAgreementsTable
  share_agreement_steps: ShareAgreementStepsTable
  quota_limits: QuotaLimitsTable
  quota_counts: QuotaCountsTable
  categories: CategoriesTable
  shops: ShopsTable
  materials: MaterialsTable
  material_items: MaterialItemsTable
  shop_figures: ShopFiguresTable
  item_search: ItemSearchTable
  imports: ImportsTable
  items: ItemsTable
  skus: SkusTable
  coupons: CouponsTable
  commission_plans: CommissionPlansTable
  plan_members: PlanMembersTable
  plan_pauses: PlanPausesTable
  campaigns: CampaignsTable
  campaign_items: CampaignItemsTable
  campaign_steps: CampaignStepsTable
  venues: VenuesTable
  venue_items: VenueItemsTable
  short_links: ShortLinksTable
  tpwds: TpwdsTable
  clicks: ClicksTable
  order_clock: OrderClockTable
  trade_parents: TradeParentsTable
  orders: OrdersTable
  order_events: OrderEventsTable
  order_refunds: OrderRefundsTable
  shop_buyers: ShopBuyersTable
  ledger_entries: LedgerEntriesTable
  ledger_lines: LedgerLinesTable
  ledger_balances: LedgerBalancesTable
  merchant_accounts: MerchantAccountsTable
  merchant_account_events: MerchantAccountEventsTable
  merchant_transfers: MerchantTransfersTable
  penalties: PenaltiesTable
  penalty_events: PenaltyEventsTable
  newuser_shops: NewuserShopsTable
  newuser_activities: NewuserActivitiesTable
  newuser_records: NewuserRecordsTable
  payees: PayeesTable
  payout_runs: PayoutRunsTable
  payout_batches: PayoutBatchesTable
  payouts: PayoutsTable
  payout_carried: PayoutCarriedTable
  payout_events: PayoutEventsTable
  demo_orders: DemoOrdersTable
  demo_order_events: DemoOrderEventsTable
  content_materials: ContentMaterialsTable
  content_reviews: ContentReviewsTable
  community_groups: CommunityGroupsTable
  community_plans: CommunityPlansTable
  community_messages: CommunityMessagesTable
  community_results: CommunityResultsTable
  job_runs: JobRunsTable
  call_log: CallLogTable
}
