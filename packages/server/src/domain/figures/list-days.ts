import type { Context } from '../../context.ts'
import { findApp } from '../publishers/index.ts'
import {
  type DayRange,
  isSite,
  type PackageDay,
  type SiteDay,
  selectPackageDays,
  selectSiteDays,
} from './list-rows.ts'
import { selectNewestRolled } from './roll-up-rows.ts'

/** Whose: a member's own; undefined: whoever's it is, for operators. */
type Whose = { memberId: bigint | undefined }

/**
 * A site's full days, the newest first, without those on which nothing happened; and until which day figures are
 * there. Undefined where there is no such site, or none of the member's.
 */
export async function listSiteDays(
  ctx: Context,
  { siteId, memberId, from, to }: Whose & DayRange & { siteId: bigint },
): Promise<{ days: SiteDay[]; rolledUntil: string | undefined } | undefined> {
  const db = ctx.store.read
  if (!(await isSite(db, { siteId, memberId }))) return undefined
  const newest = await selectNewestRolled(db)
  return { days: await selectSiteDays(db, siteId, { from, to }), rolledUntil: newest?.day }
}

/**
 * An app's calls by day and package, the newest day first; today's are those so far. Undefined where there is no
 * such app, or none of the member's.
 */
export async function listPackageDays(
  ctx: Context,
  { appKey, memberId, from, to }: Whose & DayRange & { appKey: string },
): Promise<PackageDay[] | undefined> {
  const app = await findApp(ctx, appKey)
  if (!app || (memberId !== undefined && app.ownerId !== memberId)) return undefined
  return selectPackageDays(ctx.store.read, app.id, { from, to })
}
