import type { Context } from '../../context.ts'
import type { Decision } from './decision.ts'
import { type DecisionFilter, selectDecisions } from './rows.ts'

/** The audit log, the newest first: everybody's for operators, one member's own for the member. */
export async function listDecisions(ctx: Context, filter: DecisionFilter): Promise<Decision[]> {
  return selectDecisions(ctx.store.read, filter)
}
