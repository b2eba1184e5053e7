import type { Pool } from 'pg'

// Only what PostgreSQL 15 and 18 print alike: 18 also lists NOT NULL among the constraints, so the columns say it.
// Partitions are made while the server runs and are no part of the schema.

const TABLES = `
  select c.oid, c.relname as name, case c.relkind when 'p' then pg_get_partkeydef(c.oid) end as partition
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  order by c.relname collate "C"`

const COLUMNS = `
  select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
    a.attidentity as identity, s.seqstart as start, pg_get_expr(d.adbin, d.adrelid, true) as value
  from pg_attribute a
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  left join pg_sequence s on a.attidentity <> '' and s.seqrelid = pg_get_serial_sequence(a.attrelid::regclass::text, a.attname)::regclass
  where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped
  order by a.attnum`

const CONSTRAINTS = `
  select conname as name, pg_get_constraintdef(oid, true) as text from pg_constraint
  where conrelid = $1 and contype in ('p', 'u', 'f', 'c', 'x')
  order by conname collate "C"`

const INDEXES = `
  select pg_get_indexdef(i.indexrelid, 0, true) as text from pg_index i join pg_class c on c.oid = i.indexrelid
  where i.indrelid = $1 and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = $1)
  order by c.relname collate "C"`

const TRIGGERS = `
  select pg_get_triggerdef(oid, true) as text from pg_trigger where tgrelid = $1 and not tgisinternal
  order by tgname collate "C"`

const FUNCTIONS = `
  select pg_get_functiondef(oid) as text from pg_proc where pronamespace = 'public'::regnamespace
  order by proname collate "C", oid`

type Table = { oid: number; name: string; partition: string | null }
type Column = {
  name: string
  type: string
  required: boolean
  identity: '' | 'a' | 'd'
  start: bigint | null
  value: string | null
}

/** The schema as the database itself has it, as text that two databases of one schema share to the letter. */
export async function dumpSchema(pool: Pool): Promise<string> {
  const client = await pool.connect()
  try {
    // Names of this schema are then printed without it, everywhere alike.
    await client.query('set search_path to public')
    const list = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
      (await client.query<T>(text, values)).rows
    const parts: string[] = []
    for (const { text } of await list<{ text: string }>(FUNCTIONS)) parts.push(`${text.trimEnd()};\n`)
    for (const table of await list<Table>(TABLES)) {
      const of = [table.oid]
      const lines = [
        ...(await list<Column>(COLUMNS, of)).map(printColumn),
        ...(await list<{ name: string; text: string }>(CONSTRAINTS, of)).map(
          ({ name, text }) => `  constraint ${name} ${text}`,
        ),
      ]
      const after = [
        ...(await list<{ text: string }>(INDEXES, of)),
        ...(await list<{ text: string }>(TRIGGERS, of)),
      ]
      const partition = table.partition ? ` partition by ${table.partition}` : ''
      parts.push(
        `create table ${table.name} (\n${lines.join(',\n')}\n)${partition};\n${after.map(({ text }) => `${text};\n`).join('')}`,
      )
    }
    return `-- The schema after all migrations, as the database tells it.\n\n${parts.join('\n')}`
  } finally {
    client.release(true)
  }
}

function printColumn({ name, type, required, identity, start, value }: Column): string {
  const made = identity === 'a' ? 'always' : 'by default'
  return [
    `  ${name} ${type}`,
    ...(required ? ['not null'] : []),
    ...(identity ? [`generated ${made} as identity (start with ${start})`] : []),
    ...(value === null ? [] : [`default ${value}`]),
  ].join(' ')
}
