import type { Context } from '../../context.ts'
import type { Penalty } from './penalty.ts'
import { type PenaltyFilter, selectPenalties } from './rows.ts'

/** For the operator: penalties that a filter lets through, the oldest first, from after an id. */
export async function listPenalties(ctx: Context, filter: PenaltyFilter): Promise<Penalty[]> {
  return selectPenalties(ctx.store.read, filter)
}
