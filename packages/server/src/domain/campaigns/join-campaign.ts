import type { Context } from '../../context.ts'
import type { Tx } from '../../store/store.ts'
import { BadField, findItems, type Item, openCampaignPlan } from '../goods/index.ts'
import type { Actor, Campaign, CampaignItem } from './campaign.ts'
import { countPresentItems, insertItem, selectPresentItem } from './item-rows.ts'
import type { Entry } from './read-input.ts'
import { insertStep, lockCampaign } from './rows.ts'
import { stayOf, whyNotJoin } from './rules.ts'

const MAX_ITEMS = 10_000

/**
 * A merchant enters an item for a campaign: while it stays, its sales pay promoters the rate agreed and the
 * leader the service fee, where no better plan is open. Undefined where there is no such campaign.
 */
export async function joinCampaign(
  ctx: Context,
  id: bigint,
  how: { entry: Entry; operator: Actor['operator'] },
): Promise<CampaignItem | undefined> {
  const item = await getOwnItem(ctx, how.entry)
  return ctx.store.transact(async (tx) => {
    const campaign = await lockCampaign(tx, id)
    return campaign && addItem(ctx, tx, { ...how, campaign, item })
  })
}

async function addItem(
  ctx: Context,
  tx: Tx,
  how: { entry: Entry; operator: Actor['operator']; campaign: Campaign; item: Item },
): Promise<CampaignItem> {
  const { entry, campaign, item } = how
  const { itemId, memberId, rateBp, reason } = entry
  const at = ctx.clock.now()
  const present = await selectPresentItem(tx, { campaignId: campaign.id, itemId }, at)
  const problem = whyNotJoin(campaign, { at, rateBp, endsAt: entry.endsAt, present })
  if (problem) throw new BadField(problem.field, problem.reason)
  if ((await countPresentItems(tx, campaign.id, at)) >= MAX_ITEMS)
    throw new BadField('id', `the campaign has ${MAX_ITEMS} items already`)
  const stay = stayOf(campaign, { at, endsAt: entry.endsAt })
  const planId = await openCampaignPlan(tx, { item, name: campaign.name, rateBp, campaign, ...stay })
  const actor = { memberId, operator: how.operator }
  await insertStep(tx, campaign.id, { step: 'join', itemId, actor, reason, at })
  return insertItem(tx, { campaignId: campaign.id, itemId, planId, rateBp, joinedAt: at, ...stay })
}

async function getOwnItem(ctx: Context, { itemId, memberId }: Entry): Promise<Item> {
  const item = (await findItems(ctx, [itemId])).get(itemId)
  if (!item) throw new BadField('item_id', 'no such item')
  if (item.shop.memberId !== memberId) throw new BadField('member_id', 'not the merchant of this item')
  if (!item.promoted) throw new BadField('item_id', 'its merchant does not promote it')
  return item
}
