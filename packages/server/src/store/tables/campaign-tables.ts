import type { Generated } from 'kysely'

// What recruiting leaders run and which items take part.

export type CampaignsTable = {
  id: Generated<bigint>
  leader_id: bigint
  name: string
  service_rate_bp: number
  starts_at: Date
  ends_at: Date
  created_at: Date
}

export type CampaignItemsTable = {
  id: Generated<bigint>
  campaign_id: bigint
  item_id: bigint
  plan_id: bigint
  commission_rate_bp: number
  joined_at: Date
  starts_at: Date
  ends_at: Date
}

export type CampaignStepsTable = {
  id: Generated<bigint>
  campaign_id: bigint
  item_id: bigint | null
  step: string
  member_id: bigint
  by_operator: boolean
  operator_id: bigint | null
  reason: string | null
  at: Date
}
