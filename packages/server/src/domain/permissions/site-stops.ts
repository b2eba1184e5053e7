import type { Context } from '../../context.ts'
import { cacheKind } from '../../store/caches.ts'
import { selectSiteStops } from './rows.ts'

/**
 * Why a site's links do not count. link: those that the API made; share: those with a third party; violation: all
 * of them.
 */
export type SiteStop = 'link' | 'share' | 'violation'

const stops = cacheKind<bigint, ReadonlySet<SiteStop>>(['site_stops'], 50_000)

/** What stops the links of a site now. Answered as it is, not as a promise, once it is known: every click asks. */
export function siteStops(
  ctx: Context,
  siteId: bigint,
): ReadonlySet<SiteStop> | Promise<ReadonlySet<SiteStop>> {
  return ctx.caches.read(stops, siteId, async () => new Set(await selectSiteStops(ctx.store.read, siteId)))
}
