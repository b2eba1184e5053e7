import type { Context } from '../../../context.ts'
import { dayOf } from '../../figures/index.ts'
import { redateApplications } from '../applications/redate-applications.ts'
import { selectUnchecked } from './check-rows.ts'
import { checkSome } from './check-some.ts'

const AT_ONCE = 2000

/** How many grants were looked at, warned and lost, and how many due days changed. */
export type CheckCounts = { checked: number; warned: number; withdrawn: number; redated: number }

/**
 * The daily check: each grant that rules may take is looked at once a day, its holder warned, the grant withdrawn.
 * What is done is committed by the way, so whoever goes on after a stop neither skips nor repeats; several processes
 * share the work.
 */
export async function checkPermissions(ctx: Context): Promise<CheckCounts> {
  const today = dayOf(ctx.clock.now())
  const counts = { checked: 0, warned: 0, withdrawn: 0 }
  // What another process is at is passed over, and waited for only at the end, should it not have been done.
  for (const others of ['pass', 'wait'] as const) {
    for (let after = 0n; ; ) {
      const ids = await selectUnchecked(ctx.store.read, { today, after, limit: AT_ONCE })
      const last = ids.at(-1)
      if (last === undefined) break
      const done = await checkSome(ctx, { ids, today, others })
      counts.checked += done.checked
      counts.warned += done.warned
      counts.withdrawn += done.withdrawn
      after = last
    }
  }
  return { ...counts, redated: await redateApplications(ctx) }
}
