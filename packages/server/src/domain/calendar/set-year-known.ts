import type { Context } from '../../context.ts'
import { recordDecisions } from '../decisions/index.ts'
import { BadField } from '../goods/index.ts'
import { knownYears } from './known-years.ts'
import { type OperatorEdit, operatorIdOf } from './operator-edit.ts'
import { insertOperatorYear, lockCalendar } from './rows.ts'

/**
 * An operator has entered all holidays of a year: dates in it are final, and the library leaves it alone. BadField
 * where it is known already.
 */
export async function setYearKnown(
  ctx: Context,
  { year, by, reason }: { year: number } & OperatorEdit,
): Promise<void> {
  await ctx.store.transact(async (tx) => {
    await lockCalendar(tx)
    const knownBy = (await knownYears(ctx, tx)).get(year)
    if (knownBy) throw new BadField('year', `it is known already, by the ${knownBy}`)
    await insertOperatorYear(tx, year, operatorIdOf(by))
    await recordDecisions(ctx, tx, [{ kind: 'calendar.know_year', by, reason, figures: { year } }])
  })
}
