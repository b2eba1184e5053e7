import type { Context } from '../../context.ts'
import { BadField } from '../goods/index.ts'
import { isPublisher } from '../publishers/index.ts'
import { randomMsgIds, randomPlanCode } from './codes.ts'
import type { NewPlan, Plan } from './group.ts'
import { insertGroups, insertPlan, selectGroups } from './rows.ts'

/**
 * Makes a plan for each of the groups, all or none; a group that is new becomes the member's. BadField where
 * the member is no publisher, a group is another member's, or a message should have been sent already.
 */
export async function createPlans(
  ctx: Context,
  wanted: NewPlan,
  operatorId: bigint | undefined,
): Promise<Plan[]> {
  const { memberId, groupIds, scdId, name } = wanted
  if (!(await isPublisher(ctx, memberId))) throw new BadField('member_id', 'no publisher has this id')
  const createdAt = ctx.clock.now()
  const past = wanted.messages[0]
  if (past && past.sendAt <= createdAt) {
    throw new BadField('messages', `send_time ${past.sendAt.toISOString()} is in the past`)
  }
  return ctx.store.transact(async (tx) => {
    await insertGroups(tx, groupIds, { memberId, createdAt })
    const groups = await selectGroups(tx, groupIds)
    const foreign = groupIds.findIndex((id) => groups.get(id)?.memberId !== memberId)
    if (foreign >= 0) throw new BadField(`groups[${foreign}]`, 'belongs to another member')
    const plans: Plan[] = []
    for (const groupId of groupIds) {
      const msgIds = randomMsgIds(wanted.messages.length)
      const messages = wanted.messages.map((message, index) => ({
        ...message,
        msgId: msgIds[index] as string,
      }))
      const plan = { code: randomPlanCode(), groupId, scdId, name, createdAt }
      plans.push({ id: await insertPlan(tx, { ...plan, operatorId, messages }), ...plan })
    }
    return plans
  })
}
