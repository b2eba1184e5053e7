import type { Package } from '@opentbk/top'
import type { Judgement } from '../judgement.ts'

export const applicationStates = ['waiting', 'granted', 'refused', 'cancelled'] as const
export type ApplicationState = (typeof applicationStates)[number]

/** What members ask for themselves; the other packages the operator gives. */
export const appliedFor = ['basic', 'link', 'share'] as const satisfies readonly Package[]
export type AppliedPackage = (typeof appliedFor)[number]

/** A member asked for a package for an app and a site. */
export type Application = {
  id: bigint
  appId: bigint
  appKey: string
  package: AppliedPackage
  siteId: bigint
  siteName: string
  memberId: bigint
  statement: string
  state: ApplicationState
  /** As they were found when it was filed. */
  rules: readonly Judgement[]
  filedAt: Date
  /** The day in GMT+8 by whose end an answer is due; undefined: it was answered at once. */
  dueOn: string | undefined
  /** The calendar did not know a year on the way. */
  isDueProvisional: boolean
  decidedAt: Date | undefined
  operatorId: bigint | undefined
  reason: string | undefined
}

/** With whether its answer is late, by today. */
export type ShownApplication = Application & { isOverdue: boolean }
