import type { Db } from '../../store/store.ts'
import { type ClickSeen, parseClickId, selectClick, selectShopperClicks } from '../clicks/index.ts'
import { findPlanAt, type SoldItem } from '../goods/index.ts'
import { attributionSpan, type Chosen, type ClaimedClick, chooseClick, judgeClaim } from './attribution.ts'
import { type Sighting, selectShoppers } from './buyer-rows.ts'
import type { KeptEvent } from './event.ts'
import type { OrderState } from './rules.ts'

const MAX_CLICKS = 200
const KEPT_CLICKS = 20

/** Who earns an order and on which terms, with everything that was looked at. */
export type Decision = {
  chosen: Chosen | undefined
  plan: { id: bigint; kind: string; rateBp: number } | undefined
  /** The whole story, as it is kept with the order. */
  story: DecisionStory
}

export type DecisionStory = {
  claims: ClaimedClick[]
  shoppers: number
  clicks: {
    id: string
    at: string
    item_id: string | null
    promoter: string
    attributable: boolean
    reason?: string
  }[]
  chosen: string | null
  rule: Chosen['rule'] | null
  plan_id: string | null
  plan_kind: string | null
  rate_bp: number
}

/** Looks at the clicks of the order's shopper and decides. Reads only; the same facts give the same decision. */
export async function decideOrder(db: Db, order: { item: SoldItem; state: OrderState }): Promise<Decision> {
  const { item, state } = order
  const shopId = item.shopId
  const { claims, shopperIds } = await readClaims(db, { shopId, state })
  const joined = state.buyerHash
    ? await selectShoppers(db, { shopId, buyerHash: state.buyerHash, until: state.createdAt })
    : []
  const everyone = [...new Set([...shopperIds, ...joined])].sort()
  const clicks = await selectShopperClicks(db, {
    shopperIds: everyone,
    shopId,
    itemId: item.id,
    ...attributionSpan(state.createdAt),
    limit: MAX_CLICKS,
  })
  const chosen = chooseClick(clicks, item.id)
  const plan =
    chosen &&
    (await findPlanAt(db, {
      item,
      memberId: chosen.click.memberId,
      at: chosen.click.clickedAt,
      generalOnly: chosen.rule === 'same shop' || chosen.click.generalOnly,
    }))
  return { chosen, plan, story: tellStory({ claims, shoppers: everyone.length, clicks, chosen, plan }) }
}

async function readClaims(
  db: Db,
  order: { shopId: bigint; state: OrderState },
): Promise<{ claims: ClaimedClick[]; shopperIds: string[] }> {
  const claims: ClaimedClick[] = []
  const shopperIds: string[] = []
  for (const clickId of order.state.clickIds) {
    const click = await findClick(db, clickId)
    const verdict = judgeClaim(click, { shopId: order.shopId, at: order.state.createdAt })
    claims.push({ clickId, verdict })
    if (click && verdict === 'accepted') shopperIds.push(click.shopperId)
  }
  return { claims, shopperIds }
}

/** The sighting in an event: a buyer together with a click that may speak for that moment. */
export async function findSighting(db: Db, shopId: bigint, event: KeptEvent): Promise<Sighting | undefined> {
  if (!event.buyerHash || event.clickId === undefined) return undefined
  const click = await findClick(db, event.clickId)
  if (!click || judgeClaim(click, { shopId, at: event.at }) !== 'accepted') return undefined
  return { buyerHash: event.buyerHash, shopperId: click.shopperId, seenAt: event.at }
}

async function findClick(db: Db, clickId: string): Promise<ClickSeen | undefined> {
  const parsed = parseClickId(clickId)
  if (!parsed) return undefined
  // The id tells the time to the millisecond: one partition is looked at.
  return selectClick(db, parsed.id, { from: parsed.at, to: new Date(parsed.at.getTime() + 1) })
}

function tellStory(facts: {
  claims: ClaimedClick[]
  shoppers: number
  clicks: ClickSeen[]
  chosen: Chosen | undefined
  plan: Decision['plan']
}): DecisionStory {
  return {
    claims: facts.claims,
    shoppers: facts.shoppers,
    clicks: facts.clicks.slice(0, KEPT_CLICKS).map((click) => ({
      id: click.id,
      at: click.clickedAt.toISOString(),
      item_id: click.itemId?.toString() ?? null,
      promoter: click.memberId.toString(),
      attributable: click.attributable,
      ...(click.reason === null ? {} : { reason: click.reason }),
    })),
    chosen: facts.chosen?.click.id ?? null,
    rule: facts.chosen?.rule ?? null,
    plan_id: facts.plan?.id.toString() ?? null,
    plan_kind: facts.plan?.kind ?? null,
    rate_bp: facts.plan?.rateBp ?? 0,
  }
}
