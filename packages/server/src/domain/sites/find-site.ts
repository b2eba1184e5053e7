import type { Context } from '../../context.ts'
import { getNetworkSettings } from '../network-settings/index.ts'
import { type BeaconHost, selectBeaconHosts } from './component/beacon-rows.ts'
import { type PointEntry, selectLastPoints } from './points/point-rows.ts'
import type { SiteReport } from './reports/report.ts'
import { selectLastReports } from './reports/report-rows.ts'
import { type SiteKey, selectSite } from './rows.ts'
import type { Site, SiteFacts } from './site.ts'
import { siteFacts } from './site-facts.ts'

const MOST_LINES = 20

/** A site with what is known of it; of each list the newest lines. */
export type SiteDetails = Site & {
  facts: SiteFacts
  points: PointEntry[]
  reports: SiteReport[]
  /** Where the component reported from. */
  hosts: BeaconHost[]
}

/** Undefined where there is no such site, or none of the member who is named. */
export async function findSite(ctx: Context, key: SiteKey): Promise<SiteDetails | undefined> {
  const db = ctx.store.read
  const site = await selectSite(db, key)
  if (!site) return undefined
  const { id } = site
  const settings = await getNetworkSettings(db)
  const [facts, points, reports, hosts] = await Promise.all([
    siteFacts(db, [id], { at: ctx.clock.now(), settings }),
    selectLastPoints(db, id, MOST_LINES),
    selectLastReports(db, id, MOST_LINES),
    selectBeaconHosts(db, id, MOST_LINES),
  ])
  return { ...site, facts: facts.get(id) as SiteFacts, points, reports, hosts }
}
