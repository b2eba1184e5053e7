import type { Context } from '../../context.ts'
import { BadField, endCampaignPlans } from '../goods/index.ts'
import type { Actor, Campaign } from './campaign.ts'
import { endItems } from './item-rows.ts'
import type { Ending } from './read-input.ts'
import { insertStep, lockCampaign, updateCampaignEnd } from './rows.ts'
import { later, stateAt } from './rules.ts'

/**
 * The leader ends a campaign before its time, and with it the stays of all its items. Clicks until now keep
 * their terms. Undefined where this leader has no such campaign.
 */
export async function endCampaign(
  ctx: Context,
  id: bigint,
  how: { ending: Ending; operator: Actor['operator'] },
): Promise<Campaign | undefined> {
  const { memberId, reason } = how.ending
  return ctx.store.transact(async (tx) => {
    const campaign = await lockCampaign(tx, id)
    if (campaign?.leaderId !== memberId) return undefined
    const at = ctx.clock.now()
    if (stateAt(campaign, at) === 'ended') throw new BadField('id', 'the campaign is over already')
    const ended = { ...campaign, endsAt: later(campaign.startsAt, at) }
    await updateCampaignEnd(tx, id, ended.endsAt)
    await endCampaignPlans(tx, await endItems(tx, { campaignId: id }, at), at)
    const actor = { memberId, operator: how.operator }
    await insertStep(tx, id, { step: 'end', itemId: undefined, actor, reason, at })
    return ended
  })
}
