import { AsyncLocalStorage } from 'node:async_hooks'
import type { Kysely, Transaction } from 'kysely'
import type { Pool } from 'pg'
import type { Database } from './tables.ts'

/** A handle that queries: the store's own outside a transaction, the transaction's inside one. */
export type Db = Kysely<Database>
export type Tx = Transaction<Database>

const RETRIED_STATES = new Set(['40001', '40P01'])
const MAX_TRIES = 4

/**
 * The one way to the database. `read` outside a transaction, `transact` for everything that belongs
 * together; inside it only its own handle works: reaching for `read` there throws at once, because the
 * query would silently run outside.
 */
export class Store {
  readonly #db: Db
  readonly #pool: Pool
  readonly #inside = new AsyncLocalStorage<true>()
  readonly #closing: (() => Promise<void>)[] = []

  constructor(db: Db, pool: Pool) {
    this.#db = db
    this.#pool = pool
  }

  get read(): Db {
    if (this.#inside.getStore()) throw new Error('store.read inside a transaction: use its handle')
    return this.#db
  }

  get pool(): Pool {
    return this.#pool
  }

  /** Runs `work` in one transaction; a serialization failure or deadlock runs it again. */
  async transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.#inside.getStore()) throw new Error('a transaction inside a transaction')
    for (let tries = 1; ; tries++) {
      try {
        return await this.#inside.run(true, () => this.#db.transaction().execute(work))
      } catch (error) {
        if (tries >= MAX_TRIES || !RETRIED_STATES.has(sqlState(error))) throw error
      }
    }
  }

  /** Work to finish before the connections close, such as a writer's queue. */
  beforeClose(finish: () => Promise<void>): void {
    this.#closing.push(finish)
  }

  async close(): Promise<void> {
    for (const finish of this.#closing) await finish()
    await this.#db.destroy()
    // Which ends the pool only if a query was made through it.
    if (!this.#pool.ended) await this.#pool.end()
  }
}

/** The SQLSTATE of a driver error, '' for anything else. */
export function sqlState(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
