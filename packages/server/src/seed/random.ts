/**
 * Numbers that look random and are the same in every run: the demo network must be. Integers only, since
 * prices are made of them. (sfc32, 128 bits of state.)
 */
export class Random {
  readonly #state: Uint32Array

  constructor(seed: number) {
    this.#state = Uint32Array.of(0x9e3779b9, 0x243f6a88, seed, 1)
    for (let i = 0; i < 12; i++) this.#next()
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + (this.#next() % (high - low + 1))
  }

  /** Like `between`, with small numbers far more often: what prices and sales look like. */
  skewed(low: number, high: number): number {
    const part = this.between(0, 9999)
    return low + Math.floor(((high - low) * part * part) / 99_980_001)
  }

  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean {
    return this.between(1, 100) <= percent
  }

  pick<T>(from: readonly T[]): T {
    return from[this.between(0, from.length - 1)] as T
  }

  hex(digits: number): string {
    let text = ''
    while (text.length < digits) text += this.#next().toString(16).padStart(8, '0')
    return text.slice(0, digits)
  }

  #next(): number {
    const s = this.#state
    const [a = 0, b = 0, c = 0, counter = 0] = s
    const sum = (a + b + counter) >>> 0
    s[0] = b ^ (b >>> 9)
    s[1] = c + (c << 3)
    s[2] = ((c << 21) | (c >>> 11)) + sum
    s[3] = counter + 1
    return sum
  }
}
