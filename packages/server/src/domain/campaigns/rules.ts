import type { Campaign, CampaignItem, CampaignState } from './campaign.ts'

/** The most that a merchant pays on a sale: commission and service fee together. */
const MAX_COST_BP = 9000

export type Problem = { field: string; reason: string }

export function stateAt(
  { startsAt, endsAt }: Pick<Campaign, 'startsAt' | 'endsAt'>,
  at: Date,
): CampaignState {
  // Called off before its start, it ends where it would have begun.
  if (at >= endsAt || endsAt <= startsAt) return 'ended'
  return at < startsAt ? 'planned' : 'open'
}

/** When an item that joins now is in: from now or the campaign's start, to its own end or the campaign's. */
export function stayOf(
  campaign: Pick<Campaign, 'startsAt' | 'endsAt'>,
  wanted: { at: Date; endsAt: Date | undefined },
): { startsAt: Date; endsAt: Date } {
  return { startsAt: later(campaign.startsAt, wanted.at), endsAt: wanted.endsAt ?? campaign.endsAt }
}

/** Why an item may not join on these terms; undefined when it may. Names the field that is at fault. */
export function whyNotJoin(
  campaign: Campaign,
  wanted: { at: Date; rateBp: number; endsAt: Date | undefined; present: CampaignItem | undefined },
): Problem | undefined {
  if (stateAt(campaign, wanted.at) === 'ended') return { field: 'id', reason: 'the campaign is over' }
  if (wanted.present) return { field: 'item_id', reason: 'it is in this campaign already' }
  if (wanted.rateBp + campaign.serviceRateBp > MAX_COST_BP) {
    const most = `at most ${MAX_COST_BP / 100} together with the service rate`
    return { field: 'commission_rate', reason: most }
  }
  const stay = stayOf(campaign, wanted)
  if (stay.endsAt <= stay.startsAt)
    return { field: 'ends_at', reason: 'must be after the item’s first moment' }
  if (stay.endsAt > campaign.endsAt) return { field: 'ends_at', reason: 'the campaign ends before' }
  return undefined
}

export function later(one: Date, other: Date): Date {
  return new Date(Math.max(one.getTime(), other.getTime()))
}
