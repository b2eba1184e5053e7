/**
 * The two clocks. `wall` is for freshness: time stamps, cookies, sign-in. `now` is for business rules:
 * attribution, validity, daily limits; in sandbox mode it may run ahead of the wall.
 */
export class Clock {
  #aheadMs: number

  constructor(aheadMs: number) {
    this.#aheadMs = aheadMs
  }

  wall(): Date {
    return new Date()
  }

  now(): Date {
    return new Date(Date.now() + this.#aheadMs)
  }

  get aheadMs(): number {
    return this.#aheadMs
  }

  /** Only forward: business time that ran backwards would undo decisions. */
  set aheadMs(ms: number) {
    if (ms < this.#aheadMs) throw new Error('the sandbox clock only moves forward')
    this.#aheadMs = ms
  }
}
