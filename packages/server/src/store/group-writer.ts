import { Refusal } from '@opentbk/top'

type Waiting<Row, Result> = { row: Row; resolve(result: Result): void; reject(error: unknown): void }

/**
 * Many callers, one multi-row write: whatever arrives while a write is under way goes into the next
 * one, so an idle server answers at once and a busy one writes in groups. A caller is answered after
 * the commit. The queue is bounded; beyond it callers are told that the server is busy.
 */
export class GroupWriter<Row, Result> {
  readonly #write: (rows: Row[]) => Promise<Result[]>
  readonly #maxGroup: number
  readonly #maxQueue: number
  #queue: Waiting<Row, Result>[] = []
  #running: Promise<void> | undefined

  constructor(write: (rows: Row[]) => Promise<Result[]>, limits: { maxGroup: number; maxQueue: number }) {
    this.#write = write
    this.#maxGroup = limits.maxGroup
    this.#maxQueue = limits.maxQueue
  }

  add(row: Row): Promise<Result> {
    if (this.#queue.length >= this.#maxQueue) return Promise.reject(new Refusal('server.busy'))
    const { promise, resolve, reject } = Promise.withResolvers<Result>()
    this.#queue.push({ row, resolve, reject })
    this.#running ??= this.#run()
    return promise
  }

  async drain(): Promise<void> {
    await this.#running
  }

  async #run(): Promise<void> {
    // A turn of the event loop gathers what the same burst of requests brings.
    await new Promise<void>((resolve) => setImmediate(resolve))
    while (this.#queue.length > 0) {
      const group = this.#queue.splice(0, this.#maxGroup)
      await this.#writeGroup(group)
    }
    this.#running = undefined
  }

  async #writeGroup(group: Waiting<Row, Result>[]): Promise<void> {
    try {
      const results = await this.#write(group.map((waiting) => waiting.row))
      for (const [index, waiting] of group.entries()) waiting.resolve(results[index] as Result)
    } catch (error) {
      for (const waiting of group) waiting.reject(error)
    }
  }
}
