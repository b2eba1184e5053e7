import type { Context } from '../../context.ts'
import { BadField } from '../goods/index.ts'
import type { Activity, Operator } from './activity.ts'
import { lockActivity, updateEnded } from './activity-rows.ts'
import { stateAt } from './rules.ts'

/**
 * Ends an activity before its time: first purchases from now on bring nothing, earlier ones are rewarded as
 * before. Undefined where there is no such activity.
 */
export async function endActivity(
  ctx: Context,
  id: bigint,
  operator: Operator,
): Promise<Activity | undefined> {
  return ctx.store.transact(async (tx) => {
    const activity = await lockActivity(tx, id)
    if (!activity) return undefined
    const at = ctx.clock.now()
    if (stateAt(activity, at) === 'ended') throw new BadField('id', 'the activity is over already')
    await updateEnded(tx, id, { endedAt: at, endedBy: operator.id })
    return { ...activity, endedAt: at }
  })
}
