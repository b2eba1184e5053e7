import type { Context } from '../context.ts'
import { raiseCases } from '../domain/cases/index.ts'
import { purgeDays, rollUpDays } from '../domain/figures/index.ts'
import type { Counts } from './job.ts'

/** Adds up the days that are over, looks at them for what may be cheating, and deletes those too old for any rule. */
export async function rollUpFigures(ctx: Context): Promise<Counts> {
  const days = await rollUpDays(ctx)
  return { days, cases: await raiseCases(ctx), deleted: await purgeDays(ctx) }
}
