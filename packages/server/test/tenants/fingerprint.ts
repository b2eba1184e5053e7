import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../src/store/store.ts'

type Column = { table: string; column: string }
const OWNER_COLUMNS = [
  'member_id',
  'owner_id',
  'second_id',
  'third_id',
  'third_member_id',
  'leader_id',
  'reported_by',
  'by_member_id',
]
/** What belongs to something of a member's. */
const OWNED_BY = { app_id: 'apps', site_id: 'sites', adzone_id: 'adzones', order_id: 'orders' }
// What their own requests are counted in, some of them later.
const RESTLESS = ['call_log', 'quota_counts', 'package_days']

/** The sums of all rows that are a member's, or of something that is, by their tables; new tables count at once. */
export async function fingerprint(db: Db, memberId: bigint): Promise<Record<string, string>> {
  const parts = (await ownedColumns(db)).map(({ table, column }) => {
    const parent = OWNED_BY[column as keyof typeof OWNED_BY]
    const owner = parent
      ? sql`in (select id from ${sql.table(parent)} where member_id = ${memberId})`
      : sql`= ${memberId}`
    return sumOf({ table, column }, owner)
  })
  const further = [
    sumOf({ table: 'members', column: 'id' }, sql`= ${memberId}`),
    sumOf(
      { table: 'refresh_tokens', column: 'grant_id' },
      sql`in (select id from oauth_grants where member_id = ${memberId})`,
    ),
    sumOf(
      { table: 'community_results', column: 'plan_id' },
      sql`in (select id from community_plans join community_groups using (group_id) where member_id = ${memberId})`,
    ),
  ]
  const all = sql.join([...parts, ...further], sql` union all `)
  const { rows } = await sql<{ name: string; sum: string }>`${all}`.execute(db)
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]))
}

function sumOf({ table, column }: Column, owner: RawBuilder<unknown>) {
  return sql`select ${sql.lit(`${table}.${column}`)} as name,
    coalesce(md5(string_agg(t::text, '|' order by t::text)), 'none') as sum
    from ${sql.table(table)} t where ${sql.ref(`t.${column}`)} ${owner}`
}

let known: Column[] | undefined

async function ownedColumns(db: Db): Promise<Column[]> {
  if (known) return known
  const columns = [...OWNER_COLUMNS, ...Object.keys(OWNED_BY)]
  const { rows } = await sql<Column>`
    select c.relname as "table", a.attname as "column"
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
      and a.attname in (${sql.join(columns)}) and a.atttypid = 'int8'::regtype and not a.attisdropped
      and c.relname not in (${sql.join(RESTLESS)})
    order by 1, 2`.execute(db)
  known = rows
  return rows
}
