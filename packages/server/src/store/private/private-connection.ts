import pg from 'pg'
import { StartError } from '../start-error.ts'
import type { Place } from './private-cluster.ts'

export const PRIVATE_USER = 'opentbk'
export const PRIVATE_DATABASE = 'opentbk'

export type Address = { host: string; port: number; password: string }

export type Answer =
  | { kind: 'ready'; version: string }
  /** It is there and says that it is starting, recovering or shutting down. */
  | { kind: 'busy'; reason: string }
  | { kind: 'silent'; reason: string }

const CONNECT_MS = 2_000
const STATEMENT_MS = 5_000
const NO_SUCH_DATABASE = '3D000'
const WRONG_PASSWORD = '28P01'
const CANNOT_CONNECT_NOW = '57P03'

/** The address as `pg` and libpq take it: a socket folder cannot stand in the host part, so it is a parameter. */
export function connectionUrl({ host, port, password }: Address): string {
  const place = `host=${encodeURIComponent(host)}&port=${port}`
  return `postgres://${PRIVATE_USER}:${encodeURIComponent(password)}@localhost/${PRIVATE_DATABASE}?${place}`
}

/** Asks the server for its version over a real connection; makes our database if it is not there yet. */
export async function askServer(place: Place, address: Address): Promise<Answer> {
  try {
    return { kind: 'ready', version: await askVersion(address, PRIVATE_DATABASE) }
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    if (code === CANNOT_CONNECT_NOW) return { kind: 'busy', reason: message }
    if (code === WRONG_PASSWORD) {
      throw new StartError(
        `${place.passwordFile} does not hold the password of the database in ${place.clusterDir}`,
      )
    }
    if (code === NO_SUCH_DATABASE) await createDatabase(address).catch(() => undefined)
    return { kind: 'silent', reason: message }
  }
}

async function askVersion(address: Address, database: string): Promise<string> {
  return withClient(address, database, async (client) => {
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
    return rows[0]?.server_version ?? ''
  })
}

async function createDatabase(address: Address): Promise<void> {
  await withClient(address, 'postgres', (client) => client.query(`CREATE DATABASE ${PRIVATE_DATABASE}`))
}

async function withClient<T>(
  { host, port, password }: Address,
  database: string,
  use: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    host,
    port,
    password,
    user: PRIVATE_USER,
    database,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: STATEMENT_MS,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const result = await use(client)
    await client.end()
    return result
  } catch (error) {
    // Not awaited: a server that hangs never answers the goodbye.
    void client.end().catch(() => undefined)
    throw error
  }
}
