import type { CallContext } from '../../context.ts'
import { parseOffset } from './codes.ts'
import type { Message, Plan, Refused } from './group.ts'
import { hasGroup, selectMessages, selectPlace, selectRunningPlan } from './rows.ts'

type Pull = {
  groupId: string
  scdId: bigint | undefined
  /** Where the channel is; without one, the first messages of the plan that runs. */
  offsetCode: string | undefined
  limit: number
}

/**
 * The next messages for a group of the promoter's. A plan never changes and is never left for another one,
 * so the same offset code always answers the same messages.
 */
export async function pullMessages(
  ctx: CallContext,
  pull: Pull,
): Promise<{ plan: Plan | undefined; messages: Message[] } | Refused> {
  const db = ctx.store.read
  const { groupId, scdId, offsetCode, limit } = pull
  if (!(await hasGroup(db, ctx.promoterId, groupId))) return { refused: 'foreign-group' }
  if (offsetCode === undefined) {
    const plan = await selectRunningPlan(db, { groupId, scdId, now: ctx.clock.now() })
    return { plan, messages: plan ? await selectMessages(db, { planId: plan.id, after: 0, limit }) : [] }
  }
  const offset = parseOffset(offsetCode)
  const place = offset && (await selectPlace(db, { groupId, scdId, ...offset }))
  if (!place) return { refused: 'unknown-offset' }
  const { plan, position } = place
  return { plan, messages: await selectMessages(db, { planId: plan.id, after: position, limit }) }
}
