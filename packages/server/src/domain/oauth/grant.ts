/** Why an authorisation ended before its time. */
export type WithdrawReason = 'member' | 'operator' | 'token_reused' | 'code_reused' | 'replaced'

/** An authorisation as it is shown: who let which app act, and until when. */
export type Grant = {
  id: bigint
  appId: bigint
  appKey: string
  appName: string
  ownerName: string
  memberId: bigint
  grantedAt: Date
  /** When the last of its tokens ends; it moves with each refresh. */
  expiresAt: Date
  withdrawnAt: Date | undefined
  reason: WithdrawReason | undefined
}

export const grantStates = ['live', 'ended'] as const
export type GrantState = (typeof grantStates)[number]

export type GrantFilter = {
  memberId: bigint | undefined
  appKey: string | undefined
  state: GrantState | undefined
  after: bigint
  limit: number
}
