import type { Package } from '@opentbk/top'
import type { Context } from '../../context.ts'
import { addCalls } from './call-rows.ts'
import { addDays, dayOf, startOfDay } from './days.ts'

const FLUSH_MS = 1000

type Counts = Map<bigint, Map<Package, number>>

/**
 * Calls of apps by day and package on their way into the database: added to what is there every second, by each
 * process what it counted, so a crash forgets at most the last second of them.
 */
export class CallBook {
  readonly #ctx: Context
  readonly #unwritten = new Map<string, Counts>()
  readonly #timer: NodeJS.Timeout
  #today: { counts: Counts; fromMs: number; toMs: number } = { counts: new Map(), fromMs: 0, toMs: 0 }
  #flushing: Promise<void> = Promise.resolve()

  constructor(ctx: Context) {
    this.#ctx = ctx
    this.#timer = setInterval(() => void this.flush(), FLUSH_MS).unref()
    ctx.store.beforeClose(async () => {
      clearInterval(this.#timer)
      await this.flush()
    })
  }

  /** One call more, today. Every call of the gateway comes by here. */
  count(appId: bigint, name: Package): void {
    const nowMs = this.#ctx.clock.now().getTime()
    if (nowMs < this.#today.fromMs || nowMs >= this.#today.toMs) this.#turnTo(nowMs)
    add(packagesOf(this.#today.counts, appId), name, 1)
  }

  /** Writes what was counted so far; ends when that is done or has failed, and then it is kept for the next time. */
  flush(): Promise<void> {
    const days = [...this.#unwritten]
    if (days.length === 0) return this.#flushing
    this.#unwritten.clear()
    this.#today.toMs = 0
    this.#flushing = this.#flushing.then(async () => {
      for (const [day, counts] of days) await this.#write(day, counts)
    })
    return this.#flushing
  }

  #turnTo(nowMs: number): void {
    const day = dayOf(new Date(nowMs))
    const fromMs = startOfDay(day).getTime()
    this.#today = { counts: this.#countsOf(day), fromMs, toMs: startOfDay(addDays(day, 1)).getTime() }
  }

  #countsOf(day: string): Counts {
    const counts: Counts = this.#unwritten.get(day) ?? new Map()
    this.#unwritten.set(day, counts)
    return counts
  }

  async #write(day: string, counts: Counts): Promise<void> {
    const rows = [...counts].flatMap(([appId, packages]) =>
      [...packages].map(([name, calls]) => ({ appId, name, calls })),
    )
    try {
      await addCalls(this.#ctx.store.read, day, rows)
    } catch (error) {
      const kept = this.#countsOf(day)
      for (const { appId, name, calls } of rows) add(packagesOf(kept, appId), name, calls)
      this.#ctx.log.error({ err: error }, 'calls of packages were not written')
    }
  }
}

function packagesOf(counts: Counts, appId: bigint): Map<Package, number> {
  let packages = counts.get(appId)
  if (packages === undefined) {
    packages = new Map()
    counts.set(appId, packages)
  }
  return packages
}

function add(packages: Map<Package, number>, name: Package, calls: number): void {
  packages.set(name, (packages.get(name) ?? 0) + calls)
}
