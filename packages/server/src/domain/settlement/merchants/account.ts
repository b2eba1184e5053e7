/** What a merchant may owe where the operator has said nothing: 100,000.00 yuan. */
export const DEFAULT_CREDIT_LIMIT_FEN = 10_000_000n

/** A merchant's account: what was paid in and not used, or, below nothing, what is owed. */
export type MerchantAccount = {
  memberId: bigint
  name: string
  balanceFen: bigint
  /** What may be owed: the merchant's own limit, else the one of all. */
  creditLimitFen: bigint
  hasOwnLimit: boolean
  /** Since when its plans are paused. */
  pausedAt: Date | undefined
}

export type AccountEvent = {
  id: bigint
  kind: 'limit' | 'paused' | 'resumed'
  /** The limit from then on; undefined: whatever the one of all is. */
  creditLimitFen: bigint | undefined
  /** What the account held; undefined for the limit of all. */
  balanceFen: bigint | undefined
  reason: string
  operatorId: bigint | undefined
  at: Date
}

/** Money paid in (more than nothing) or given back (less), by a reference that is good for one transfer. */
export type Transfer = {
  reference: string
  memberId: bigint
  amountFen: bigint
  /** What the account held after it. */
  balanceFen: bigint
  entryId: bigint
  postedAt: Date
}
