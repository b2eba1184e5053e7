import type { Tx } from '../../store/store.ts'
import { type Decision, decideOrder } from './decide.ts'
import { loadEvidence } from './load-evidence.ts'
import type { Draft } from './open-drafts.ts'
import type { OrderWrite } from './rows.ts'
import { type Earnings, earningsOf, foldOrder, type OrderState } from './rules.ts'

/** What an order is now, who earns it and how much. */
export type Outcome = { draft: Draft; state: OrderState; terms: Terms; earnings: Earnings }

/** Who earns the order and by what, as it is kept in its row. */
export type Terms = Pick<
  OrderWrite,
  | 'member_id'
  | 'site_id'
  | 'adzone_id'
  | 'relation_id'
  | 'special_id'
  | 'click_id'
  | 'clicked_at'
  | 'terminal'
  | 'plan_id'
  | 'plan_kind'
  | 'rate_bp'
  | 'fee_bp'
  | 'decision'
>

/** Works out what the orders are now. Those that nothing came to and nothing changed in are left out. */
export async function workOut(
  tx: Tx,
  input: { shopId: bigint; feeBp: number; drafts: readonly Draft[] },
): Promise<Outcome[]> {
  const orders = input.drafts.map((draft) => ({ draft, item: draft.item, state: foldOrder(draft.events) }))
  const asked = orders.filter(({ draft, state }) => needsDecision(draft, state))
  const evidence = await loadEvidence(tx, input.shopId, asked)
  const decisions = new Map(evidence.map((found, index) => [asked[index], decideOrder(found)]))
  const outcomes = orders.map((order): Outcome => {
    const { draft, state } = order
    const decision = decisions.get(order)
    const terms = decision
      ? toTerms(decision, draft.before?.fee_bp ?? input.feeBp)
      : (draft.before as OrderWrite)
    return {
      draft,
      state,
      terms,
      earnings: earningsOf(state, { rateBp: terms.rate_bp, feeBp: terms.fee_bp }),
    }
  })
  return outcomes.filter((outcome) => outcome.draft.arrived.length > 0 || isChanged(outcome))
}

// A payment or a refund says nothing new about who led the shopper here.
function needsDecision(draft: Draft, state: OrderState): boolean {
  const { before, arrived } = draft
  if (!before || arrived.length === 0 || draft.hasNewsOfBuyer) return true
  if (before.tb_created_at.getTime() !== state.createdAt.getTime()) return true
  return arrived.some((event) => event.clickId !== undefined || event.buyerHash !== undefined)
}

function toTerms(decision: Decision, feeBp: number): Terms {
  const click = decision.chosen?.click
  return {
    member_id: click?.memberId ?? null,
    site_id: click?.siteId ?? null,
    adzone_id: click?.adzoneId ?? null,
    relation_id: click?.relationId ?? null,
    special_id: click?.specialId ?? null,
    click_id: click?.id ?? null,
    clicked_at: click?.clickedAt ?? null,
    terminal: click?.terminal ?? null,
    plan_id: decision.plan?.id ?? null,
    plan_kind: decision.plan?.kind ?? null,
    rate_bp: decision.plan?.rateBp ?? 0,
    fee_bp: feeBp,
    decision: decision.story,
  }
}

function isChanged({ draft, terms }: Outcome): boolean {
  const { before } = draft
  return before?.click_id !== terms.click_id || before.plan_id !== terms.plan_id
}
