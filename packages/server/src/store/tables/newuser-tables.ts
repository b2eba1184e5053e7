import type { Generated } from 'kysely'

// Buyers who were new to a shop, and what merchants pay for them.

export type NewuserShopsTable = {
  shop_id: bigint
  series: Generated<bigint>
  activities: Generated<number>
  walked_change_no: bigint
}

export type NewuserActivitiesTable = {
  id: Generated<bigint>
  activity_id: string
  shop_id: bigint
  name: string
  reward_fen: bigint
  starts_at: Date
  ends_at: Date
  ended_at: Date | null
  created_by: bigint | null
  ended_by: bigint | null
  created_at: Date
}

export type NewuserRecordsTable = {
  id: Generated<bigint>
  shop_id: bigint
  buyer_hash: Buffer
  activity_id: bigint
  order_id: bigint
  member_id: bigint
  site_id: bigint
  adzone_id: bigint
  relation_id: bigint | null
  state: string
  bought_at: Date
  received_at: Date | null
  reward_fen: bigint | null
  rewarded_at: Date | null
}
