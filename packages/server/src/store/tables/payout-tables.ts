import type { Generated } from 'kysely'

// What is paid out to members: see 0013-payouts.sql.

export type PayeesTable = {
  id: Generated<bigint>
  member_id: bigint
  details_sealed: Buffer
  operator_id: bigint | null
  set_at: Date
}

export type PayoutRunsTable = {
  id: Generated<bigint>
  period: string
  cut_off: Date
  minimum_fen: bigint
  state: 'booking' | 'sending' | 'done'
  booked_to: Generated<bigint>
  payouts: Generated<number>
  payout_fen: Generated<bigint>
  carried: Generated<number>
  carried_fen: Generated<bigint>
  started_at: Date
  finished_at: Date | null
}

export type PayoutBatchesTable = {
  run_id: bigint
  no: number
  payouts: number
  amount_fen: bigint
  booked_at: Date
  provider: string | null
  sent_at: Date | null
}

export type PayoutsTable = {
  id: Generated<bigint>
  run_id: bigint
  batch_no: number
  member_id: bigint
  attempt: number
  amount_fen: bigint
  reference: string
  payee_id: bigint
  state: 'booked' | 'sent' | 'paid' | 'returned'
  bank_reference: string | null
  failure: string | null
  booked_at: Date
  sent_at: Date | null
  paid_at: Date | null
  returned_at: Date | null
}

export type PayoutCarriedTable = {
  run_id: bigint
  member_id: bigint
  amount_fen: bigint
  reason: 'negative' | 'below_minimum' | 'suspended' | 'no_payee'
}

export type PayoutEventsTable = {
  id: Generated<bigint>
  payout_id: bigint
  event: 'booked' | 'sent' | 'paid' | 'returned'
  by_operator: boolean
  operator_id: bigint | null
  note: string | null
  at: Date
}
