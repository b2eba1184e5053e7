import type { Db } from '../../store/store.ts'
import type { NetworkSettings } from '../network-settings/index.ts'
import { selectLastOwnBeacons } from './component/beacon-rows.ts'
import { sitePoints } from './points/site-points.ts'
import { confirmedFigures } from './reports/confirmed-figures.ts'
import { selectSitesById } from './rows.ts'
import type { SiteFacts } from './site.ts'

/** At which moment, and by which settings. */
export type FactsAt = { at: Date; settings: Pick<NetworkSettings, 'pointsLastDays' | 'reportLastDays'> }

/**
 * What is known of sites, by id: four statements for however many. A site that does not exist is not in the answer.
 */
export async function siteFacts(
  db: Db,
  siteIds: readonly bigint[],
  { at, settings }: FactsAt,
): Promise<Map<bigint, SiteFacts>> {
  // One after the other: a transaction has one connection.
  const sites = await selectSitesById(db, siteIds)
  const points = await sitePoints(db, siteIds, { at, lastDays: settings.pointsLastDays })
  const seen = await selectLastOwnBeacons(db, siteIds)
  const figures = await confirmedFigures(db, siteIds, { at, lastDays: settings.reportLastDays })
  return new Map(
    sites.map(({ id, memberId, kind, category, status, isPlatform, componentAttestedAt }) => [
      id,
      {
        ...{ id, memberId, kind, category, status, isPlatform, componentAttestedAt },
        points: points.get(id) ?? 0,
        componentSeen: seen.get(id),
        downloads: figures.get(id)?.downloads,
        dailyUsers: figures.get(id)?.dailyUsers,
      },
    ]),
  )
}
