import type { Context } from '../context.ts'
import { fillCalendar as fill } from '../domain/calendar/index.ts'
import type { Counts } from './job.ts'

/** Enters what the library of public holidays knows and the calendar does not have yet. */
export async function fillCalendar(ctx: Context): Promise<Counts> {
  const { written, removed, years } = await fill(ctx)
  return { written, removed, years: years.length }
}
