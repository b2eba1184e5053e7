import type { Context } from '../../context.ts'
import { changePenalty } from './change-penalty.ts'
import type { Penalty } from './penalty.ts'

/**
 * The promoter of the order asks for the penalty to be looked at again, one appeal at a time. Undefined where
 * this promoter has no such penalty; BadField where nothing is left to appeal against.
 */
export async function appealPenalty(
  ctx: Context,
  id: bigint,
  appeal: { memberId: bigint; reason: string; operator: { id: bigint | undefined } | undefined },
): Promise<Penalty | undefined> {
  const { memberId, reason, operator } = appeal
  return changePenalty(ctx, id, { step: 'appeal', reason, actor: { memberId, operator } })
}
