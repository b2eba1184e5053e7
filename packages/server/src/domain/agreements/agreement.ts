export const agreementStates = ['offered', 'accepted', 'refused', 'ended'] as const
export type AgreementState = (typeof agreementStates)[number]

/**
 * By which two publishers share what a tripartite (三方) link earns: the second party converts, the third is
 * the owner of sub_pid and gets the share of the gross commission.
 */
export type Agreement = {
  id: bigint
  secondId: bigint
  thirdId: bigint
  shareBp: number
  offeredBy: bigint
  state: AgreementState
  offeredAt: Date
  decidedAt: Date | undefined
  endedAt: Date | undefined
}

/** What may be decided about an agreement that was offered. */
export type Decision = 'accept' | 'refuse' | 'end'

/** For which of the two parties something is done, and who does it. */
export type Actor = {
  memberId: bigint
  /** An operator acts for the member; undefined: the member does. By the command line no operator is known. */
  operator: { id: bigint | undefined } | undefined
}

/** One step of an agreement's life. */
export type Step = {
  step: 'offer' | Decision
  actor: Actor
  reason: string | undefined
  at: Date
}
