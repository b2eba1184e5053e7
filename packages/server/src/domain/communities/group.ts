/** A plan as the operator makes it: the same messages for each of its groups. */
export type NewPlan = {
  /** Whose channel reaches the groups. */
  memberId: bigint
  groupIds: readonly string[]
  /** The crowd (联盟人群) that the plan is for. */
  scdId: bigint | undefined
  name: string
  /** In the order they are sent. */
  messages: readonly NewMessage[]
}

export type NewMessage = { sendAt: Date; content: string }

export type Plan = {
  id: bigint
  /** The first part of its offset codes. */
  code: string
  groupId: string
  scdId: bigint | undefined
  name: string
  createdAt: Date
}

export type Message = { msgId: string; sendAt: Date; content: string }

/** What a channel says became of a message. */
export type Result = {
  resCode: bigint
  resDesc: string | undefined
  /** The channel's own time stamp; the latest counts. */
  stampMs: bigint
}

export type Group = {
  groupId: string
  memberId: bigint
  /** As the channel reported last: 1 usable, 0 not. */
  status: { value: number; note: string | undefined; stampMs: bigint } | undefined
}

/** Why the domain refuses what is well-formed. */
export type CommunityRefusal = 'foreign-group' | 'unknown-offset' | 'other-message' | 'time-ahead'
export type Refused = { refused: CommunityRefusal }
