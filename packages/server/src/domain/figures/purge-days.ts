import type { Context } from '../../context.ts'
import { addDays, dayOf } from './days.ts'
import { deleteDaysBefore } from './roll-up-rows.ts'
import { KEPT_DAYS } from './rules.ts'

/** Deletes roll-ups that no rule looks back to. Answers how many rows they were. */
export async function purgeDays(ctx: Context): Promise<number> {
  return deleteDaysBefore(ctx.store.read, addDays(dayOf(ctx.clock.now()), -KEPT_DAYS))
}
