export const reportKinds = ['downloads', 'daily_users'] as const
export type ReportKind = (typeof reportKinds)[number]

export const reportStates = ['waiting', 'confirmed', 'refused'] as const
export type ReportState = (typeof reportStates)[number]

/** A figure that an owner states of a site, and who confirmed it. */
export type SiteReport = {
  id: bigint
  siteId: bigint
  kind: ReportKind
  value: bigint
  note: string
  reportedBy: bigint
  reportedAt: Date
  state: ReportState
  decidedAt: Date | undefined
  /** Undefined also where the command line decided. */
  operatorId: bigint | undefined
  reason: string | undefined
}
