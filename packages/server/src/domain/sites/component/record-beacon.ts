import { formatGmt8 } from '@opentbk/top'
import type { Context } from '../../../context.ts'
import { perServer } from '../../../store/per-server.ts'
import { selectSitesById } from '../rows.ts'
import { hostOf, isOwnHost } from '../rules.ts'
import { type Beacons, selectForeignHosts, upsertBeacons } from './beacon-rows.ts'
import { admit, hostOfPage } from './rules.ts'

const WRITE_MS = 1000
const MOST_UNWRITTEN = 10_000

/** A beacon of the component: for which site, and what the browser says of the page it is on. */
export type Beacon = { siteId: bigint; origin?: string | undefined; referer?: string | undefined }

type Counted = Omit<Beacons, 'isOwn'>

const books = perServer((ctx: Context) => new BeaconBook(ctx))

/**
 * The component reported from a page. It is counted in memory and written within a second: a beacon is evidence of
 * where the component is, and after a crash the next page view brings another. Whether there is such a site is only
 * seen when it is written, so that nobody learns it from the answer.
 */
export function recordBeacon(ctx: Context, beacon: Beacon): void {
  books(ctx).count(beacon)
}

class BeaconBook {
  readonly #ctx: Context
  #unwritten = new Map<string, Counted>()
  #writing: Promise<void> = Promise.resolve()

  constructor(ctx: Context) {
    this.#ctx = ctx
    const timer = setInterval(() => this.#writeSoon(), WRITE_MS).unref()
    ctx.store.beforeClose(async () => {
      clearInterval(timer)
      this.#writeSoon()
      await this.#writing
    })
  }

  count({ siteId, origin, referer }: Beacon): void {
    const host = hostOfPage({ origin, referer })
    if (host === undefined) return
    const at = this.#ctx.clock.now()
    const day = formatGmt8(at).slice(0, 10)
    const key = `${siteId} ${day} ${host}`
    const counted = this.#unwritten.get(key)
    if (counted) {
      counted.hits++
      counted.lastAt = at
    } else if (this.#unwritten.size < MOST_UNWRITTEN) {
      this.#unwritten.set(key, { siteId, day, host, hits: 1, firstAt: at, lastAt: at })
    }
  }

  #writeSoon(): void {
    if (this.#unwritten.size === 0) return
    const counted = [...this.#unwritten.values()]
    this.#unwritten = new Map()
    this.#writing = this.#writing.then(() => this.#write(counted))
  }

  async #write(counted: readonly Counted[]): Promise<void> {
    try {
      const beacons = await ofKnownSites(this.#ctx, counted)
      const siteIds = [...new Set(beacons.map((beacon) => beacon.siteId))]
      const days = [...new Set(beacons.map((beacon) => beacon.day))]
      const written = await selectForeignHosts(this.#ctx.store.read, { siteIds, days })
      await upsertBeacons(this.#ctx.store.read, admit(beacons, written))
    } catch (error) {
      this.#ctx.log.error({ err: error }, 'beacons were not written')
    }
  }
}

async function ofKnownSites(ctx: Context, counted: readonly Counted[]): Promise<Beacons[]> {
  const ids = [...new Set(counted.map((one) => one.siteId))]
  const sites = await selectSitesById(ctx.store.read, ids)
  const byId = new Map(sites.map((site) => [site.id, site]))
  return counted.flatMap((one) => {
    const site = byId.get(one.siteId)
    return site && site.status !== 'withdrawn' ? { ...one, isOwn: isOwnHost(one.host, hostOf(site)) } : []
  })
}
