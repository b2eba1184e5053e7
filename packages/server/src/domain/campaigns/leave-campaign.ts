import type { Context } from '../../context.ts'
import { BadField, endCampaignPlans, findItems } from '../goods/index.ts'
import type { Actor, CampaignItem } from './campaign.ts'
import { endItems, selectPresentItem } from './item-rows.ts'
import type { Ending } from './read-input.ts'
import { insertStep, lockCampaign } from './rows.ts'
import { later } from './rules.ts'

/**
 * The item's merchant takes it out of a campaign, or the leader does. Clicks until now keep their terms.
 * Undefined where there is no such campaign or the item is not in it.
 */
export async function leaveCampaign(
  ctx: Context,
  key: { campaignId: bigint; itemId: bigint },
  how: { ending: Ending; operator: Actor['operator'] },
): Promise<CampaignItem | undefined> {
  const { memberId, reason } = how.ending
  const item = (await findItems(ctx, [key.itemId])).get(key.itemId)
  return ctx.store.transact(async (tx) => {
    const campaign = await lockCampaign(tx, key.campaignId)
    const at = ctx.clock.now()
    const present = campaign && (await selectPresentItem(tx, key, at))
    if (!present) return undefined
    if (memberId !== campaign.leaderId && memberId !== item?.shop.memberId)
      throw new BadField('member_id', 'neither the merchant of this item nor the leader')
    await endCampaignPlans(tx, await endItems(tx, key, at), at)
    const actor = { memberId, operator: how.operator }
    await insertStep(tx, key.campaignId, { step: 'leave', itemId: key.itemId, actor, reason, at })
    return { ...present, endsAt: later(present.startsAt, at) }
  })
}
