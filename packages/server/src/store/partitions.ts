import { sql } from 'kysely'
import { perServer } from './per-server.ts'
import { type Store, sqlState } from './store.ts'

/** Tables that grow, cut by time: how long a partition is and how long its rows stay. */
const cuts = {
  clicks: { unit: 'month', keepDays: 90 },
  call_log: { unit: 'day', keepDays: 7 },
} as const

/** Who makes and drops partitions locks their table for a moment, so it must not run while a copy reads. */
export const PARTITION_JOB = 'maintain partitions'

export type PartitionedTable = keyof typeof cuts
type Ctx = { readonly store: Store }

const known = perServer<Ctx, Set<string>>(() => new Set())

/** Makes sure the partitions for these times exist; times that follow one another in a known one cost nothing. */
export async function ensurePartitions(
  ctx: Ctx,
  table: PartitionedTable,
  times: Iterable<Date>,
): Promise<void> {
  const made = known(ctx)
  let last: Partition | undefined
  for (const time of times) {
    if (last && time >= last.from && time < last.to) continue
    last = partitionOf(table, time)
    if (made.has(last.name)) continue
    await createPartition(ctx.store, { table, ...last })
    made.add(last.name)
  }
}

/** Drops the partitions whose every row is older than the table keeps. Answers their names. */
export async function dropOldPartitions(ctx: Ctx, table: PartitionedTable, now: Date): Promise<string[]> {
  const oldest = partitionOf(table, new Date(now.getTime() - cuts[table].keepDays * 86_400_000)).name
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_inherits i
    join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
    where p.relname = ${table} and pg_table_is_visible(p.oid) and c.relname < ${oldest}`.execute(
    ctx.store.read,
  )
  for (const { name } of rows) {
    await sql`drop table ${sql.table(name)}`.execute(ctx.store.read)
    known(ctx).delete(name)
  }
  return rows.map((row) => row.name)
}

type Partition = { name: string; from: Date; to: Date }

function partitionOf(table: PartitionedTable, time: Date): Partition {
  const year = time.getUTCFullYear()
  const month = time.getUTCMonth()
  const stamp = time.toISOString().slice(0, 10).replaceAll('-', '_')
  if (cuts[table].unit === 'month') {
    const from = new Date(Date.UTC(year, month, 1))
    return { name: `${table}_${stamp.slice(0, 7)}`, from, to: new Date(Date.UTC(year, month + 1, 1)) }
  }
  const from = new Date(Date.UTC(year, month, time.getUTCDate()))
  return { name: `${table}_${stamp}`, from, to: new Date(from.getTime() + 86_400_000) }
}

async function createPartition(
  store: Store,
  part: { table: PartitionedTable; name: string; from: Date; to: Date },
): Promise<void> {
  const from = sql.lit(part.from.toISOString())
  const to = sql.lit(part.to.toISOString())
  try {
    await sql`create table if not exists ${sql.table(part.name)}
      partition of ${sql.table(part.table)} for values from (${from}) to (${to})`.execute(store.read)
  } catch (error) {
    // Another process made it between the look and the making.
    if (!['42P07', '42P17', '23505'].includes(sqlState(error))) throw error
  }
}
