import type { Db } from '../../../store/store.ts'
import { type ClickSeen, selectShopperClicks } from '../../clicks/index.ts'
import { findPlansAt, type Plan, type PlannedSale, type PlanThen, type SoldItem } from '../../goods/index.ts'
import { attributionSpan, type Chosen, type ClaimedClick, chooseClick, judgeClaim } from '../attribution.ts'
import type { OrderState } from '../rules.ts'
import { selectShoppers } from './buyer-rows.ts'
import { type ClaimedClicks, findClaimedClicks } from './claimed-clicks.ts'

const MAX_CLICKS = 200

/** An order of which it is asked who earns it. */
export type AskedOrder = { item: SoldItem; state: OrderState }

/** All that bears on who earns an order and on which terms. */
export type Evidence = {
  claims: ClaimedClick[]
  /** Whom its buyer was seen as. */
  shopperIds: string[]
  /** The shoppers' clicks, the best first. */
  clicks: ClickSeen[]
  chosen: Chosen | undefined
  /** The plan by which the chosen click earns. */
  plan: Plan | undefined
  /** The merchant's plans were paused when it was made. */
  plansPaused: boolean
}

/**
 * The evidence for orders of one shop, in their order. The number of queries does not depend on how many
 * orders there are: the shop's next request waits for each of them.
 */
export async function loadEvidence(
  db: Db,
  shopId: bigint,
  orders: readonly AskedOrder[],
): Promise<Evidence[]> {
  const evidence = await loadShoppers(db, shopId, orders)
  const spans = orders.map(({ item, state }, index) => ({
    shopperIds: evidence[index]?.shopperIds ?? [],
    itemId: item.id,
    ...attributionSpan(state.createdAt),
  }))
  const clicks = await selectShopperClicks(db, { shopId, spans, limit: MAX_CLICKS })
  orders.forEach(({ item }, index) => {
    const found = evidence[index] as Evidence
    found.clicks = clicks[index] ?? []
    found.chosen = chooseClick(found.clicks, item.id)
  })
  await addPlans(db, orders, evidence)
  return evidence
}

/** Evidence as far as shoppers: those whom accepted claims name, and those as whom the buyer was seen. */
async function loadShoppers(db: Db, shopId: bigint, orders: readonly AskedOrder[]): Promise<Evidence[]> {
  const clickIds = orders.flatMap(({ state }) => state.clickIds)
  const claimed = await findClaimedClicks(db, clickIds)
  const buyers = orders.map(({ state }) => ({ hash: state.buyerHash, until: state.createdAt }))
  const seenAs = await selectShoppers(db, shopId, buyers)
  return orders.map(({ state }, index) => {
    const claims = judgeClaims(claimed, shopId, state)
    const named = claims.flatMap(({ clickId, verdict }) =>
      verdict === 'accepted' ? (claimed(clickId)?.shopperId ?? []) : [],
    )
    const shopperIds = [...new Set([...named, ...(seenAs[index] ?? [])])]
    return { claims, shopperIds, clicks: [], chosen: undefined, plan: undefined, plansPaused: false }
  })
}

function judgeClaims(claimed: ClaimedClicks, shopId: bigint, state: OrderState): ClaimedClick[] {
  return state.clickIds.map((clickId) => ({
    clickId,
    verdict: judgeClaim(claimed(clickId), { shopId, at: state.createdAt }),
  }))
}

async function addPlans(db: Db, orders: readonly AskedOrder[], evidence: readonly Evidence[]): Promise<void> {
  const earned: Evidence[] = []
  const sales: PlannedSale[] = []
  orders.forEach(({ item }, index) => {
    const found = evidence[index]
    if (!found?.chosen) return
    const { click, rule } = found.chosen
    earned.push(found)
    sales.push({
      item,
      memberId: click.memberId,
      at: click.clickedAt,
      generalOnly: rule === 'same shop' || click.generalOnly,
    })
  })
  const plans = await findPlansAt(db, sales)
  earned.forEach((found, index) => {
    const { plan, isPaused } = plans[index] as PlanThen
    found.plan = plan
    found.plansPaused = isPaused
  })
}
