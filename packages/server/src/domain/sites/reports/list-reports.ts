import type { Context } from '../../../context.ts'
import { selectSite } from '../rows.ts'
import type { SiteReport } from './report.ts'
import { type ReportFilter, selectReports } from './report-rows.ts'

/** For operators: what owners reported, the oldest first. */
export async function listReports(ctx: Context, filter: ReportFilter): Promise<SiteReport[]> {
  return selectReports(ctx.store.read, filter)
}

/** What a member reported of a site, the oldest first. Undefined where the member has no such site. */
export async function listOwnReports(
  ctx: Context,
  memberId: bigint,
  filter: ReportFilter & { siteId: bigint },
): Promise<SiteReport[] | undefined> {
  const site = await selectSite(ctx.store.read, { id: filter.siteId, memberId })
  return site && selectReports(ctx.store.read, filter)
}
