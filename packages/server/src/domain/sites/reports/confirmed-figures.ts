import type { Db } from '../../../store/store.ts'
import { selectConfirmed } from './report-rows.ts'

const DAY_MS = 86_400_000

export type ConfirmedFigures = { downloads?: bigint; dailyUsers?: bigint }

/** By site, of each kind the newest figure that was confirmed in the last days; 0 days is whenever. */
export async function confirmedFigures(
  db: Db,
  siteIds: readonly bigint[],
  { at, lastDays }: { at: Date; lastDays: number },
): Promise<Map<bigint, ConfirmedFigures>> {
  const since = lastDays === 0 ? undefined : new Date(at.getTime() - lastDays * DAY_MS)
  const found = new Map<bigint, ConfirmedFigures>()
  for (const { siteId, kind, value } of await selectConfirmed(db, siteIds, { since, until: at })) {
    const figures = found.get(siteId) ?? {}
    found.set(siteId, figures)
    if (kind === 'downloads') figures.downloads = value
    else figures.dailyUsers = value
  }
  return found
}
