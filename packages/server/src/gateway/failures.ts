import { setTimeout as wait } from 'node:timers/promises'
import { TopError } from '@opentbk/top'

/** A failure to be met on purpose. `error` undefined: the call only waits. */
export type Failure = {
  /** A wire name, or `*` for every method. */
  method: string
  error: { code: number; msg: string; subCode: string | undefined; subMsg: string | undefined } | undefined
  /** Of how many calls, from above 0 to 1. */
  rate: number
  delayMs: number
  /** How many calls it strikes before it is over; undefined: until it is taken away. */
  count: number | undefined
}

export type StandingFailure = Failure & { id: number; struck: number }

const MAX_FAILURES = 100

/**
 * Failures on demand, of a sandbox: what a client meets rarely can be met now. Kept in this process's memory,
 * so a restart ends them all.
 */
export class Failures {
  readonly #standing = new Map<number, StandingFailure>()
  readonly #random: () => number
  readonly #stopped = new AbortController()
  #lastId = 0

  constructor(random: () => number = Math.random) {
    this.#random = random
  }

  /** Undefined where there are too many already. */
  add(failure: Failure): StandingFailure | undefined {
    if (this.#standing.size >= MAX_FAILURES) return undefined
    const standing = { ...failure, id: ++this.#lastId, struck: 0 }
    this.#standing.set(standing.id, standing)
    return standing
  }

  get areStanding(): boolean {
    return this.#standing.size > 0
  }

  list(): StandingFailure[] {
    return [...this.#standing.values()]
  }

  /** Answers whether it was there. */
  remove(id: number): boolean {
    return this.#standing.delete(id)
  }

  clear(): void {
    this.#standing.clear()
  }

  /** Meets the failures of a method, the oldest first: waits, and throws the first error that strikes. */
  async meet(method: string): Promise<void> {
    for (const failure of this.list()) {
      if (failure.method !== '*' && failure.method !== method) continue
      if (!this.#strikes(failure)) continue
      if (failure.delayMs > 0) await this.#delay(failure.delayMs)
      if (failure.error) throw new TopError(failure.error.code, failure.error.msg, failure.error)
    }
  }

  /** The server stops: whoever waits here is answered now. */
  stop(): void {
    this.#stopped.abort()
  }

  // Nothing waits between the look and the count, so `count` is exact.
  #strikes(failure: StandingFailure): boolean {
    if (!this.#standing.has(failure.id) || this.#random() >= failure.rate) return false
    failure.struck++
    if (failure.count !== undefined && failure.struck >= failure.count) this.#standing.delete(failure.id)
    return true
  }

  async #delay(ms: number): Promise<void> {
    await wait(ms, undefined, { signal: this.#stopped.signal }).catch(() => undefined)
  }
}
