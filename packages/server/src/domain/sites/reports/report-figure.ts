import type { Context } from '../../../context.ts'
import { recordDecisions } from '../../decisions/index.ts'
import { BadField } from '../../goods/index.ts'
import { lockSite } from '../rows.ts'
import { whyNotReport } from '../rules.ts'
import type { ReportKind, SiteReport } from './report.ts'
import { insertReport, selectWaiting } from './report-rows.ts'

export type NewFigure = { siteId: bigint; kind: ReportKind; value: bigint; note: string }

/**
 * The owner states a figure of a site, which counts once an operator confirmed it. Undefined where the member has no
 * such site; BadField where it is out of the network, or one of the same kind waits already.
 */
export async function reportFigure(
  ctx: Context,
  memberId: bigint,
  figure: NewFigure,
): Promise<SiteReport | undefined> {
  const { siteId, kind, value, note } = figure
  return ctx.store.transact(async (tx) => {
    const site = await lockSite(tx, { id: siteId, memberId })
    if (!site) return undefined
    const problem = whyNotReport(site)
    if (problem) throw new BadField('id', problem)
    const waiting = await selectWaiting(tx, { siteId, kind })
    if (waiting !== undefined) throw new BadField('kind', `report ${waiting} of this kind waits already`)
    const report = await insertReport(tx, { ...figure, reportedBy: memberId, reportedAt: ctx.clock.now() })
    const about = { memberId, siteId, subjectId: report.id }
    const by = { kind: 'member', memberId } as const
    const figures = { kind, value: String(value) }
    await recordDecisions(ctx, tx, [{ kind: 'site.report', by, reason: note, ...about, figures }])
    return report
  })
}
