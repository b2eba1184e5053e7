import { formatGmt8, secondsToMidnightGmt8, type TopError, topError } from '@opentbk/top'
import type { Context } from '../context.ts'
import { cacheKind } from '../store/caches.ts'
import type { Caller } from './authorize.ts'
import { CountBook } from './count-book.ts'
import { MemoryCounters } from './memory-counters.ts'
import type { Exceeded, Moment, QuotaCounters, Rule } from './quota-counters.ts'
import { type LimitRow, selectLimits } from './quota-rows.ts'
import { RedisCounters } from './redis-counters.ts'

const TICK_MS = 1000

const limitRows = cacheKind<bigint, LimitRow[]>(['quota_limits'], 10_000)

/**
 * Call limits of an app, of an app on a method, and of a session: a frequency by the wall's second and
 * a daily number by business time, turning at midnight GMT+8. A call takes from every counter or, over
 * any limit, from none.
 */
export class Quota {
  readonly #ctx: Context
  readonly #book: CountBook
  readonly #memory: MemoryCounters
  readonly #counters: QuotaCounters

  constructor(ctx: Context) {
    this.#ctx = ctx
    this.#book = new CountBook(ctx)
    this.#memory = new MemoryCounters(this.#book)
    this.#counters = ctx.shared
      ? new RedisCounters(ctx.shared, { book: this.#book, log: ctx.log })
      : this.#memory
  }

  async start(): Promise<void> {
    await this.#counters.start(this.#moment())
    this.#book.start()
    const timer = setInterval(() => this.#memory.forgetBefore(this.#second()), TICK_MS).unref()
    this.#ctx.store.beforeClose(async () => clearInterval(timer))
  }

  /** How many counters of this process hold a frequency now. */
  get frequencies(): number {
    return this.#memory.frequencies
  }

  async take(caller: Caller, method: string): Promise<void> {
    const limits = await this.#ctx.caches.read(limitRows, caller.app.id, (id) =>
      selectLimits(this.#ctx.store.read, id),
    )
    if (limits.length === 0) return
    const rules = limits.flatMap((limit) => ruleOf(limit, caller, method))
    const moment = this.#moment()
    const exceeded = await this.#counters.take(rules, moment)
    if (exceeded) throw limited(exceeded, moment)
  }

  #moment(): Moment {
    const now = this.#ctx.clock.now()
    return {
      day: formatGmt8(now).slice(0, 10),
      secondsLeft: secondsToMidnightGmt8(now),
      second: this.#second(),
    }
  }

  #second(): number {
    return Math.floor(this.#ctx.clock.wall().getTime() / 1000)
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

function limited({ rule, limit }: Exceeded, moment: Moment): TopError {
  const seconds = limit === 'day' ? moment.secondsLeft : 1
  // Clients parse the number out of exactly this sentence.
  return topError('app-call-limited', {
    subCode: rule.subCode,
    subMsg: `This ban will last for ${seconds} more seconds`,
  })
}
