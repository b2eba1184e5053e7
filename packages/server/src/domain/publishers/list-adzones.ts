import type { PromoterContext } from '../../context.ts'
import { formatPid } from './pid.ts'
import { countOwnAdzones, selectOwnAdzones, selectSite } from './rows.ts'

const MAX_LISTED = 5000

/** The promoter's adzones, of one site or of all, the oldest first; undefined for a site that is not theirs. */
export async function listAdzones(
  ctx: PromoterContext,
  siteId: bigint | undefined,
): Promise<{ totalCount: number; adzones: { pid: string; name: string }[] } | undefined> {
  const db = ctx.store.read
  if (siteId !== undefined && !(await selectSite(db, ctx.promoterId, siteId))) return undefined
  const of = { memberId: ctx.promoterId, siteId }
  const [totalCount, rows] = await Promise.all([
    countOwnAdzones(db, of),
    selectOwnAdzones(db, of, MAX_LISTED),
  ])
  const adzones = rows.map(({ id, siteId: site, name }) => ({
    pid: formatPid({ memberId: ctx.promoterId, siteId: site, adzoneId: id }),
    name,
  }))
  return { totalCount, adzones }
}
