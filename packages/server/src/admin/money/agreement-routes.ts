import { formatRate } from '@opentbk/top'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import {
  type Agreement,
  agreementStates,
  type Decision,
  decideAgreement,
  listAgreements,
  offerAgreement,
  readDecision,
  readOffer,
  type Step,
} from '../../domain/agreements/index.ts'
import { nextOf, readPage } from '../page.ts'

const MAX_BODY_BYTES = 65_536
const MAX_PAGE = 200
const decisions: readonly Decision[] = ['accept', 'refuse', 'end']

/** Share agreements of publishers: what an operator does here is done for the member that the call names. */
export function agreementRoutes(http: FastifyInstance, ctx: Context): void {
  http.post('/admin/v1/agreements', { bodyLimit: MAX_BODY_BYTES }, async (request, reply) => {
    const agreement = await offerAgreement(ctx, readOffer(request.body), { id: request.operatorId })
    return reply.code(201).send(writeAgreement(agreement))
  })

  for (const decision of decisions) {
    http.post<{ Params: { id: string } }>(
      `/admin/v1/agreements/:id/${decision}`,
      { bodyLimit: MAX_BODY_BYTES },
      async (request, reply) => {
        const { memberId, reason } = readDecision(request.body, decision)
        const actor = { memberId, operator: { id: request.operatorId } }
        const { id } = request.params
        const agreement = /^[1-9]\d{0,17}$/.test(id)
          ? await decideAgreement(ctx, BigInt(id), { decision, actor, reason })
          : undefined
        if (!agreement)
          return reply.code(404).send({ error: 'id: no such agreement of this member', field: 'id' })
        return writeAgreement(agreement)
      },
    )
  }

  http.get('/admin/v1/agreements', async (request) => {
    const names = ['member_id', 'state']
    const { reader, after, limit } = readPage(request.query, { names, most: MAX_PAGE })
    const state = reader.choice('state', [...agreementStates, 'all'] as const, 'all')
    const agreements = await listAgreements(ctx, {
      memberId: reader.optionalId('member_id'),
      state: state === 'all' ? undefined : state,
      after,
      limit,
    })
    return {
      agreements: agreements.map((one) => ({ ...writeAgreement(one), steps: one.steps.map(writeStep) })),
      next: nextOf(agreements, limit),
    }
  })
}

function writeAgreement(agreement: Agreement) {
  return {
    id: String(agreement.id),
    second_id: String(agreement.secondId),
    third_id: String(agreement.thirdId),
    share_rate: formatRate(agreement.shareBp),
    offered_by: String(agreement.offeredBy),
    state: agreement.state,
    offered_at: agreement.offeredAt.toISOString(),
    decided_at: agreement.decidedAt?.toISOString() ?? null,
    ended_at: agreement.endedAt?.toISOString() ?? null,
  }
}

function writeStep({ step, actor, reason, at }: Step) {
  const operatorId = actor.operator?.id
  return {
    step,
    member_id: String(actor.memberId),
    by_operator: actor.operator !== undefined,
    operator_id: operatorId === undefined ? null : String(operatorId),
    reason: reason ?? null,
    at: at.toISOString(),
  }
}
