import type { Context } from '../../context.ts'
import type { Tx } from '../../store/store.ts'
import { BadField } from '../goods/index.ts'
import { type HeldOrder, holdOrder, setPenalty } from '../orders/index.ts'
import type { Actor, AppealDecision, Penalty, PenaltyDecision } from './penalty.ts'
import { insertEvent, selectPenalty, updatePenalty } from './rows.ts'
import { causes, penaltyOf, stateAfter, whyNot } from './rules.ts'

export type PenaltyChange = {
  step: PenaltyDecision | 'appeal' | AppealDecision
  reason: string
  actor: Actor
}

/**
 * One step more of a penalty's life, with the money that it moves. Undefined where there is no such penalty,
 * or none of the promoter who is named; BadField where the step cannot be taken.
 */
export async function changePenalty(
  ctx: Context,
  id: bigint,
  change: PenaltyChange,
): Promise<Penalty | undefined> {
  return ctx.store.transact(async (tx) => {
    const known = await selectPenalty(tx, id)
    const held = known && (await holdOrder(tx, known.tradeId))
    if (!held) return undefined
    const { memberId } = change.actor
    if (memberId !== undefined && memberId !== held.order.member_id) return undefined
    // Read again: whoever held the order before may have changed it.
    const penalty = (await selectPenalty(tx, id)) as Penalty
    const problem = whyNot(penalty, change.step)
    if (problem) throw new BadField('id', problem)
    await takeStep(ctx, tx, { held, penalty, change })
    return selectPenalty(tx, id)
  })
}

async function takeStep(
  ctx: Context,
  tx: Tx,
  { held, penalty, change }: { held: HeldOrder; penalty: Penalty; change: PenaltyChange },
): Promise<void> {
  const { step, reason, actor } = change
  const at = ctx.clock.now()
  const state = stateAfter(penalty.state, step)
  const isMoved = step !== 'appeal' && step !== 'dismiss'
  const entryKey = isMoved
    ? await setPenalty(ctx, tx, {
        ...held,
        penaltyId: penalty.id,
        penalty: penaltyOf(state),
        cause: causes[step],
      })
    : undefined
  await insertEvent(tx, penalty.id, { step, actor, reason, at, entryKey })
  const decidedAt = isMoved ? at : penalty.decidedAt
  await updatePenalty(tx, penalty.id, { state, decidedAt, appealedAt: step === 'appeal' ? at : undefined })
}
