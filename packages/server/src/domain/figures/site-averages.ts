import type { Db } from '../../store/store.ts'
import { selectSums } from './average-rows.ts'
import { addDays } from './days.ts'
import { averageOf, type SiteAverages } from './rules.ts'

/**
 * What each of these sites had on the average day of a period that ends on a day, which is its last. Every site
 * that is asked about is in the answer; thousands at once cost one statement.
 */
export async function siteAverages(
  db: Db,
  siteIds: readonly bigint[],
  { endsOn, days }: { endsOn: string; days: number },
): Promise<Map<bigint, SiteAverages>> {
  const sums = await selectSums(db, siteIds, { from: addDays(endsOn, 1 - days), to: endsOn })
  const none = { clicks: 0n, paidOrders: 0n, paidFen: 0n }
  return new Map(siteIds.map((id) => [id, averageOf(sums.get(id) ?? none, days)]))
}
