import { formatGmt8, secondsToMidnightGmt8, type TopError, topError } from '@opentbk/top'
import type { Context } from '../context.ts'
import { cacheKind } from '../store/caches.ts'
import type { Caller } from './authorize.ts'
import { deleteCountsBefore, type LimitRow, selectCounts, selectLimits, upsertCounts } from './quota-rows.ts'

const FLUSH_MS = 1000
const KEPT_SECONDS = 2

type Rule = { counter: string; subCode: string; perSecond: number | null; perDay: number | null }
type Second = { second: number; used: number }

const limitRows = cacheKind<bigint, LimitRow[]>(['quota_limits'], 10_000)

/**
 * Call limits of an app, of an app on a method, and of a session: a frequency by the wall's second and
 * a daily number by business time, turning at midnight GMT+8. A call takes from every counter or, over
 * any limit, from none. Counting is plain memory of this one process, so it is exact; daily counts are
 * written every second and read back at start (after a crash, at most the last second is lost).
 */
export class Quota {
  readonly #ctx: Context
  readonly #seconds = new Map<string, Second>()
  #day = ''
  #daily = new Map<string, number>()
  #dirty = new Set<string>()
  #timer: NodeJS.Timeout | undefined
  #flushing: Promise<void> = Promise.resolve()

  constructor(ctx: Context) {
    this.#ctx = ctx
  }

  async start(): Promise<void> {
    this.#day = this.#today()
    this.#daily = await selectCounts(this.#ctx.store.read, this.#day)
    this.#timer = setInterval(() => this.#tick(), FLUSH_MS)
    this.#timer.unref()
    this.#ctx.store.beforeClose(async () => {
      clearInterval(this.#timer)
      this.#flushSoon()
      await this.#flushing
    })
  }

  /** How many counters hold a frequency now; those of past seconds go within seconds. */
  get frequencies(): number {
    return this.#seconds.size
  }

  async take(caller: Caller, method: string): Promise<void> {
    const limits = await this.#ctx.caches.read(limitRows, caller.app.id, (id) =>
      selectLimits(this.#ctx.store.read, id),
    )
    if (limits.length === 0) return
    const rules = limits.flatMap((limit) => ruleOf(limit, caller, method))
    // From here on nothing waits: check and count are one step.
    this.#turnDay()
    const second = Math.floor(this.#ctx.clock.wall().getTime() / 1000)
    for (const rule of rules) this.#check(rule, second)
    for (const rule of rules) this.#count(rule, second)
  }

  #check(rule: Rule, second: number): void {
    if (rule.perDay !== null && (this.#daily.get(rule.counter) ?? 0) >= rule.perDay) {
      throw limited(rule, secondsToMidnightGmt8(this.#ctx.clock.now()))
    }
    const recent = this.#seconds.get(rule.counter)
    if (rule.perSecond !== null && recent?.second === second && recent.used >= rule.perSecond)
      throw limited(rule, 1)
  }

  #count(rule: Rule, second: number): void {
    if (rule.perDay !== null) {
      this.#daily.set(rule.counter, (this.#daily.get(rule.counter) ?? 0) + 1)
      this.#dirty.add(rule.counter)
    }
    if (rule.perSecond === null) return
    const recent = this.#seconds.get(rule.counter)
    if (recent?.second === second) recent.used++
    else this.#seconds.set(rule.counter, { second, used: 1 })
  }

  #turnDay(): void {
    const today = this.#today()
    if (today === this.#day) return
    this.#flushSoon()
    this.#day = today
    this.#daily = new Map()
    this.#dirty = new Set()
    this.#seconds.clear()
  }

  #today(): string {
    return formatGmt8(this.#ctx.clock.now()).slice(0, 10)
  }

  #tick(): void {
    // Sessions come and go: without this, one entry for each that ever called would stay.
    const oldest = Math.floor(this.#ctx.clock.wall().getTime() / 1000) - KEPT_SECONDS
    for (const [counter, { second }] of this.#seconds) if (second < oldest) this.#seconds.delete(counter)
    this.#flushSoon()
  }

  #flushSoon(): void {
    if (this.#dirty.size === 0) return
    const day = this.#day
    const dirty = this.#dirty
    const counts = new Map([...dirty].map((counter) => [counter, this.#daily.get(counter) ?? 0]))
    this.#dirty = new Set()
    this.#flushing = this.#flushing
      .then(() => upsertCounts(this.#ctx.store.read, day, counts))
      .then(() => deleteCountsBefore(this.#ctx.store.read, day))
      .catch((error: unknown) => {
        // Counted in memory all the same; the next flush writes them again.
        if (day === this.#day) for (const counter of dirty) this.#dirty.add(counter)
        this.#ctx.log.error({ err: error }, 'quota counts were not written')
      })
  }
}

function ruleOf(limit: LimitRow, caller: Caller, method: string): Rule[] {
  const { perSecond, perDay } = limit
  const app = caller.app.id
  if (limit.scope === 'app') {
    const subCode = 'accesscontrol.limited-by-app-access-count'
    return [{ counter: `app:${app}`, subCode, perSecond, perDay }]
  }
  if (limit.scope === 'app_method') {
    if (limit.method !== method) return []
    const subCode = 'accesscontrol.limited-by-app-api-access-count'
    return [{ counter: `app:${app}:${method}`, subCode, perSecond, perDay }]
  }
  if (caller.sessionId === undefined) return []
  const subCode = 'accesscontrol.limited-by-dynamic-access-count'
  return [{ counter: `session:${caller.sessionId}`, subCode, perSecond, perDay }]
}

function limited(rule: Rule, seconds: number): TopError {
  // Clients parse the number out of exactly this sentence.
  return topError('app-call-limited', {
    subCode: rule.subCode,
    subMsg: `This ban will last for ${seconds} more seconds`,
  })
}
