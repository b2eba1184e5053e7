import type { Context } from '../../../context.ts'
import { notify } from '../../accounts/index.ts'
import { type DecidedBy, recordDecisions } from '../../decisions/index.ts'
import { BadField } from '../../goods/index.ts'
import { reportNotice } from '../notices.ts'
import { selectSite } from '../rows.ts'
import type { Site } from '../site.ts'
import type { SiteReport } from './report.ts'
import { lockReport, updateReport } from './report-rows.ts'

export type ReportDecision = { decision: 'confirm' | 'refuse'; reason: string }

/**
 * An operator confirms what an owner reported, or does not; the owner hears of it. Undefined where there is no such
 * report; BadField where it is decided already.
 */
export async function decideReport(
  ctx: Context,
  id: bigint,
  { decision, reason, by }: ReportDecision & { by: DecidedBy },
): Promise<SiteReport | undefined> {
  return ctx.store.transact(async (tx) => {
    const report = await lockReport(tx, id)
    if (!report) return undefined
    if (report.state !== 'waiting') throw new BadField('id', `it is ${report.state} already`)
    const decided: SiteReport = {
      ...report,
      state: decision === 'confirm' ? 'confirmed' : 'refused',
      decidedAt: ctx.clock.now(),
      operatorId: by.kind === 'operator' ? by.operatorId : undefined,
      reason,
    }
    await updateReport(tx, decided)
    const { siteId, kind, value } = report
    const site = (await selectSite(tx, { id: siteId })) as Site
    await notify(ctx, tx, reportNotice(site, decided))
    const about = { memberId: site.memberId, siteId, subjectId: id }
    const figures = { kind, value: String(value), reported_at: report.reportedAt.toISOString() }
    await recordDecisions(ctx, tx, [{ kind: `site.report.${decision}`, by, reason, ...about, figures }])
    return decided
  })
}
