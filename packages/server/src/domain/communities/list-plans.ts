import type { Context } from '../../context.ts'
import { formatOffset } from './codes.ts'
import type { Group, Plan } from './group.ts'
import { type SentMessage, selectGroups, selectPlans, selectSentMessages } from './rows.ts'

export type PlanReport = Plan & {
  group: Group
  messages: (SentMessage & { offsetCode: string })[]
}

/** For the operator: plans after an id, of one group or of all, with what became of their messages. */
export async function listPlans(
  ctx: Context,
  page: { groupId: string | undefined; after: bigint; limit: number },
): Promise<PlanReport[]> {
  const db = ctx.store.read
  const plans = await selectPlans(db, page)
  const planIds = plans.map((plan) => plan.id)
  const [groups, messages] = await Promise.all([
    selectGroups(db, [...new Set(plans.map((plan) => plan.groupId))]),
    selectSentMessages(db, planIds),
  ])
  return plans.map((plan) => ({
    ...plan,
    group: groups.get(plan.groupId) as Group,
    messages: (messages.get(plan.id) ?? []).map((message) => ({
      ...message,
      offsetCode: formatOffset({ planCode: plan.code, msgId: message.msgId }),
    })),
  }))
}
