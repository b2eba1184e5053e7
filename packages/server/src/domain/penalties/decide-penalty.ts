import type { Context } from '../../context.ts'
import { changePenalty } from './change-penalty.ts'
import type { Actor, Penalty, PenaltyDecision } from './penalty.ts'

/**
 * What was held back goes to those who earned it (release), or back to the merchant with the platform's fee
 * (take). Undefined where there is no such penalty; BadField where it is not frozen, or an appeal is open.
 */
export async function decidePenalty(
  ctx: Context,
  id: bigint,
  how: { decision: PenaltyDecision; reason: string; operator: NonNullable<Actor['operator']> },
): Promise<Penalty | undefined> {
  const { decision, reason, operator } = how
  return changePenalty(ctx, id, { step: decision, reason, actor: { memberId: undefined, operator } })
}
