import type { Context } from '../../context.ts'
import type { Tx } from '../../store/store.ts'
import { flushCalls } from './count-call.ts'
import { addDays, dayOf, startOfDay } from './days.ts'
import {
  isBusy,
  lockRolledDays,
  selectNewestRolled,
  selectOldestMoment,
  upsertRolledDays,
  upsertSiteDays,
} from './roll-up-rows.ts'
import { isRolledTooSoon, KEPT_DAYS } from './rules.ts'

/**
 * Adds up every full day that is not added up yet, each in a transaction of its own: whoever is cut off goes on
 * with the next day. A day that was rolled up right after its end is rolled up once more, later. Also writes
 * what this process counted of calls. Answers how many days were rolled up, without those on which nothing
 * happened.
 */
export async function rollUpDays(ctx: Context): Promise<number> {
  await flushCalls(ctx)
  for (let days = 0; ; days++) {
    const isDone = await ctx.store.transact(async (tx) => !(await rollUpNext(ctx, tx)))
    if (isDone) return days
  }
}

/** False where nothing was left to do. */
async function rollUpNext(ctx: Context, tx: Tx): Promise<boolean> {
  await lockRolledDays(tx)
  const now = ctx.clock.now()
  const days = await findNextDays(tx, now)
  const day = days.at(-1)
  if (day === undefined) return false
  await upsertSiteDays(tx, day, spanOf(day))
  await upsertRolledDays(tx, days, now)
  return true
}

/** The next day to roll up, behind those before it that have nothing. */
async function findNextDays(tx: Tx, now: Date): Promise<string[]> {
  const newest = await selectNewestRolled(tx)
  if (newest && isRolledTooSoon(newest, now)) return [newest.day]
  const yesterday = addDays(dayOf(now), -1)
  const days: string[] = []
  let day = newest ? addDays(newest.day, 1) : await findFirstDay(tx, yesterday)
  for (; day <= yesterday; day = addDays(day, 1)) {
    days.push(day)
    // Yesterday is looked at whatever it had: a rule may be about the days before it.
    if (day === yesterday || (await isBusy(tx, spanOf(day)))) break
  }
  return days
}

/** Of a network that has no roll-up yet. */
async function findFirstDay(tx: Tx, yesterday: string): Promise<string> {
  const latest = startOfDay(yesterday)
  const earliest = startOfDay(addDays(yesterday, 1 - KEPT_DAYS))
  const oldest = (await selectOldestMoment(tx)) ?? latest
  return dayOf(new Date(Math.min(Math.max(oldest.getTime(), earliest.getTime()), latest.getTime())))
}

function spanOf(day: string): { from: Date; to: Date } {
  return { from: startOfDay(day), to: startOfDay(addDays(day, 1)) }
}
