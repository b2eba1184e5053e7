import type { Context } from '../../context.ts'
import { recordDecisions } from '../decisions/index.ts'
import { enterLibrary } from './enter-library.ts'
import type { OperatorEdit } from './operator-edit.ts'
import { deleteYear, lockCalendar, selectYears } from './rows.ts'

/**
 * Takes back that an operator knows a year: its days stay, and the library adds its own once it knows it. False
 * where no operator said so.
 */
export async function setYearUnknown(
  ctx: Context,
  { year, by, reason }: { year: number } & OperatorEdit,
): Promise<boolean> {
  return ctx.store.transact(async (tx) => {
    await lockCalendar(tx)
    if ((await selectYears(tx)).get(year) !== 'operator') return false
    await deleteYear(tx, year)
    await recordDecisions(ctx, tx, [{ kind: 'calendar.forget_year', by, reason, figures: { year } }])
    await enterLibrary(tx)
    return true
  })
}
