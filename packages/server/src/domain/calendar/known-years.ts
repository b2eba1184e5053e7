import type { Context } from '../../context.ts'
import type { Db } from '../../store/store.ts'
import type { Source } from './calendar.ts'
import { fillWithin } from './fill-calendar.ts'
import { selectYears } from './rows.ts'

/** Years whose holidays are known, and by whom. New data need not wait for the day's turn to know any. */
export async function knownYears(ctx: Context, db: Db): Promise<Map<number, Source>> {
  const years = await selectYears(db)
  if ([...years.values()].includes('library')) return years
  await fillWithin(ctx, db)
  return selectYears(db)
}
