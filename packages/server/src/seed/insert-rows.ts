import { type Insertable, sql } from 'kysely'
import type { Tx } from '../store/store.ts'
import type { Database } from '../store/tables.ts'

const ROWS_PER_STATEMENT = 1000

type TableName = keyof Database & string
export type Row<T extends TableName> = Insertable<Database[T]>

/** Inserts many rows with one JSON parameter a thousand: a few milliseconds where a parameter a value takes seconds. */
export async function insertRows<T extends TableName>(
  tx: Tx,
  table: T,
  rows: readonly Row<T>[],
): Promise<void> {
  const first = rows[0]
  if (!first) return
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)))
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const json = JSON.stringify(rows.slice(from, from + ROWS_PER_STATEMENT), toColumnText)
    await sql`
      insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`.execute(tx)
  }
}

/**
 * A block of ids from the table's own sequence, the first of them: rows can name each other before any is
 * written, and ids given out later do not meet them.
 */
export async function reserveIds(tx: Tx, table: TableName, count: number): Promise<bigint> {
  const { rows } = await sql<{ first: bigint }>`
    select setval(sequence, nextval(sequence) + ${count} - 1) - ${count} + 1 as first
    from (select pg_get_serial_sequence(${table}, 'id')::regclass as sequence) as ids`.execute(tx)
  return (rows[0] as { first: bigint }).first
}

// Buffers have a toJSON that has run before; what it made is turned into PostgreSQL's hex.
function toColumnText(_name: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (isBufferJson(value)) return `\\x${Buffer.from(value.data).toString('hex')}`
  return value
}

function isBufferJson(value: unknown): value is { type: 'Buffer'; data: number[] } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'Buffer' &&
    'data' in value
  )
}
