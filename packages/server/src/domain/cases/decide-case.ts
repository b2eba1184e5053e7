import type { Context } from '../../context.ts'
import type { Tx } from '../../store/store.ts'
import { notify } from '../accounts/index.ts'
import { type DecidedBy, recordDecisions } from '../decisions/index.ts'
import { BadField } from '../goods/index.ts'
import { withdrawForViolation } from '../permissions/index.ts'
import { type CaseDecision, type CheatingCase, caseWords } from './case.ts'
import { lockCase, selectCase, updateDecided } from './rows.ts'
import { stateAfter, whyNot } from './rules.ts'

export type CaseVerdict = { decision: CaseDecision; reason: string; by: DecidedBy }

/**
 * Confirmed, the site loses its permission packages for a violation and its owner is told; dismissed, nothing
 * happened. Undefined where there is no such case; BadField where it is decided already.
 */
export async function decideCase(
  ctx: Context,
  id: bigint,
  verdict: CaseVerdict,
): Promise<CheatingCase | undefined> {
  return ctx.store.transact(async (tx) => {
    const found = await lockCase(tx, id)
    if (!found) return undefined
    const problem = whyNot(found.state)
    if (problem) throw new BadField('id', problem)
    await decide(ctx, tx, { found, verdict })
    return selectCase(tx, id)
  })
}

async function decide(
  ctx: Context,
  tx: Tx,
  { found, verdict }: { found: CheatingCase; verdict: CaseVerdict },
): Promise<void> {
  const { id, kind, siteId, memberId, day, figures } = found
  const { decision, reason, by } = verdict
  const operatorId = by.kind === 'operator' ? by.operatorId : undefined
  await updateDecided(tx, id, { state: stateAfter(decision), at: ctx.clock.now(), operatorId, reason })
  await recordDecisions(ctx, tx, [
    {
      kind: `case.${decision}`,
      by,
      memberId,
      siteId,
      subjectId: id,
      reason,
      figures: { case: kind, day, ...figures },
    },
  ])
  if (decision === 'dismiss') return
  await tell(ctx, tx, { found, reason })
  await withdrawForViolation(ctx, tx, { siteId, caseId: id, reason, by })
}

async function tell(
  ctx: Context,
  tx: Tx,
  { found, reason }: { found: CheatingCase; reason: string },
): Promise<void> {
  const { zh, en } = caseWords[found.kind]
  const { siteName, day, memberId } = found
  await notify(ctx, tx, {
    memberId,
    kind: 'case.confirm',
    title: { zh: `媒体“${siteName}”被认定违规`, en: `A violation was found on your site ${siteName}` },
    body: {
      zh: `${day}：${zh}。理由：${reason}。该媒体的API权限被清退，其推广链接不再计入佣金；您可以申诉。`,
      en: `${day}: ${en}. Reason: ${reason}. The site loses its API packages and its links no longer earn; you may appeal.`,
    },
    byMail: true,
  })
}
