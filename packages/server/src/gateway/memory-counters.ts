import type { CountBook } from './count-book.ts'
import type { Exceeded, Moment, QuotaCounters, Rule } from './quota-counters.ts'

const KEPT_SECONDS = 2

type Second = { second: number; used: number }

/** Plain memory of the only process on the data: check and count are one step, so it is exact. */
export class MemoryCounters implements QuotaCounters {
  readonly #book: CountBook
  readonly #seconds = new Map<string, Second>()
  #day = ''
  #daily = new Map<string, number>()

  constructor(book: CountBook) {
    this.#book = book
  }

  async start({ day }: Moment): Promise<void> {
    this.#day = day
    this.#daily = await this.#book.read(day)
  }

  /** How many counters hold a frequency now; those of past seconds go within seconds. */
  get frequencies(): number {
    return this.#seconds.size
  }

  take(rules: readonly Rule[], moment: Moment): Exceeded | undefined {
    this.#turnDay(moment.day)
    for (const rule of rules) {
      const limit = this.#exceeded(rule, moment.second)
      if (limit) return { rule, limit }
    }
    for (const rule of rules) this.#count(rule, moment.second)
    return undefined
  }

  /** Sessions come and go: without this, one entry for each that ever called would stay. */
  forgetBefore(second: number): void {
    for (const [counter, held] of this.#seconds) {
      if (held.second < second - KEPT_SECONDS) this.#seconds.delete(counter)
    }
  }

  #exceeded(rule: Rule, second: number): Exceeded['limit'] | undefined {
    if (rule.perDay !== null && (this.#daily.get(rule.counter) ?? 0) >= rule.perDay) return 'day'
    const recent = this.#seconds.get(rule.counter)
    const isFull = rule.perSecond !== null && recent?.second === second && recent.used >= rule.perSecond
    return isFull ? 'second' : undefined
  }

  #count(rule: Rule, second: number): void {
    if (rule.perDay !== null) {
      const used = (this.#daily.get(rule.counter) ?? 0) + 1
      this.#daily.set(rule.counter, used)
      this.#book.note(this.#day, rule.counter, used)
    }
    if (rule.perSecond === null) return
    const recent = this.#seconds.get(rule.counter)
    if (recent?.second === second) recent.used++
    else this.#seconds.set(rule.counter, { second, used: 1 })
  }

  #turnDay(today: string): void {
    if (today === this.#day) return
    this.#day = today
    this.#daily = new Map()
    this.#seconds.clear()
  }
}
