const WIDTH = 30
const STEP_PERCENT = 5
const REDRAW_MS = 100

/** A bar on a terminal; elsewhere a line every 5 %. */
export class Progress {
  readonly #total: number
  readonly #out: NodeJS.WriteStream
  readonly #startedAt = performance.now()
  #drawnAt = 0
  #told = -1

  constructor(totalBytes: number, out: NodeJS.WriteStream = process.stderr) {
    this.#total = Math.max(1, totalBytes)
    this.#out = out
  }

  show(bytes: number, lines: number): void {
    const percent = Math.min(100, Math.floor((bytes / this.#total) * 100))
    const now = performance.now()
    if (this.#out.isTTY) {
      if (now - this.#drawnAt < REDRAW_MS) return
      this.#drawnAt = now
      this.#out.write(`\r${this.#bar(percent)} ${this.#figures(percent, lines)}\u001b[K`)
      return
    }
    const step = Math.floor(percent / STEP_PERCENT) * STEP_PERCENT
    if (step <= this.#told) return
    this.#told = step
    this.#out.write(`${this.#figures(step, lines)}\n`)
  }

  end(lines: number): void {
    if (this.#out.isTTY) this.#out.write(`\r${this.#bar(100)} ${this.#figures(100, lines)}\u001b[K\n`)
    else this.show(this.#total, lines)
  }

  #bar(percent: number): string {
    const filled = Math.floor((percent / 100) * WIDTH)
    return `[${'#'.repeat(filled)}${' '.repeat(WIDTH - filled)}]`
  }

  #figures(percent: number, lines: number): string {
    const seconds = (performance.now() - this.#startedAt) / 1000
    return `${String(percent).padStart(3)} %  ${lines} lines  ${seconds.toFixed(1)} s`
  }
}
