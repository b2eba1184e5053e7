import type { Context } from '../../../context.ts'
import type { Tx } from '../../../store/store.ts'
import { getNetworkSettings, type NetworkSettings } from '../../network-settings/index.ts'
import { keptRules, keptThreats } from '../figures-kept.ts'
import { coursesOf } from '../grants/course.ts'
import { reasonOf, threatFindings } from '../grants/findings.ts'
import { isOfSite, type SiteGrant } from '../grants/grant.ts'
import { lockHeld } from '../grants/grant-rows.ts'
import { type Loss, withdrawGrants } from '../grants/withdraw-grants.ts'
import { lasting } from '../rules.ts'
import { type Course, type Threat, threatsOf } from '../threats.ts'
import { selectChecks, upsertChecks } from './check-rows.ts'
import { warnHolders } from './warn-holders.ts'

/** A grant with all that was found of it. */
export type Checked = { grant: SiteGrant; course: Course; threats: Threat[] }

type Some = { ids: readonly bigint[]; today: string; others: 'pass' | 'wait' }

/** Some grants in one transaction: what was found, warnings, losses and notices of them commit together. */
export async function checkSome(
  ctx: Context,
  { ids, today, others }: Some,
): Promise<{ checked: number; warned: number; withdrawn: number }> {
  return ctx.store.transact(async (tx) => {
    const grants = await lockUnchecked(tx, { ids, today, others })
    const settings = await getNetworkSettings(tx)
    const courses = await coursesOf(ctx, tx, { grants, settings })
    const all = grants.map((grant, index): Checked => {
      const course = courses[index] as Course
      return { grant, course, threats: threatsOf(course, settings, today) }
    })
    await upsertChecks(
      tx,
      all.map(({ grant, course }) => ({
        grantId: grant.id,
        unmetSince: course.unmetSince,
        rules: keptRules(course.judgements),
      })),
      today,
    )
    const warned = await warnHolders(ctx, tx, { all, settings })
    const losses = all.flatMap((one) => (isLost(one) ? [toLoss(one, settings)] : []))
    const withdrawn = await withdrawGrants(ctx, tx, losses)
    return { checked: all.length, warned, withdrawn }
  })
}

/** Read again under the lock: somebody may have been here in between. */
async function lockUnchecked(tx: Tx, { ids, today, others }: Some): Promise<SiteGrant[]> {
  const held = await lockHeld(tx, ids, others)
  const checks = await selectChecks(tx, ids)
  return held.filter(isOfSite).filter(({ id }) => (checks.get(id)?.checkedOn ?? '') < today)
}

function isLost({ threats }: Checked): boolean {
  return threats.some(({ daysLeft }) => daysLeft <= 0)
}

function toLoss({ grant, course, threats }: Checked, settings: NetworkSettings): Loss {
  const due = threats.filter(({ daysLeft }) => daysLeft <= 0)
  const { judgements, lastCallDay, lastPaidDay } = course
  const findings = due.flatMap((threat) => threatFindings(threat, { judgements, settings }))
  return {
    grant,
    cause: (due[0] as Threat).cause,
    by: { kind: 'rule' },
    reason: reasonOf(findings),
    figures: {
      threats: keptThreats(due),
      last_call_day: lastCallDay ?? null,
      last_paid_day: lastPaidDay ?? null,
      idle_days: settings.idleDays,
      grace_days: settings.graceDays,
      rules: keptRules(lasting(judgements)),
    },
    findings,
  }
}
