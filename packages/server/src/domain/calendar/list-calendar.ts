import type { Context } from '../../context.ts'
import type { CalendarYear } from './calendar.ts'
import { knownYears } from './known-years.ts'
import { selectDays } from './rows.ts'

/** A year's days whose weekday does not say whether they are working ones, the first first. */
export async function listCalendar(ctx: Context, { year }: { year: number }): Promise<CalendarYear> {
  return ctx.store.transact(async (tx) => {
    const years = await knownYears(ctx, tx)
    const days = await selectDays(tx, `${year}-01-01`, `${year}-12-31`)
    return { year, knownBy: years.get(year), days }
  })
}
