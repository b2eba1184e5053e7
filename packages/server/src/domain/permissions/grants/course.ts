import type { Context } from '../../../context.ts'
import type { Db } from '../../../store/store.ts'
import { dayOf, lastCallDays, lastPaidDays } from '../../figures/index.ts'
import type { NetworkSettings } from '../../network-settings/index.ts'
import { selectChecks } from '../check/check-rows.ts'
import { judgeSubjects } from '../judge-subjects.ts'
import { type Course, unmetSince } from '../threats.ts'
import type { SiteGrant } from './grant.ts'

/** What is known today of packages that are held, in the order given: a few statements for thousands. */
export async function coursesOf(
  ctx: Context,
  db: Db,
  { grants, settings }: { grants: readonly SiteGrant[]; settings: NetworkSettings },
): Promise<Course[]> {
  if (grants.length === 0) return []
  const today = dayOf(ctx.clock.now())
  const judged = await judgeSubjects(ctx, db, { subjects: grants, settings })
  const called = await lastCallDays(db, grants)
  const siteIds = [...new Set(grants.map(({ siteId }) => siteId))]
  const paid = await lastPaidDays(db, siteIds)
  const checks = await selectChecks(
    db,
    grants.map(({ id }) => id),
  )
  return grants.map((grant, index) => {
    const judgements = judged[index] ?? []
    return {
      startDay: dayOf(grant.countedFrom ?? grant.grantedAt),
      lastCallDay: called[index],
      lastPaidDay: paid.get(grant.siteId),
      unmetSince: unmetSince(judgements, checks.get(grant.id)?.unmetSince, today),
      judgements,
    }
  })
}
