import type { Context } from '../../context.ts'
import { recordDecisions } from '../decisions/index.ts'
import { enterLibrary } from './enter-library.ts'
import { figuresOf, type OperatorEdit } from './operator-edit.ts'
import { deleteDay, lockCalendar, selectDays } from './rows.ts'

/**
 * Takes back what an operator said of a day: what the library says of it, or else its weekday, holds again. False
 * where no operator has said anything.
 */
export async function removeCalendarDay(
  ctx: Context,
  { day, by, reason }: { day: string } & OperatorEdit,
): Promise<boolean> {
  return ctx.store.transact(async (tx) => {
    await lockCalendar(tx)
    const [before] = await selectDays(tx, day, day)
    if (before?.source !== 'operator') return false
    await deleteDay(tx, day)
    await enterLibrary(tx)
    const [after] = await selectDays(tx, day, day)
    const figures = { day, before: figuresOf(before), after: figuresOf(after) }
    await recordDecisions(ctx, tx, [{ kind: 'calendar.remove_day', by, reason, figures }])
    return true
  })
}
