import type { Generated } from 'kysely'

// What publishers agreed to share.

export type ShareAgreementsTable = {
  id: Generated<bigint>
  second_id: bigint
  third_id: bigint
  share_bp: number
  offered_by: bigint
  state: string
  offered_at: Date
  decided_at: Date | null
  ended_at: Date | null
}

export type ShareAgreementStepsTable = {
  id: Generated<bigint>
  agreement_id: bigint
  step: string
  member_id: bigint
  by_operator: boolean
  operator_id: bigint | null
  reason: string | null
  at: Date
}
