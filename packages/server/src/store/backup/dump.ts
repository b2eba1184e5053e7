import { createHash } from 'node:crypto'
import { type Client, escapeIdentifier } from 'pg'
import { to } from 'pg-copy-streams'
import { selectApplied } from '../migrate.ts'
import { StartError } from '../start-error.ts'
import { type CopiedTable, listPartitions, listSequences, listTables } from './catalog.ts'
import { COPY_FORMAT, COPY_PRODUCT, type CopyHeader, type CopyTrailer, type TableEnd } from './copy-format.ts'
import { sumTables } from './copy-session.ts'
import { encodeFrame, encodeJson } from './frames.ts'

const CHUNK_BYTES = 256 << 10
const MAX_FRAME_BYTES = 8 << 20

/** Everything of a database as one moment saw it, frame by frame; writers go on meanwhile. */
export async function* dumpDatabase(client: Client): AsyncGenerator<Buffer> {
  await client.query('begin transaction isolation level repeatable read, read only')
  const header = await readHeader(client)
  yield encodeJson('header', header)
  for (const table of header.tables) yield* dumpTable(client, table)
  const trailer: CopyTrailer = {
    sequences: await listSequences(client),
    sums: await sumTables(client, header.tables),
  }
  yield encodeJson('trailer', trailer)
  await client.query('commit')
}

async function readHeader(client: Client): Promise<CopyHeader> {
  const mode = await readMode(client)
  if (!mode) throw new StartError('no server has been started on this data yet: there is nothing to copy')
  return {
    product: COPY_PRODUCT,
    format: COPY_FORMAT,
    takenAt: new Date().toISOString(),
    mode,
    migrations: await selectApplied(client),
    tables: await listTables(client),
    partitions: await listPartitions(client),
  }
}

async function readMode(client: Client): Promise<string | undefined> {
  const { rows: made } = await client.query("select where to_regclass('schema_migrations') is not null")
  if (made.length === 0) return undefined
  const { rows } = await client.query<{ mode: string }>(
    "select value #>> '{}' as mode from settings where key = 'mode'",
  )
  return rows[0]?.mode
}

async function* dumpTable(client: Client, table: CopiedTable): AsyncGenerator<Buffer> {
  yield encodeJson('table', { table: table.name })
  const columns = table.columns.map(escapeIdentifier).join(', ')
  // From a query, since a partitioned table has no rows of its own.
  const rows = client.query(to(`copy (select ${columns} from ${escapeIdentifier(table.name)}) to stdout`))
  const hash = createHash('sha256')
  for await (const chunk of inChunks(rows)) {
    hash.update(chunk)
    yield encodeFrame('data', chunk)
  }
  const end: TableEnd = { table: table.name, rows: String(rows.rowCount), sha256: hash.digest('hex') }
  yield encodeJson('end', end)
}

/** Rows come in small pieces, a wide one in a large piece: frames are of a handy size. */
async function* inChunks(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let size = 0
  for await (const piece of source) {
    held.push(piece)
    size += piece.length
    if (size < CHUNK_BYTES) continue
    const chunk = Buffer.concat(held)
    for (let at = 0; at < size; at += MAX_FRAME_BYTES) yield chunk.subarray(at, at + MAX_FRAME_BYTES)
    held = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(held)
}
