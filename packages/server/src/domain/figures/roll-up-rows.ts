import { sql } from 'kysely'
import type { Db, Tx } from '../../store/store.ts'
import type { RolledDay } from './rules.ts'

/** Held until the commit: of several processes one rolls up, and what it read of the days done stays true. */
export async function lockRolledDays(tx: Tx): Promise<void> {
  await sql`lock table rolled_days in share row exclusive mode`.execute(tx)
}

export async function selectNewestRolled(db: Db): Promise<RolledDay | undefined> {
  const row = await db
    .selectFrom('rolled_days')
    .select(['day', 'rolled_at'])
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { day: row.day, rolledAt: row.rolled_at }
}

/** When the oldest click or payment there is was. Reads everything: for a network that has no roll-up yet. */
export async function selectOldestMoment(db: Db): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select least((select min(clicked_at) from clicks), (select min(tk_paid_at) from orders)) as at`.execute(
    db,
  )
  return rows[0]?.at ?? undefined
}

/** Days that were rolled up after another and had anything, and the newest of all; in the order of that. */
export async function selectRolledAfter(db: Db, after: RolledDay): Promise<RolledDay[]> {
  const { rows } = await sql<{ day: string; rolled_at: Date }>`
    select day, rolled_at from rolled_days r
    where (rolled_at, day) > (${after.rolledAt}, ${after.day}::date) and (
      exists (select from site_days s where s.day = r.day) or day = (select max(day) from rolled_days))
    order by rolled_at, day`.execute(db)
  return rows.map((row) => ({ day: row.day, rolledAt: row.rolled_at }))
}

type Span = { from: Date; to: Date }

/** Whether anything was clicked or paid in this time. */
export async function isBusy(db: Db, { from, to }: Span): Promise<boolean> {
  const { rows } = await sql<{ busy: boolean }>`
    select exists (select from clicks where clicked_at >= ${from} and clicked_at < ${to})
      or exists (select from orders where tk_paid_at >= ${from} and tk_paid_at < ${to}) as busy`.execute(db)
  return rows[0]?.busy ?? false
}

/**
 * Each site's counted clicks and the orders paid on its links within a day. What an order became later changes
 * nothing: it was paid.
 */
export async function upsertSiteDays(tx: Tx, day: string, { from, to }: Span): Promise<void> {
  await sql`
    insert into site_days as kept (site_id, day, clicks, paid_orders, paid_fen)
    select site_id, ${day}::date, coalesce(c.clicks, 0), coalesce(o.paid_orders, 0), coalesce(o.paid_fen, 0)
    from (
      select site_id, count(*) filter (where counted) as clicks from clicks
      where clicked_at >= ${from} and clicked_at < ${to}
      group by site_id
    ) c
    full join (
      select site_id, count(*) as paid_orders, sum(paid_fen)::bigint as paid_fen from orders
      where tk_paid_at >= ${from} and tk_paid_at < ${to} and site_id is not null
      group by site_id
    ) o using (site_id)
    on conflict (site_id, day) do update
      set clicks = excluded.clicks, paid_orders = excluded.paid_orders, paid_fen = excluded.paid_fen`.execute(
    tx,
  )
}

export async function upsertRolledDays(tx: Tx, days: readonly string[], rolledAt: Date): Promise<void> {
  await sql`
    insert into rolled_days (day, rolled_at) select day, ${rolledAt} from unnest(${days}::date[]) as day
    on conflict (day) do update set rolled_at = excluded.rolled_at`.execute(tx)
}

/** Answers how many rows it deleted. */
export async function deleteDaysBefore(db: Db, day: string): Promise<number> {
  const { rows } = await sql<{ n: bigint }>`
    with s as (delete from site_days where day < ${day}::date returning 1),
      p as (delete from package_days where day < ${day}::date returning 1),
      r as (delete from rolled_days where day < ${day}::date returning 1)
    select (select count(*) from s) + (select count(*) from p) + (select count(*) from r) as n`.execute(db)
  return Number(rows[0]?.n ?? 0n)
}
