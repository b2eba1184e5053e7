const MOST_FAILURES = 20
const WINDOW_MS = 60_000
const MOST_COUNTED = 10_000

type Count = { failures: number; endsAtMs: number }

/** Failed requests for tokens, by app and address: whoever guesses waits, and nobody else does. */
export class TokenFailures {
  readonly #counts = new Map<string, Count>()

  /** How many seconds to wait; 0: none. */
  secondsLeft(key: string, nowMs: number): number {
    const count = this.#counts.get(key)
    if (!count || count.endsAtMs <= nowMs || count.failures < MOST_FAILURES) return 0
    return Math.ceil((count.endsAtMs - nowMs) / 1000)
  }

  add(key: string, nowMs: number): void {
    const known = this.#counts.get(key)
    if (known && known.endsAtMs > nowMs) {
      known.failures++
      return
    }
    this.#counts.delete(key)
    // The oldest goes first, which is also the one that ends first.
    if (this.#counts.size >= MOST_COUNTED) this.#counts.delete(this.#counts.keys().next().value as string)
    this.#counts.set(key, { failures: 1, endsAtMs: nowMs + WINDOW_MS })
  }
}
