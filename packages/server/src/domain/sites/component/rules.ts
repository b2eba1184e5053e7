import type { Beacons } from './beacon-rows.ts'

const MAX_HOST = 253
const MOST_FOREIGN = 20

/** The host of the page that a beacon came from: what Origin says, else Referer; undefined where neither does. */
export function hostOfPage(page: {
  origin?: string | undefined
  referer?: string | undefined
}): string | undefined {
  return webHost(page.origin) ?? webHost(page.referer)
}

function webHost(text: string | undefined): string | undefined {
  if (text === undefined || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined
  return new URL(text).hostname.slice(0, MAX_HOST)
}

type Place = Pick<Beacons, 'siteId' | 'day' | 'host'>

/**
 * Which beacons are kept: all of the site's own hosts, and of others so many a site and day, with those that are
 * written already. Else anybody could fill the table with hosts that they make up.
 */
export function admit(beacons: readonly Beacons[], written: readonly Place[]): Beacons[] {
  const known = new Map<string, Set<string>>()
  const hostsOf = ({ siteId, day }: Place) => {
    const key = `${siteId} ${day}`
    const hosts = known.get(key) ?? new Set<string>()
    known.set(key, hosts)
    return hosts
  }
  for (const place of written) hostsOf(place).add(place.host)
  return beacons.filter((beacon) => {
    if (beacon.isOwn) return true
    const hosts = hostsOf(beacon)
    if (hosts.size < MOST_FOREIGN) hosts.add(beacon.host)
    return hosts.has(beacon.host)
  })
}
