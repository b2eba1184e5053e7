import type { Context } from '../../../context.ts'
import { selectSite } from '../rows.ts'
import { type PointEntry, selectPoints } from './point-rows.ts'

/** A site's ledger of points, the oldest first. Undefined where there is no such site. */
export async function listSitePoints(
  ctx: Context,
  siteId: bigint,
  page: { after: bigint; limit: number },
): Promise<PointEntry[] | undefined> {
  const site = await selectSite(ctx.store.read, { id: siteId })
  return site && selectPoints(ctx.store.read, siteId, page)
}
