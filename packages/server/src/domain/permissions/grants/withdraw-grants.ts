import type { Context } from '../../../context.ts'
import type { Tx } from '../../../store/store.ts'
import { type NewNotice, notifyAll } from '../../accounts/index.ts'
import { type DecidedBy, type Figures, type NewDecision, recordDecisions } from '../../decisions/index.ts'
import type { InTwoLanguages } from '../judgement.ts'
import { inLines, nameOf, reasonOf } from './findings.ts'
import type { Grant, LossCause } from './grant.ts'
import { lockDependants, updateWithdrawn } from './grant-rows.ts'
import { insertLossStops } from './stop-rows.ts'

/** A statement's parameters are 65,535 at the most, and a decision has thirteen. */
const DECISIONS_AT_ONCE = 4000

/** A grant that is lost, and why: for the audit log and for its holder. */
export type Loss = {
  grant: Grant
  cause: LossCause
  by: DecidedBy
  reason: string
  figures: Figures
  findings: readonly InTwoLanguages[]
}

/**
 * Takes packages from their holders, whose rows are locked: calls and links stop with the commit, holders hear why.
 * With basic go link and share of the same app and site. Answers how many went.
 */
export async function withdrawGrants(ctx: Context, tx: Tx, losses: readonly Loss[]): Promise<number> {
  if (losses.length === 0) return 0
  const at = ctx.clock.now()
  const lost = losses.map(({ grant, cause }) => ({ id: grant.id, cause }))
  await updateWithdrawn(tx, lost, at)
  for (const pkg of ['link', 'share'] as const) {
    const ofPackage = losses.flatMap(({ grant }) => (grant.package === pkg ? [grant] : []))
    if (ofPackage.length > 0) await insertLossStops(tx, ofPackage, { package: pkg, at })
  }
  await recordAll(ctx, tx, losses.map(toDecision))
  await notifyAll(ctx, tx, losses.map(toNotice))
  return losses.length + (await withdrawDependants(ctx, tx, losses))
}

async function withdrawDependants(ctx: Context, tx: Tx, losses: readonly Loss[]): Promise<number> {
  const basics = losses.flatMap(({ grant }) => (grant.package === 'basic' ? [grant] : []))
  if (basics.length === 0) return 0
  const dependants = await lockDependants(tx, basics)
  const finding = {
    zh: '三 1：该应用已失去此媒体的基础API',
    en: '三 1: the app no longer holds basic for this site',
  }
  return withdrawGrants(
    ctx,
    tx,
    dependants.map((grant) => ({
      grant,
      cause: 'rule',
      by: { kind: 'rule' },
      reason: reasonOf([finding]),
      figures: { rules: [{ rule: 'basic', is_met: false, figures: { has_basic: false } }] },
      findings: [finding],
    })),
  )
}

/** Decisions in as many statements as their number asks for. */
export async function recordAll(ctx: Context, tx: Tx, decisions: readonly NewDecision[]): Promise<void> {
  for (let from = 0; from < decisions.length; from += DECISIONS_AT_ONCE) {
    await recordDecisions(ctx, tx, decisions.slice(from, from + DECISIONS_AT_ONCE))
  }
}

function toDecision({ grant, cause, by, reason, figures }: Loss): NewDecision {
  const { id: subjectId, memberId, siteId, appId } = grant
  const about = { memberId, siteId, appId, package: grant.package, subjectId }
  return { kind: 'permission.withdraw', by, reason, figures: { cause, ...figures }, ...about }
}

function toNotice({ grant, findings }: Loss): NewNotice {
  const name = nameOf(grant)
  const first = {
    zh: `${name.zh} 已被清退，即刻起不可调用。如有异议，可以申诉。`,
    en: `${name.en} is withdrawn: it can no longer be called. You may appeal.`,
  }
  return {
    memberId: grant.memberId,
    kind: 'permission.withdraw',
    title: { zh: '权限包已清退', en: 'Permission package withdrawn' },
    body: inLines(first, findings),
    byMail: true,
  }
}
