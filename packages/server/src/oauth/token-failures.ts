const WINDOW_MS = 60_000
const MOST_COUNTED = 10_000

type Count = { failures: number; endsAtMs: number }

/** Failed requests for tokens of the last minute, by who failed. */
export class TokenFailures {
  readonly #counts = new Map<string, Count>()

  /** How many seconds to wait after so many failures; 0: none. */
  secondsLeft(key: string, { most, nowMs }: { most: number; nowMs: number }): number {
    const count = this.#counts.get(key)
    if (!count || count.endsAtMs <= nowMs || count.failures < most) return 0
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
