import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { createPlans, listPlans, type Plan, type PlanReport, readPlan } from '../domain/communities/index.ts'
import { nextOf, readPage } from './page.ts'

// A plan with all its messages full of Chinese.
const MAX_BODY_BYTES = 2 << 20
const MAX_PAGE = 20
const MAX_GROUP_CHARS = 64

export function communityRoutes(http: FastifyInstance, ctx: Context): void {
  http.post('/admin/v1/community/plans', { bodyLimit: MAX_BODY_BYTES }, async (request, reply) => {
    const plans = await createPlans(ctx, readPlan(request.body), request.operatorId)
    return reply.code(201).send({ plans: plans.map(writePlan) })
  })

  http.get('/admin/v1/community/plans', async (request) => {
    const { reader, after, limit } = readPage(request.query, { names: ['group_id'], most: MAX_PAGE })
    const groupId = reader.optionalText('group_id', MAX_GROUP_CHARS)
    const plans = await listPlans(ctx, { groupId, after, limit })
    return { plans: plans.map(writeReport), next: nextOf(plans, limit) }
  })
}

function writePlan(plan: Plan) {
  return {
    id: String(plan.id),
    group_id: plan.groupId,
    scd_id: plan.scdId === undefined ? null : String(plan.scdId),
    name: plan.name,
    created_at: plan.createdAt.toISOString(),
  }
}

function writeReport(plan: PlanReport) {
  const { memberId, status } = plan.group
  return {
    ...writePlan(plan),
    member_id: String(memberId),
    group_status: status
      ? { status: status.value, description: status.note ?? null, time_stamp: Number(status.stampMs) }
      : null,
    messages: plan.messages.map((message) => ({
      msg_id: message.msgId,
      offset_code: message.offsetCode,
      send_time: message.sendAt.toISOString(),
      content: message.content,
      result: message.result ? writeResult(message.result) : null,
    })),
  }
}

function writeResult(result: NonNullable<PlanReport['messages'][number]['result']>) {
  return {
    res_code: String(result.resCode),
    res_desc: result.resDesc ?? null,
    time_stamp: Number(result.stampMs),
    received_at: result.receivedAt.toISOString(),
  }
}
