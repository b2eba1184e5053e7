import type { Generated } from 'kysely'

// What is held back of orders that broke the rules.

export type PenaltiesTable = {
  id: Generated<bigint>
  order_id: bigint
  violation_type: string
  state: string
  reason: string
  operator_id: bigint | null
  created_at: Date
  decided_at: Date | null
  appealed_at: Date | null
}

export type PenaltyEventsTable = {
  id: Generated<bigint>
  penalty_id: bigint
  step: string
  reason: string
  member_id: bigint | null
  by_operator: boolean
  operator_id: bigint | null
  entry_key: string | null
  at: Date
}
