import type { Context } from '../../../context.ts'
import { notify } from '../../accounts/index.ts'
import { type DecidedBy, recordDecisions } from '../../decisions/index.ts'
import { getNetworkSettings } from '../../network-settings/index.ts'
import { pointsNotice } from '../notices.ts'
import { lockSite } from '../rows.ts'
import { insertPoints, type PointEntry } from './point-rows.ts'
import { sitePoints } from './site-points.ts'

/**
 * Gives a site deduction points, or takes some back; the owner hears of it. Answers the entry and how many points
 * are in force now. Undefined where there is no such site.
 */
export async function addSitePoints(
  ctx: Context,
  siteId: bigint,
  input: { points: number; reason: string; by: DecidedBy },
): Promise<(PointEntry & { inForce: number }) | undefined> {
  const { points, reason, by } = input
  const at = ctx.clock.now()
  const operatorId = by.kind === 'operator' ? by.operatorId : undefined
  return ctx.store.transact(async (tx) => {
    const site = await lockSite(tx, { id: siteId })
    if (!site) return undefined
    const entry = { siteId, points, reason, operatorId, at }
    const id = await insertPoints(tx, entry)
    const { pointsLastDays: lastDays } = await getNetworkSettings(tx)
    const inForce = (await sitePoints(tx, [siteId], { at, lastDays })).get(siteId) ?? 0
    await notify(ctx, tx, pointsNotice(site, { points, reason, inForce }))
    const about = { memberId: site.memberId, siteId, subjectId: id }
    const figures = { points, in_force: inForce, last_days: lastDays }
    await recordDecisions(ctx, tx, [{ kind: 'site.points', by, reason, ...about, figures }])
    return { id, ...entry, inForce }
  })
}
