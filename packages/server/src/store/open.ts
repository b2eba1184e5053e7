import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { keepPlans } from './kept-plan.ts'
import { StartError } from './start-error.ts'
import { Store } from './store.ts'
import type { Database } from './tables.ts'

const INT8 = 20
const INT8_ARRAY = 1016
const DATE = 1082
const OLDEST_SERVER = 150_000

const parseArray = pg.types.getTypeParser(INT8_ARRAY as number as never) as (text: string) => unknown[]

// Set here once, for this pool alone: int8 is bigint (ids exceed 2^53), date stays its text.
const parsers: Record<number, (text: string) => unknown> = {
  [INT8]: BigInt,
  [INT8_ARRAY]: (text) => parseArray(text).map((value) => BigInt(String(value))),
  [DATE]: (text) => text,
}

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    format !== 'binary' && parsers[oid]
      ? parsers[oid]
      : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

/** A pool on this server, checked: reachable and new enough, else a StartError that says what to do. */
export async function openPool(url: string, maxConnections: number): Promise<pg.Pool> {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    types,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 15_000,
    application_name: 'opentbk',
    // Compiling a statement takes longer than running any of ours.
    options: '-c jit=off',
  })
  // A connection that the server closes while idle is simply replaced.
  pool.on('error', () => {})
  // One that breaks between two statements tells nobody but its own listeners; the next statement then fails.
  pool.on('connect', (client) => {
    client.on('error', () => {})
    keepPlans(client)
  })
  try {
    const { rows } = await pool.query<{ version: number; text: string }>(
      "select current_setting('server_version_num')::int as version, current_setting('server_version') as text",
    )
    const server = rows[0] as { version: number; text: string }
    if (server.version < OLDEST_SERVER) {
      throw new StartError(`PostgreSQL ${server.text} is too old: OpenTBK needs 15 or newer`)
    }
  } catch (error) {
    await pool.end()
    if (error instanceof StartError) throw error
    throw new StartError(`cannot use the PostgreSQL at ${safeUrl(url)}: ${reason(error)}`)
  }
  return pool
}

export function openStore(pool: pg.Pool): Store {
  return new Store(new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }), pool)
}

/** The address without its password, for messages. */
export function safeUrl(url: string): string {
  try {
    const parsed = new URL(url)
    parsed.password = ''
    return parsed.toString()
  } catch {
    return 'DATABASE_URL (not a postgres:// address)'
  }
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join('; ')
  return error instanceof Error ? error.message : String(error)
}
