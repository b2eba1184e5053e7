import { type ClientBase, escapeIdentifier } from 'pg'
import { StartError } from '../start-error.ts'

/** One table as a copy sees it. Partitions are no tables of their own: their parent has the rows. */
export type CopiedTable = { name: string; columns: string[] }
export type Partition = { table: string; name: string; from: string; to: string }
export type Sequence = { table: string; column: string; last: string; called: boolean }

const TABLES = `
  select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and c.relname <> 'schema_migrations' and a.attgenerated = ''
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  group by c.relname order by c.relname collate "C"`

const REFERENCES = `
  select f.conrelid::regclass::text as child, f.confrelid::regclass::text as parent
  from pg_constraint f join pg_class c on c.oid = f.conrelid
  where f.contype = 'f' and c.relnamespace = current_schema()::regnamespace and f.conrelid <> f.confrelid
  -- held by the trigger that judges the ledger's lines
  union all select 'ledger_lines', 'ledger_entries'`

const PARTITIONS = `
  select p.relname as table, c.relname as name, pg_get_expr(c.relpartbound, c.oid) as bound
  from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
  where p.relnamespace = current_schema()::regnamespace and p.relkind = 'p'
  order by c.relname collate "C"`

const SEQUENCES = `
  select c.relname as table, a.attname as column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and a.attidentity <> ''
  order by c.relname collate "C", a.attname collate "C"`

const BOUND = /^FOR VALUES FROM \('([^']+)'\) TO \('([^']+)'\)$/

/** Every table, those first that others refer to. */
export async function listTables(client: ClientBase): Promise<CopiedTable[]> {
  const { rows: tables } = await client.query<CopiedTable>(TABLES)
  const { rows: references } = await client.query<{ child: string; parent: string }>(REFERENCES)
  const waiting = new Map(tables.map((table) => [table.name, table]))
  const sorted: CopiedTable[] = []
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(
      ({ name }) => !references.some(({ child, parent }) => child === name && waiting.has(parent)),
    )
    if (ready.length === 0) throw new Error(`tables refer to each other: ${[...waiting.keys()].join(', ')}`)
    for (const table of ready) waiting.delete(table.name)
    sorted.push(...ready)
  }
  return sorted
}

export async function listPartitions(client: ClientBase): Promise<Partition[]> {
  const { rows } = await client.query<{ table: string; name: string; bound: string }>(PARTITIONS)
  return rows.map(({ table, name, bound }) => {
    const [, from, to] = BOUND.exec(bound) ?? []
    if (from === undefined || to === undefined)
      throw new Error(`partition ${name} is cut unusually: ${bound}`)
    return { table, name, from, to }
  })
}

export async function createPartition(client: ClientBase, part: Partition): Promise<void> {
  const [from, to] = [part.from, part.to].map((time) => client.escapeLiteral(time))
  await client.query(
    `create table ${escapeIdentifier(part.name)} partition of ${escapeIdentifier(part.table)}
     for values from (${from}) to (${to})`,
  )
}

/** Where each identity column stands. Sequences know no snapshots: to be read after the rows. */
export async function listSequences(client: ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(SEQUENCES)
  const found: Sequence[] = []
  for (const { table, column, sequence } of rows) {
    const state = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${sequence}`,
    )
    found.push({ table, column, ...(state.rows[0] as { last: string; called: boolean }) })
  }
  return found
}

export async function setSequence(
  client: ClientBase,
  { table, column, last, called }: Sequence,
): Promise<void> {
  await client.query('select setval(pg_get_serial_sequence(quote_ident($1), $2), $3::bigint, $4)', [
    table,
    column,
    last,
    called,
  ])
}

/** Refuses a database that holds anything already. */
export async function requireEmpty(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relnamespace = current_schema()::regnamespace
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     order by c.relname <> 'schema_migrations', c.relname limit 1`,
  )
  const [first] = rows
  if (!first) return
  const held = first.name === 'schema_migrations' ? 'data of OpenTBK' : `a table "${first.name}"`
  throw new StartError(
    `the database holds ${held} already: only an empty one can be filled / 目标数据库不为空：请使用空数据库`,
  )
}
