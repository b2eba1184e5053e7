import type { Tx } from '../../../store/store.ts'
import { decideOrder } from '../decide.ts'
import { type Earnings, earningsOf } from '../earnings.ts'
import type { OrderWrite } from '../rows.ts'
import { foldOrder, type OrderState } from '../rules.ts'
import { ratesOf, type Terms, toTerms } from '../terms.ts'
import { loadEvidence } from './load-evidence.ts'
import type { Draft } from './open-drafts.ts'

/** What an order is now, who earns it and how much. */
export type Outcome = { draft: Draft; state: OrderState; terms: Terms; earnings: Earnings }

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
      earnings: earningsOf(state, ratesOf(terms)),
    }
  })
  return outcomes.filter((outcome) => outcome.draft.arrived.length > 0 || isChanged(outcome))
}

// A payment or a refund says nothing new about who led the shopper here; and what was settled is final.
function needsDecision(draft: Draft, state: OrderState): boolean {
  const { before, arrived } = draft
  if (before?.tk_earned_at) return false
  if (!before || arrived.length === 0 || draft.hasNewsOfBuyer) return true
  if (before.tb_created_at.getTime() !== state.createdAt.getTime()) return true
  return arrived.some((event) => event.clickId !== undefined || event.buyerHash !== undefined)
}

function isChanged({ draft, terms }: Outcome): boolean {
  const { before } = draft
  return before?.click_id !== terms.click_id || before.plan_id !== terms.plan_id
}
