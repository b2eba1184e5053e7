import type { Generated } from 'kysely'

// What promoters upload and what groups are sent: see 0004-content-communities.sql.

export type ContentMaterialsTable = {
  id: Generated<bigint>
  member_id: bigint
  item_id: bigint
  price_fen: bigint
  texts: string[]
  pictures: string[]
  price_starts_at: Date | null
  price_ends_at: Date | null
  digest: Buffer
  uploaded_at: Date
  status: Generated<string>
  published_at: Date | null
  modified_at: Date
  scenes: Generated<number[]>
  use_scenes: Generated<number[]>
  need_item_count: Generated<number>
  title: string | null
  tag: string | null
  selling_point: string | null
  price_structure: string | null
  recommend_reason: string | null
  content_tags: Generated<string[]>
}

export type ContentReviewsTable = {
  id: Generated<bigint>
  material_id: bigint
  operator_id: bigint | null
  decision: string
  reason: string
  decided_at: Date
}

export type CommunityGroupsTable = {
  group_id: string
  member_id: bigint
  status: number | null
  status_note: string | null
  status_stamp_ms: bigint | null
  created_at: Date
}

export type CommunityPlansTable = {
  id: Generated<bigint>
  code: string
  group_id: string
  scd_id: bigint | null
  name: string
  last_msg_id: string
  last_send_at: Date
  operator_id: bigint | null
  created_at: Date
}

export type CommunityMessagesTable = {
  plan_id: bigint
  position: number
  msg_id: string
  send_at: Date
  content: string
}

export type CommunityResultsTable = {
  plan_id: bigint
  msg_id: string
  res_code: bigint
  res_desc: string | null
  stamp_ms: bigint
  received_at: Date
}
