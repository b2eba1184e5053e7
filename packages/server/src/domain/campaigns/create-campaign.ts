import type { Context } from '../../context.ts'
import { BadField } from '../goods/index.ts'
import { isInGoodStanding, isLeader } from '../publishers/index.ts'
import type { Actor, Campaign } from './campaign.ts'
import type { NewCampaign } from './read-input.ts'
import { insertCampaign, insertStep } from './rows.ts'

/** A recruiting leader opens a campaign that merchants may join. BadField names what is wrong. */
export async function createCampaign(
  ctx: Context,
  wanted: NewCampaign,
  operator: Actor['operator'],
): Promise<Campaign> {
  const { leaderId, name, serviceRateBp, endsAt, reason } = wanted
  if (!(await isLeader(ctx, leaderId))) throw new BadField('leader_id', 'not a recruiting leader')
  if (!(await isInGoodStanding(ctx, leaderId))) throw new BadField('leader_id', 'suspended')
  const at = ctx.clock.now()
  const startsAt = wanted.startsAt ?? at
  if (startsAt < at) throw new BadField('starts_at', 'must not be in the past')
  if (endsAt <= startsAt) throw new BadField('ends_at', 'must be after starts_at')
  return ctx.store.transact(async (tx) => {
    const row = { leaderId, name, serviceRateBp, startsAt, endsAt, createdAt: at }
    const campaign = await insertCampaign(tx, row)
    const actor = { memberId: leaderId, operator }
    await insertStep(tx, campaign.id, { step: 'create', itemId: undefined, actor, reason, at })
    return campaign
  })
}
