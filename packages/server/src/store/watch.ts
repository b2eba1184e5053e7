import pg from 'pg'
import type { Logger } from 'pino'
import type { Caches } from './caches.ts'
import { StartError } from './start-error.ts'

const SERVER_LOCK = 7_236_402
const RETRY_MS = 500
/** The server may take a while to notice that our old connection, and its lock, are gone. */
const LOCK_PATIENCE_MS = 15_000
const CHANNEL = 'opentbk_change'

/** Another server holds the lock: whatever runs on this data is that server's. */
export class DataInUse extends StartError {}

/** Takes the lock that a running server holds, for as long as this connection lives; false while one runs. */
export async function tryServerLock(connection: Pick<pg.Client, 'query'>): Promise<boolean> {
  const { rows } = await connection.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
    SERVER_LOCK,
  ])
  return rows[0]?.locked === true
}

/** The same of servers that share the data: any number of them, and none of the other kind. */
async function tryShareLock(connection: Pick<pg.Client, 'query'>): Promise<boolean> {
  const { rows } = await connection.query<{ locked: boolean }>(
    'select pg_try_advisory_lock_shared($1) as locked',
    [SERVER_LOCK],
  )
  return rows[0]?.locked === true
}

type Options = {
  url: string
  /** Other servers that share too may run on the data. */
  isShared: boolean
  caches: Caches
  log: Logger
  /** Settings changed: read them again. */
  onChange(table: string): void
  /** Called before every try to connect again: brings a private database back when it is gone. */
  revive?: (() => Promise<void>) | undefined
  /** Another server took the database over while this one had lost it, or it could not be revived. */
  onLost(error: StartError): void
}

/**
 * The one long connection of a server: it holds the lock by which a second server on the same data is
 * refused (or one that does not share, where servers share), and hears of changed rows. While it is down nothing is heard, so afterwards every cache is
 * emptied.
 */
export class Watch {
  readonly #options: Options
  #client: pg.Client | undefined
  #closed = false

  constructor(options: Options) {
    this.#options = options
  }

  async open(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#options.url,
      application_name: 'opentbk watch',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    })
    client.on('error', () => this.#reopen(client))
    client.on('end', () => this.#reopen(client))
    client.on('notification', ({ payload }) => {
      this.#options.caches.forget(payload)
      if (payload) this.#options.onChange(payload)
    })
    await client.connect()
    const { isShared } = this.#options
    if (!(await (isShared ? tryShareLock(client) : tryServerLock(client)))) {
      this.#client = undefined
      await client.end()
      throw new DataInUse(
        isShared
          ? 'another OpenTBK server is running on this data without REDIS_URL. Stop it, and start it with the same REDIS_URL'
          : 'another OpenTBK server is running on this data. Stop it first, or give this one a data folder of its own (--data DIR); several may share a database when all have the same REDIS_URL',
      )
    }
    await client.query(`listen ${CHANNEL}`)
    this.#client = client
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#client?.end()
  }

  async #openAgain(): Promise<void> {
    await this.#options.revive?.()
    if (!this.#closed) await this.open()
  }

  #reopen(client: pg.Client): void {
    if (this.#closed || this.#client !== client) return
    this.#client = undefined
    this.#options.log.warn('the database connection was lost, opening it again')
    const deadline = Date.now() + LOCK_PATIENCE_MS
    const attempt = () => {
      if (this.#closed) return
      this.#openAgain().then(
        () => this.#options.caches.forget(),
        (error: unknown) => {
          if (error instanceof StartError && Date.now() > deadline) this.#options.onLost(error)
          else setTimeout(attempt, RETRY_MS)
        },
      )
    }
    attempt()
  }
}
