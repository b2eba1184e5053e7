import type { Context } from '../../../context.ts'
import type { Tx } from '../../../store/store.ts'
import { type NewNotice, notifyAll } from '../../accounts/index.ts'
import type { NewDecision } from '../../decisions/index.ts'
import type { NetworkSettings } from '../../network-settings/index.ts'
import { keptRules, keptThreats } from '../figures-kept.ts'
import { inLines, nameOf, reasonOf, threatFindings } from '../grants/findings.ts'
import { recordAll } from '../grants/withdraw-grants.ts'
import { lasting } from '../rules.ts'
import { stagesOf, type Threat } from '../threats.ts'
import { insertWarnings } from './check-rows.ts'
import type { Checked } from './check-some.ts'

/** A holder who is to hear, and of which threats. */
type Warned = Checked & { nearest: Threat }

/**
 * Warns those who have come to a stage that they were not warned at in the same run of days: one notice a grant,
 * with everything that threatens it. Answers how many were warned.
 */
export async function warnHolders(
  ctx: Context,
  tx: Tx,
  { all, settings }: { all: readonly Checked[]; settings: NetworkSettings },
): Promise<number> {
  const held = all.filter(({ threats }) => threats.every(({ daysLeft }) => daysLeft > 0))
  const due = held.flatMap(({ grant, threats }) =>
    threats.flatMap((threat) =>
      stagesOf(threat, settings).map((stage) => {
        const { cause, since } = threat
        return { grantId: grant.id, cause, since, stage }
      }),
    ),
  )
  const fresh = new Set((await insertWarnings(tx, due, ctx.clock.now())).map(({ grantId }) => grantId))
  const warned = held.flatMap((one): Warned[] => {
    const nearest = one.threats[0]
    return nearest && fresh.has(one.grant.id) ? [{ ...one, nearest }] : []
  })
  await recordAll(
    ctx,
    tx,
    warned.map((one) => toDecision(one, settings)),
  )
  await notifyAll(
    ctx,
    tx,
    warned.map((one) => toNotice(one, settings)),
  )
  return warned.length
}

function findingsOf({ threats, course }: Warned, settings: NetworkSettings) {
  return threats.flatMap((threat) => threatFindings(threat, { judgements: course.judgements, settings }))
}

function toDecision(one: Warned, settings: NetworkSettings): NewDecision {
  const { grant, course, threats } = one
  const { memberId, siteId, appId, id: subjectId } = grant
  return {
    ...{ kind: 'permission.warn', memberId, siteId, appId, subjectId },
    package: grant.package,
    by: { kind: 'rule' },
    reason: reasonOf(findingsOf(one, settings)),
    figures: {
      threats: keptThreats(threats),
      last_call_day: course.lastCallDay ?? null,
      last_paid_day: course.lastPaidDay ?? null,
      rules: keptRules(lasting(course.judgements)),
    },
  }
}

function toNotice(one: Warned, settings: NetworkSettings): NewNotice {
  const { daysLeft } = one.nearest
  const name = nameOf(one.grant)
  const first = {
    zh: `${name.zh} 将在 ${daysLeft} 天后被清退：`,
    en: `${name.en} will be withdrawn in ${daysLeft} ${daysLeft === 1 ? 'day' : 'days'}:`,
  }
  return {
    memberId: one.grant.memberId,
    kind: 'permission.warn',
    title: { zh: '权限包即将清退', en: 'Permission package about to be withdrawn' },
    body: inLines(first, findingsOf(one, settings)),
    byMail: true,
  }
}
