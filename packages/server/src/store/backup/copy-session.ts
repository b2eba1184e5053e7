import { Client, type ClientBase, escapeIdentifier } from 'pg'
import { safeUrl } from '../open.ts'
import { StartError } from '../start-error.ts'
import type { CopiedTable } from './catalog.ts'
import type { CopySums } from './copy-format.ts'

const CONNECT_MS = 10_000

// Both ends of a copy must print values alike, and a copy takes as long as it takes.
const SETTINGS = [
  "timezone to 'UTC'",
  "datestyle to 'ISO, YMD'",
  "intervalstyle to 'postgres'",
  "bytea_output to 'hex'",
  'extra_float_digits to 1',
  "client_encoding to 'UTF8'",
  'statement_timeout to 0',
  'idle_in_transaction_session_timeout to 0',
]

/** A connection for a copy, closed whatever comes of the work: an open transaction of it is undone. */
export async function withCopySession<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: url,
    application_name: 'opentbk copy',
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
  })
  // A connection that breaks fails the statement under way, which is where it is told.
  client.on('error', () => {})
  try {
    await client.connect().catch((error: Error) => {
      throw new StartError(`cannot use the PostgreSQL at ${safeUrl(url)}: ${error.message}`)
    })
    for (const setting of SETTINGS) await client.query(`set ${setting}`)
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

export async function sumTables(client: ClientBase, tables: readonly CopiedTable[]): Promise<CopySums> {
  const sums: CopySums = { tables: {}, ledger: {} }
  for (const { name, columns } of tables) {
    const row = columns.map((column) => `t.${escapeIdentifier(column)}`).join(', ')
    const { rows } = await client.query<{ rows: string; hash: string }>(
      `select count(*)::text as rows, coalesce(sum(hashtextextended(row(${row})::text, 0)), 0)::text as hash
       from ${escapeIdentifier(name)} t`,
    )
    sums.tables[name] = rows[0] as { rows: string; hash: string }
  }
  const { rows } = await client.query<{ account: string; fen: string }>(
    'select account, sum(amount_fen)::text as fen from ledger_lines group by account order by account',
  )
  for (const { account, fen } of rows) sums.ledger[account] = fen
  return sums
}
