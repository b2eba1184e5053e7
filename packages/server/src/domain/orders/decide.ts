import type { Chosen, ClaimedClick } from './attribution.ts'
import type { Evidence } from './ingest/load-evidence.ts'

const KEPT_CLICKS = 20

/** Who earns an order and on which terms, with everything that was looked at. */
export type Decision = {
  chosen: Evidence['chosen']
  plan: Evidence['plan']
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
  /** Why the chosen click earns by no plan. */
  plan_problem?: 'plans paused' | 'no plan'
}

/** Who earns the order that this is the evidence of. The same evidence gives the same decision. */
export function decideOrder(evidence: Evidence): Decision {
  return { chosen: evidence.chosen, plan: evidence.plan, story: tellStory(evidence) }
}

function tellStory(facts: Evidence): DecisionStory {
  return {
    claims: facts.claims,
    shoppers: facts.shopperIds.length,
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
    ...planProblem(facts),
  }
}

function planProblem({ chosen, plan, plansPaused }: Evidence): Pick<DecisionStory, 'plan_problem'> {
  if (!chosen || plan) return {}
  return { plan_problem: plansPaused ? 'plans paused' : 'no plan' }
}
