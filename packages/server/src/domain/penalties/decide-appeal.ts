import type { Context } from '../../context.ts'
import { changePenalty } from './change-penalty.ts'
import type { Actor, AppealDecision, Penalty } from './penalty.ts'

/**
 * Upheld, the order earns what its events say, also when its commission had been given to the merchant;
 * dismissed, the penalty stays as it is. Undefined where there is no such penalty; BadField without an appeal.
 */
export async function decideAppeal(
  ctx: Context,
  id: bigint,
  how: { decision: AppealDecision; reason: string; operator: NonNullable<Actor['operator']> },
): Promise<Penalty | undefined> {
  const { decision, reason, operator } = how
  return changePenalty(ctx, id, { step: decision, reason, actor: { memberId: undefined, operator } })
}
