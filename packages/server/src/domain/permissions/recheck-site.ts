import type { Context } from '../../context.ts'
import { dayOf } from '../figures/index.ts'
import { getNetworkSettings } from '../network-settings/index.ts'
import { keptRules } from './figures-kept.ts'
import { reasonOf, threatFindings } from './grants/findings.ts'
import { isOfSite } from './grants/grant.ts'
import { lockCheckedGrants } from './grants/grant-rows.ts'
import { type Loss, withdrawGrants } from './grants/withdraw-grants.ts'
import { judgeSubjects } from './judge-subjects.ts'
import { lasting, unmet } from './rules.ts'

/**
 * Somebody changed something of a site: what no longer holds by that (it is not approved, has too many points, is
 * of another category) costs it its packages at once. Figures have their days of grace and wait for the daily check.
 */
export async function recheckSite(ctx: Context, siteId: bigint): Promise<void> {
  await ctx.store.transact(async (tx) => {
    const grants = (await lockCheckedGrants(tx, siteId)).filter(isOfSite)
    if (grants.length === 0) return
    const settings = await getNetworkSettings(tx)
    const found = await judgeSubjects(ctx, tx, { subjects: grants, settings })
    const today = dayOf(ctx.clock.now())
    const losses = grants.flatMap((grant, index): Loss[] => {
      const judgements = lasting(found[index] ?? [])
      if (unmet(judgements, 'act').length === 0) return []
      const threat = { cause: 'rule', since: today, daysLeft: 0 } as const
      const findings = threatFindings(threat, { judgements, settings })
      const figures = { rules: keptRules(judgements) }
      const reason = reasonOf(findings)
      return [{ grant, cause: 'rule', by: { kind: 'rule' }, reason, figures, findings }]
    })
    await withdrawGrants(ctx, tx, losses)
  })
}
