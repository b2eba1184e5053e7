import type { Context } from '../../context.ts'
import type { Db } from '../../store/store.ts'
import { addDays, dayOf, siteAverages } from '../figures/index.ts'
import type { NetworkSettings } from '../network-settings/index.ts'
import { type SiteFacts, siteFacts } from '../sites/index.ts'
import { type Subject, selectEntryFacts } from './fact-rows.ts'
import type { Judgement } from './judgement.ts'
import { judge } from './rules.ts'

/** The rules over apps and sites as they are now, in the order given: a few statements for thousands. */
export async function judgeSubjects(
  ctx: Context,
  db: Db,
  { subjects, settings }: { subjects: readonly Subject[]; settings: NetworkSettings },
): Promise<Judgement[][]> {
  if (subjects.length === 0) return []
  const at = ctx.clock.now()
  const siteIds = [...new Set(subjects.map(({ siteId }) => siteId))]
  const sites = await siteFacts(db, siteIds, { at, settings })
  const endsOn = addDays(dayOf(at), -1)
  const averages = await siteAverages(db, siteIds, { endsOn, days: settings.averageDays })
  const entries = await selectEntryFacts(db, subjects)
  return subjects.map(({ package: pkg, siteId }, index) => {
    const entry = entries[index]
    return judge(
      pkg,
      {
        site: sites.get(siteId) as SiteFacts,
        averages: averages.get(siteId) ?? { clicks: 0, paidFen: 0n },
        hasBasic: entry?.holds_basic ?? false,
        isInvited: entry?.is_invited ?? false,
        hasViolation: entry?.has_violation ?? false,
        at,
      },
      settings,
    )
  })
}
