export const payoutStates = ['booked', 'sent', 'paid', 'returned'] as const
export type PayoutState = (typeof payoutStates)[number]

/** The payouts of one month: what was settled until its cut-off. */
export type PayoutRun = {
  id: bigint
  /** The month in GMT+8, `2026-10`. */
  period: string
  /** The first moment of the next month. */
  cutOff: Date
  /** Smaller amounts are carried; as it was when the run began. */
  minimumFen: bigint
  /** booking: members are being decided; sending: all are, and the bank has not taken everything yet. */
  state: 'booking' | 'sending' | 'done'
  payouts: number
  payoutFen: bigint
  carried: number
  /** Debts count against what is carried. */
  carriedFen: bigint
  startedAt: Date
  finishedAt: Date | undefined
}

/** Money of a member's on its way to their bank account. */
export type Payout = {
  id: bigint
  runId: bigint
  period: string
  /** Together with which others it goes to the bank: the number of the file. */
  batchNo: number
  memberId: bigint
  attempt: number
  amountFen: bigint
  reference: string
  state: PayoutState
  bankReference: string | undefined
  failure: string | undefined
  bookedAt: Date
  sentAt: Date | undefined
  paidAt: Date | undefined
  returnedAt: Date | undefined
}

/** Why somebody's money stays in their balance. */
export type CarryReason = 'negative' | 'below_minimum' | 'suspended' | 'no_payee'

/** What a run does about a member. */
export type Decision = { memberId: bigint; amountFen: bigint } & (
  | { pay: true; payeeId: bigint }
  | { pay: false; reason: CarryReason }
)

/** What the bank said became of a payout. */
export type BankResult = { state: 'paid'; bankReference: string } | { state: 'returned'; reason: string }

/** An operator who acts, by the command line without an id; undefined: the run or the bank. */
export type Operator = { id: bigint | undefined } | undefined

/** One step of a payout's life. */
export type PayoutEvent = { event: PayoutState; operator: Operator; note: string | undefined; at: Date }
