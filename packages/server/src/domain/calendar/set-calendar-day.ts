import type { Context } from '../../context.ts'
import { recordDecisions } from '../decisions/index.ts'
import type { CalendarDay } from './calendar.ts'
import { figuresOf, type OperatorEdit, operatorIdOf } from './operator-edit.ts'
import { lockCalendar, selectDays, upsertOperatorDay } from './rows.ts'

type Saying = Pick<CalendarDay, 'day' | 'isWorking' | 'name'> & OperatorEdit

/** What an operator says of a day, which wins over the library, also over what it will know later. */
export async function setCalendarDay(ctx: Context, saying: Saying): Promise<CalendarDay> {
  const { day, isWorking, name, by, reason } = saying
  const operatorId = operatorIdOf(by)
  const after: CalendarDay = { day, isWorking, name, source: 'operator', operatorId }
  await ctx.store.transact(async (tx) => {
    await lockCalendar(tx)
    const [before] = await selectDays(tx, day, day)
    await upsertOperatorDay(tx, { day, isWorking, name, operatorId })
    const figures = { day, before: figuresOf(before), after: figuresOf(after) }
    await recordDecisions(ctx, tx, [{ kind: 'calendar.set_day', by, reason, figures }])
  })
  return after
}
