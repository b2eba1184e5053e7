import type { Db } from '../../../store/store.ts'
import { selectPointsInForce } from './point-rows.ts'

const DAY_MS = 86_400_000

/**
 * The deduction points of sites in force at a moment; a site without any is not in the answer. An entry counts
 * for `lastDays` days, with 0 for ever. What is taken back never goes below none, so nothing is saved up for
 * points to come.
 */
export async function sitePoints(
  db: Db,
  siteIds: readonly bigint[],
  { at, lastDays }: { at: Date; lastDays: number },
): Promise<Map<bigint, number>> {
  const since = lastDays === 0 ? undefined : new Date(at.getTime() - lastDays * DAY_MS)
  return selectPointsInForce(db, siteIds, { since, until: at })
}
