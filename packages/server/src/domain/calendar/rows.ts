import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../store/store.ts'
import type { CalendarDaysTable } from '../../store/tables.ts'
import type { CalendarDay, Source } from './calendar.ts'
import type { LibraryDay } from './library.ts'

/** Whoever changes the calendar waits for whoever else does, until the end of the transaction. */
export async function lockCalendar(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('calendar', 0))`.execute(db)
}

/** Writes days and answers how many changed. What an operator said stays, and so do all days of an operator's years. */
export async function upsertLibraryDays(db: Db, days: readonly LibraryDay[]): Promise<number> {
  const changed = await sql`
    insert into calendar_days (day, is_working, name, source)
    select day, is_working, name, 'library'
    from unnest(
      ${days.map(({ day }) => day)}::date[],
      ${days.map(({ isWorking }) => isWorking)}::boolean[],
      ${days.map(({ name }) => name)}::text[]
    ) as given (day, is_working, name)
    where ${isLeftToLibrary}
    on conflict (day) do update set is_working = excluded.is_working, name = excluded.name
    where calendar_days.source = 'library'
      and (calendar_days.is_working, calendar_days.name) is distinct from (excluded.is_working, excluded.name)`.execute(
    db,
  )
  return Number(changed.numAffectedRows ?? 0n)
}

/** Takes out, of these years, the library's days that it does not have any more, and answers how many. */
export async function deleteLibraryDays(
  db: Db,
  { except, years }: { except: readonly LibraryDay[]; years: readonly number[] },
): Promise<number> {
  const deleted = await sql`
    delete from calendar_days
    where source = 'library' and day <> all(${except.map(({ day }) => day)}::date[])
      and extract(year from day) = any(${years}::integer[]) and ${isLeftToLibrary}`.execute(db)
  return Number(deleted.numAffectedRows ?? 0n)
}

const isLeftToLibrary = sql`not exists (
  select from calendar_years where year = extract(year from day) and source = 'operator')`

/** Answers the years that were not known before. */
export async function insertLibraryYears(db: Db, years: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    insert into calendar_years (year, source) select year, 'library' from unnest(${years}::integer[]) as given (year)
    on conflict (year) do nothing returning year`.execute(db)
  return rows.map(({ year }) => year)
}

/** The years whose holidays are known, and by whom. */
export async function selectYears(db: Db): Promise<Map<number, Source>> {
  const rows = await db.selectFrom('calendar_years').select(['year', 'source']).execute()
  return new Map(rows.map((row) => [row.year, row.source as Source]))
}

/** All days from one to another, the first first; without an end, all that come. */
export async function selectDays(db: Db, from: string, to?: string): Promise<CalendarDay[]> {
  let query = db.selectFrom('calendar_days').selectAll().where('day', '>=', from)
  if (to !== undefined) query = query.where('day', '<=', to)
  const rows = await query.orderBy('day').execute()
  return rows.map(toDay)
}

function toDay(row: Selectable<CalendarDaysTable>): CalendarDay {
  return {
    day: row.day,
    isWorking: row.is_working,
    name: row.name,
    source: row.source as Source,
    operatorId: row.operator_id ?? undefined,
  }
}

export async function upsertOperatorDay(tx: Tx, day: Omit<CalendarDay, 'source'>): Promise<void> {
  const said = {
    is_working: day.isWorking,
    name: day.name,
    source: 'operator',
    operator_id: day.operatorId ?? null,
  }
  await tx
    .insertInto('calendar_days')
    .values({ day: day.day, ...said })
    .onConflict((conflict) => conflict.column('day').doUpdateSet(said))
    .execute()
}

export async function deleteDay(tx: Tx, day: string): Promise<void> {
  await tx.deleteFrom('calendar_days').where('day', '=', day).execute()
}

export async function insertOperatorYear(
  tx: Tx,
  year: number,
  operatorId: bigint | undefined,
): Promise<void> {
  await tx
    .insertInto('calendar_years')
    .values({ year, source: 'operator', operator_id: operatorId ?? null })
    .execute()
}

export async function deleteYear(tx: Tx, year: number): Promise<void> {
  await tx.deleteFrom('calendar_years').where('year', '=', year).execute()
}
