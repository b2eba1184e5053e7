import type { Generated } from 'kysely'

// What merchants pay in, may owe, and since when they owe more.

export type MerchantAccountsTable = {
  member_id: bigint
  credit_limit_fen: bigint | null
  paused_at: Generated<Date | null>
}

export type MerchantAccountEventsTable = {
  id: Generated<bigint>
  member_id: bigint | null
  kind: string
  credit_limit_fen: bigint | null
  balance_fen: bigint | null
  reason: string
  operator_id: bigint | null
  at: Date
}

export type MerchantTransfersTable = {
  reference: string
  member_id: bigint
  amount_fen: bigint
  balance_fen: bigint
  entry_id: bigint
  operator_id: bigint | null
  posted_at: Date
}

export type PlanPausesTable = {
  member_id: bigint
  from_at: Date
  to_at: Date | null
}
