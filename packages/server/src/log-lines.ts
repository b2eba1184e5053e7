import { type DestinationStream, pino } from 'pino'

const CHARS_A_WRITE = 32_768
const FLUSH_MS = 200

/**
 * Log lines to standard error, behind the answers and many in one write: handing over each line by itself
 * costs twice what making it does. `flushSync` at the end, or the last fifth of a second is lost.
 */
export class LogLines implements DestinationStream {
  readonly #out = pino.destination({ fd: 2, sync: false })
  #held = ''

  constructor() {
    setInterval(() => this.#hand(), FLUSH_MS).unref()
  }

  write(line: string): void {
    this.#held += line
    if (this.#held.length >= CHARS_A_WRITE) this.#hand()
  }

  flushSync(): void {
    this.#hand()
    this.#out.flushSync()
  }

  #hand(): void {
    if (this.#held !== '') this.#out.write(this.#held)
    this.#held = ''
  }
}
