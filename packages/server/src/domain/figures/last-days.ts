import type { Package } from '@opentbk/top'
import type { Db } from '../../store/store.ts'
import { selectLastCallDays, selectLastPaidDays } from './average-rows.ts'

/**
 * The newest full day on which an order of each site was paid; a site that never had one, or not within what is
 * kept, is absent. Thousands at once cost one statement.
 */
export async function lastPaidDays(db: Db, siteIds: readonly bigint[]): Promise<Map<bigint, string>> {
  return selectLastPaidDays(db, siteIds)
}

/**
 * The newest day, today included, on which an app called a method of a package, in the order of what is asked;
 * undefined where it never did, or not within what is kept. What is not written yet, a second of calls at the
 * most, is not seen. Thousands at once cost one statement.
 */
export async function lastCallDays(
  db: Db,
  asked: readonly { appId: bigint; package: Package }[],
): Promise<(string | undefined)[]> {
  return (await selectLastCallDays(db, asked)).map((day) => day ?? undefined)
}
