import type { Context } from '../../context.ts'
import type { Tx } from '../../store/store.ts'
import { recordDecisions } from '../decisions/index.ts'
import { addDays, listRolledAfter, startOfDay } from '../figures/index.ts'
import { getNetworkSettings } from '../network-settings/index.ts'
import { caseWords } from './case.ts'
import { checks } from './checks.ts'
import { saveLookedAt, selectLookedAt } from './looked-rows.ts'
import { insertCases } from './rows.ts'

/**
 * Looks at every day that was rolled up since the last time: whatever looks like cheating becomes a case for a
 * reviewer, and nothing else comes of it. A day is a transaction, so whoever is cut off goes on with the next; one
 * that is looked at again raises only what it did not before. Answers how many cases are new.
 */
export async function raiseCases(ctx: Context): Promise<number> {
  let raised = 0
  for (const rolled of await listRolledAfter(ctx, await selectLookedAt(ctx.store.read))) {
    raised += await ctx.store.transact(async (tx) => {
      const cases = await lookAt(ctx, tx, rolled.day)
      await saveLookedAt(tx, rolled)
      return cases
    })
  }
  return raised
}

async function lookAt(ctx: Context, tx: Tx, day: string): Promise<number> {
  const settings = await getNetworkSettings(tx)
  const looked = { day, from: startOfDay(day), to: startOfDay(addDays(day, 1)) }
  let raised = 0
  for (const check of checks) {
    const suspicions = await check(tx, looked, settings)
    const cases = await insertCases(tx, suspicions, { day, raisedAt: ctx.clock.now() })
    await recordDecisions(
      ctx,
      tx,
      cases.map(({ id, kind, figures, ...about }) => ({
        ...about,
        kind: 'case.raise',
        by: { kind: 'rule' },
        subjectId: id,
        reason: `${caseWords[kind].zh} / ${caseWords[kind].en}`,
        figures: { case: kind, day, ...figures },
      })),
    )
    raised += cases.length
  }
  return raised
}
