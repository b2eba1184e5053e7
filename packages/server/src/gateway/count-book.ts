import type { Context } from '../context.ts'
import { deleteOldCounts, selectCounts, upsertCounts } from './quota-rows.ts'

const FLUSH_MS = 1000

/**
 * Daily counts on their way into the database: written every second, so that a crash (or a lost Redis)
 * forgets at most the last second of them.
 */
export class CountBook {
  readonly #ctx: Context
  #unwritten = new Map<string, Map<string, number>>()
  #timer: NodeJS.Timeout | undefined
  #flushing: Promise<void> = Promise.resolve()

  constructor(ctx: Context) {
    this.#ctx = ctx
  }

  start(): void {
    this.#timer = setInterval(() => this.#flushSoon(), FLUSH_MS).unref()
    this.#ctx.store.beforeClose(async () => {
      clearInterval(this.#timer)
      this.#flushSoon()
      await this.#flushing
    })
  }

  read(day: string): Promise<Map<string, number>> {
    return selectCounts(this.#ctx.store.read, day)
  }

  /** A counter stands at this value. Answers may overtake each other: only a higher value is news. */
  note(day: string, counter: string, used: number): void {
    const counts = this.#unwritten.get(day) ?? new Map<string, number>()
    this.#unwritten.set(day, counts)
    if (used > (counts.get(counter) ?? 0)) counts.set(counter, used)
  }

  #flushSoon(): void {
    if (this.#unwritten.size === 0) return
    const days = this.#unwritten
    this.#unwritten = new Map()
    this.#flushing = this.#flushing.then(async () => {
      for (const [day, counts] of [...days].sort(([a], [b]) => a.localeCompare(b)))
        await this.#write(day, counts)
    })
  }

  async #write(day: string, counts: ReadonlyMap<string, number>): Promise<void> {
    try {
      await upsertCounts(this.#ctx.store.read, day, counts)
      await deleteOldCounts(this.#ctx.store.read, day)
    } catch (error) {
      // Counted all the same; the next flush writes them again.
      for (const [counter, used] of counts) this.note(day, counter, used)
      this.#ctx.log.error({ err: error }, 'quota counts were not written')
    }
  }
}
