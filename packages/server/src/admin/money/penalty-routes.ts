import { formatYuan } from '@opentbk/top'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../../context.ts'
import {
  appealPenalty,
  decideAppeal,
  decidePenalty,
  findPenalty,
  freezeOrder,
  listPenalties,
  type Penalty,
  type PenaltyDecision,
  type PenaltyEvent,
  penaltyStates,
  readAppeal,
  readAppealDecision,
  readFreeze,
  readPenaltyReason,
} from '../../domain/penalties/index.ts'
import { nextOf, readPage } from '../page.ts'

const MAX_BODY_BYTES = 65_536
const MAX_PAGE = 200
const decisions: readonly PenaltyDecision[] = ['release', 'take']

type OfOne = { Params: { id: string } }

/** Penalties of orders. What is done for a promoter is recorded as done by the operator. */
export function penaltyRoutes(http: FastifyInstance, ctx: Context): void {
  const limits = { bodyLimit: MAX_BODY_BYTES }

  http.post('/admin/v1/penalties', limits, async (request, reply) => {
    const penalty = await freezeOrder(ctx, readFreeze(request.body), { id: request.operatorId })
    if (!penalty) return reply.code(404).send({ error: 'trade_id: no such order', field: 'trade_id' })
    return reply.code(201).send(writePenalty(penalty))
  })

  for (const decision of decisions) {
    http.post<OfOne>(`/admin/v1/penalties/:id/${decision}`, limits, async (request, reply) => {
      const reason = readPenaltyReason(request.body)
      const how = { decision, reason, operator: { id: request.operatorId } }
      return answer(reply, await withId(request.params.id, (id) => decidePenalty(ctx, id, how)))
    })
  }

  http.post<OfOne>('/admin/v1/penalties/:id/appeal', limits, async (request, reply) => {
    const appeal = { ...readAppeal(request.body), operator: { id: request.operatorId } }
    return answer(reply, await withId(request.params.id, (id) => appealPenalty(ctx, id, appeal)))
  })

  http.post<OfOne>('/admin/v1/penalties/:id/decide', limits, async (request, reply) => {
    const how = { ...readAppealDecision(request.body), operator: { id: request.operatorId } }
    return answer(reply, await withId(request.params.id, (id) => decideAppeal(ctx, id, how)))
  })

  listRoutes(http, ctx)
}

function listRoutes(http: FastifyInstance, ctx: Context): void {
  http.get('/admin/v1/penalties', async (request) => {
    const names = ['state', 'appealed', 'trade_id', 'member_id']
    const { reader, after, limit } = readPage(request.query, { names, most: MAX_PAGE })
    const state = reader.choice('state', [...penaltyStates, 'all'] as const, 'all')
    const penalties = await listPenalties(ctx, {
      state: state === 'all' ? undefined : state,
      isAppealed: reader.flag('appealed', false),
      tradeId: reader.optionalId('trade_id'),
      memberId: reader.optionalId('member_id'),
      after,
      limit,
    })
    return { penalties: penalties.map(writePenalty), next: nextOf(penalties, limit) }
  })

  http.get<OfOne>('/admin/v1/penalties/:id', async (request, reply) => {
    const penalty = await withId(request.params.id, (id) => findPenalty(ctx, id))
    if (!penalty) return answer(reply, undefined)
    return { ...writePenalty(penalty), events: penalty.events.map(writeEvent) }
  })
}

async function withId<T>(text: string, work: (id: bigint) => Promise<T | undefined>): Promise<T | undefined> {
  return /^[1-9]\d{0,17}$/.test(text) ? work(BigInt(text)) : undefined
}

function answer(reply: FastifyReply, penalty: Penalty | undefined) {
  if (!penalty) return reply.code(404).send({ error: 'id: no such penalty', field: 'id' })
  return writePenalty(penalty)
}

function writePenalty(penalty: Penalty) {
  return {
    id: String(penalty.id),
    trade_id: String(penalty.tradeId),
    member_id: penalty.memberId === undefined ? null : String(penalty.memberId),
    violation_type: penalty.violationType,
    state: penalty.state,
    reason: penalty.reason,
    created_at: penalty.createdAt.toISOString(),
    decided_at: penalty.decidedAt?.toISOString() ?? null,
    appealed_at: penalty.appealedAt?.toISOString() ?? null,
  }
}

function writeEvent({ step, actor, reason, at, moved }: PenaltyEvent) {
  const { memberId, operator } = actor
  return {
    step,
    member_id: memberId === undefined ? null : String(memberId),
    by_operator: operator !== undefined,
    operator_id: operator?.id === undefined ? null : String(operator.id),
    reason,
    at: at.toISOString(),
    moved: moved.map((line) => ({
      account: line.account,
      member_id: line.memberId === undefined ? null : String(line.memberId),
      amount: formatYuan(line.amountFen),
    })),
  }
}
