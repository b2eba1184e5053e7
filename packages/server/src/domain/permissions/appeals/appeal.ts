import type { Package } from '@opentbk/top'

export const appealStates = ['waiting', 'upheld', 'dismissed'] as const
export type AppealState = (typeof appealStates)[number]
export type AppealDecision = 'uphold' | 'dismiss'

/** Whoever lost a package asks for that to be looked at again. */
export type Appeal = {
  id: bigint
  grantId: bigint
  memberId: bigint
  appKey: string
  package: Package
  siteId: bigint | undefined
  reason: string
  state: AppealState
  appealedAt: Date
  decidedAt: Date | undefined
  operatorId: bigint | undefined
  decisionReason: string | undefined
}
