export const campaignStates = ['planned', 'open', 'ended'] as const
/** By the time alone: planned before it starts, ended from its end on. */
export type CampaignState = (typeof campaignStates)[number]

/** What a recruiting leader (招商团长) offers merchants to join: for a service fee beside the commission. */
export type Campaign = {
  id: bigint
  leaderId: bigint
  name: string
  serviceRateBp: number
  startsAt: Date
  endsAt: Date
  createdAt: Date
}

/** An item's stay in a campaign, with the rate its merchant agreed to and the plan that pays by it. */
export type CampaignItem = {
  id: bigint
  campaignId: bigint
  itemId: bigint
  planId: bigint
  rateBp: number
  joinedAt: Date
  startsAt: Date
  endsAt: Date
}

/** For which member something is done, and who does it. */
export type Actor = {
  memberId: bigint
  /** An operator acts for the member; undefined: the member does. By the command line no operator is known. */
  operator: { id: bigint | undefined } | undefined
}

/** One step of a campaign's life; of an item where it joins or leaves. */
export type CampaignStep = {
  step: 'create' | 'join' | 'leave' | 'end'
  itemId: bigint | undefined
  actor: Actor
  reason: string | undefined
  at: Date
}

/** A page of a list, the oldest first, from after an id. */
export type Page = { after: bigint; limit: number }
