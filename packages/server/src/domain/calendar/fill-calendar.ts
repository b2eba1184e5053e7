import type { Context } from '../../context.ts'
import type { Db } from '../../store/store.ts'
import { recordDecisions } from '../decisions/index.ts'
import { type Entered, enterLibrary } from './enter-library.ts'

/**
 * Enters the holidays and make-up days of all years that the library knows; what changed goes into the audit log.
 * Done again, it changes nothing.
 */
export async function fillCalendar(ctx: Context): Promise<Entered> {
  return ctx.store.transact((tx) => fillWithin(ctx, tx))
}

/** The same within the caller's transaction. */
export async function fillWithin(ctx: Context, db: Db): Promise<Entered> {
  const entered = await enterLibrary(db)
  if (entered.written + entered.removed + entered.years.length > 0) {
    const reason = 'public holidays as announced'
    await recordDecisions(ctx, db, [
      { kind: 'calendar.fill', by: { kind: 'rule' }, reason, figures: entered },
    ])
  }
  return entered
}
