import type { Context } from '../../context.ts'
import { BadField } from '../goods/index.ts'
import type { Actor, Agreement, Decision } from './agreement.ts'
import { changeAgreement, endAccepted, insertStep, lockAgreement } from './rows.ts'
import { stateAfter, whyNot } from './rules.ts'

/**
 * A party accepts or refuses what the other offered, or ends an agreement. Accepting ends what was agreed
 * before; links made by then keep their share. Undefined where this member has no such agreement.
 */
export async function decideAgreement(
  ctx: Context,
  id: bigint,
  how: { decision: Decision; actor: Actor; reason: string | undefined },
): Promise<Agreement | undefined> {
  const { decision, actor, reason } = how
  const at = ctx.clock.now()
  return ctx.store.transact(async (tx) => {
    const agreement = await lockAgreement(tx, { id, memberId: actor.memberId })
    if (!agreement) return undefined
    const problem = whyNot(agreement, decision, actor.memberId)
    if (problem) throw new BadField(problem.field, problem.reason)
    if (decision === 'accept') {
      const replaced = await endAccepted(tx, agreement, at)
      if (replaced !== undefined)
        await insertStep(tx, replaced, { step: 'end', actor, reason: `replaced by agreement ${id}`, at })
    }
    await insertStep(tx, id, { step: decision, actor, reason, at })
    return changeAgreement(tx, id, { state: stateAfter(decision), at })
  })
}
