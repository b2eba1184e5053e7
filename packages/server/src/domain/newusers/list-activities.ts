import type { Context } from '../../context.ts'
import type { Activity, ActivityState } from './activity.ts'
import { type ActivityFilter, selectActivities } from './activity-rows.ts'
import { stateAt } from './rules.ts'

/** Activities with their states now, the oldest first, from after an id. */
export async function listActivities(
  ctx: Context,
  filter: ActivityFilter,
): Promise<(Activity & { state: ActivityState })[]> {
  const at = ctx.clock.now()
  const activities = await selectActivities(ctx.store.read, filter, at)
  return activities.map((activity) => ({ ...activity, state: stateAt(activity, at) }))
}
