import { formatGmt8 } from '@opentbk/top'
import type { Context } from '../../context.ts'
import type { Db } from '../../store/store.ts'
import type { DueDay } from './calendar.ts'
import { knownYears } from './known-years.ts'
import { selectDays } from './rows.ts'
import { addWorkingDays } from './rules.ts'

/** The day in GMT+8 that is so many working days after a moment's; that moment's own day never counts. */
export async function dueOn(
  ctx: Context,
  db: Db,
  { from, workingDays }: { from: Date; workingDays: number },
): Promise<DueDay> {
  const years = await knownYears(ctx, db)
  const firstDay = formatGmt8(from).slice(0, 10)
  const days = await selectDays(db, firstDay)
  return addWorkingDays(firstDay, workingDays, {
    days: new Map(days.map(({ day, isWorking }) => [day, isWorking])),
    years: new Set(years.keys()),
  })
}
