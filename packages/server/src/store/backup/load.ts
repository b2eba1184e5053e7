import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Client, escapeIdentifier } from 'pg'
import { from } from 'pg-copy-streams'
import { applyExactly } from '../migrate.ts'
import { StartError } from '../start-error.ts'
import { type CopiedTable, createPartition, listTables, requireEmpty, setSequence } from './catalog.ts'
import type { CopyHeader, CopySums, CopyTrailer } from './copy-format.ts'
import { CopyReader } from './copy-reader.ts'
import { sumTables } from './copy-session.ts'
import { DamagedCopy, type Frame } from './frames.ts'

export type Loaded = { header: CopyHeader; sums: CopySums }

/** Fills an empty database with a copy and compares every sum: all of it in one transaction, or nothing. */
export async function loadDatabase(client: Client, frames: AsyncGenerator<Frame, void>): Promise<Loaded> {
  await client.query('begin')
  try {
    await requireEmpty(client)
    const loaded = await loadAll(client, new CopyReader(frames))
    await client.query('commit')
    return loaded
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

// In the tables' own migration.
const LEDGER_JUDGE = 'ledger_lines_balance'

async function loadAll(client: Client, copy: CopyReader): Promise<Loaded> {
  const header = await copy.header()
  await applyExactly(client, header.migrations)
  await requireSameTables(client, header.tables)
  const triggers = await silenceTriggers(client)
  // A migration may have put in first rows, which the copy has as they are now.
  for (const { name } of header.tables.toReversed())
    await client.query(`delete from ${escapeIdentifier(name)}`)
  for (const partition of header.partitions) await createPartition(client, partition)
  for (const table of header.tables) await loadTable(client, table, copy)
  const trailer = await copy.trailer()
  for (const sequence of trailer.sequences) await setSequence(client, sequence)
  // Deferred checks happen here, not at the commit: afterwards their tables can be altered.
  await client.query('set constraints all immediate')
  for (const { table, trigger } of triggers) {
    await client.query(`alter table ${escapeIdentifier(table)} enable trigger ${escapeIdentifier(trigger)}`)
  }
  const sums = await sumTables(client, header.tables)
  requireSameSums(trailer, sums)
  return { header, sums }
}

async function requireSameTables(client: Client, copied: readonly CopiedTable[]): Promise<void> {
  const made = await listTables(client)
  const text = (tables: readonly CopiedTable[]) =>
    tables.map(({ name, columns }) => `${name}(${columns.join()})`).sort()
  const here = new Set(text(made))
  const other =
    text(copied).find((table) => !here.has(table)) ?? (made.length === copied.length ? '' : 'fewer')
  if (other !== '') throw new StartError(`the copy's tables are not those of its migrations: ${other}`)
}

/**
 * Triggers that write other rows or tell of changes stay silent: the copy has those rows, and nobody listens.
 * Constraint triggers stay on, and the one by which the ledger judges what is written into it.
 */
async function silenceTriggers(client: Client): Promise<{ table: string; trigger: string }[]> {
  const { rows } = await client.query<{ table: string; trigger: string }>(
    `select c.relname as table, t.tgname as trigger from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where c.relnamespace = current_schema()::regnamespace and not c.relispartition
       and not t.tgisinternal and t.tgconstraint = 0 and t.tgenabled = 'O' and t.tgname <> $1`,
    [LEDGER_JUDGE],
  )
  for (const { table, trigger } of rows) {
    await client.query(`alter table ${escapeIdentifier(table)} disable trigger ${escapeIdentifier(trigger)}`)
  }
  return rows
}

async function loadTable(client: Client, table: CopiedTable, copy: CopyReader): Promise<void> {
  const columns = table.columns.map(escapeIdentifier).join(', ')
  const sink = client.query(from(`copy ${escapeIdentifier(table.name)} (${columns}) from stdin`))
  await pipeline(Readable.from(copy.rowsOf(table.name), { objectMode: false }), sink)
  const end = copy.closed
  if (String(sink.rowCount) !== end.rows) {
    throw new DamagedCopy(`table ${table.name} has ${sink.rowCount} rows in place of ${end.rows}`)
  }
}

function requireSameSums({ sums: wanted }: CopyTrailer, found: CopySums): void {
  for (const [table, { rows, hash }] of Object.entries(wanted.tables)) {
    const here = found.tables[table]
    if (here?.rows === rows && here.hash === hash) continue
    throw new StartError(
      `the sums of table ${table} differ after loading; nothing was kept / 校验和不一致，已全部回滚`,
    )
  }
  const accounts = new Set([...Object.keys(wanted.ledger), ...Object.keys(found.ledger)])
  for (const account of accounts) {
    if (wanted.ledger[account] === found.ledger[account]) continue
    throw new StartError(
      `the ledger's ${account} differs after loading; nothing was kept / 账本不一致，已全部回滚`,
    )
  }
}
