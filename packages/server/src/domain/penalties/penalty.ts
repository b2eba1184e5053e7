import type { Line } from '../settlement/index.ts'

export const violationTypes = ['店铺淘宝客', '订单虚假交易'] as const
export type ViolationType = (typeof violationTypes)[number]

export const penaltyStates = ['frozen', 'released', 'taken'] as const
export type PenaltyState = (typeof penaltyStates)[number]

/** An order that was found to break the rules: its commission is held back, released, or given to the merchant. */
export type Penalty = {
  id: bigint
  orderId: bigint
  tradeId: bigint
  /** Whose order it is; undefined: nobody's any more. */
  memberId: bigint | undefined
  violationType: ViolationType
  state: PenaltyState
  /** Why it was frozen. */
  reason: string
  createdAt: Date
  decidedAt: Date | undefined
  /** Since when an appeal waits for its decision. */
  appealedAt: Date | undefined
}

/** What an operator may decide about a frozen order, and about an appeal. */
export type PenaltyDecision = 'release' | 'take'
export type AppealDecision = 'uphold' | 'dismiss'
export type PenaltyStep = 'freeze' | PenaltyDecision | 'appeal' | AppealDecision

/** Who does it: an operator (by the command line none is known), for the promoter where there is one. */
export type Actor = {
  memberId: bigint | undefined
  operator: { id: bigint | undefined } | undefined
}

/** One step of a penalty's life, and the money that it moved. */
export type PenaltyEvent = {
  step: PenaltyStep
  actor: Actor
  reason: string
  at: Date
  moved: Line[]
}
