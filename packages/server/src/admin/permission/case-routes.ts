import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../../context.ts'
import {
  type CheatingCase,
  caseStates,
  decideCase,
  findCase,
  listCases,
  noteMemberBuyer,
  readCaseVerdict,
  readMemberBuyer,
} from '../../domain/cases/index.ts'
import { nextOf, readPage } from '../page.ts'

const MAX_BODY_BYTES = 16_384
const MAX_PAGE = 200

type OfOne = { Params: { id: string } }

/** What looks like cheating, for a reviewer to confirm or to dismiss. */
export function caseRoutes(http: FastifyInstance, ctx: Context): void {
  const limits = { bodyLimit: MAX_BODY_BYTES }

  http.get('/admin/v1/cases', async (request) => {
    const { reader, after, limit } = readPage(request.query, { names: ['state', 'site_id'], most: MAX_PAGE })
    const state = reader.choice('state', [...caseStates, 'all'] as const, 'all')
    const cases = await listCases(ctx, {
      state: state === 'all' ? undefined : state,
      siteId: reader.optionalId('site_id'),
      after,
      limit,
    })
    return { cases: cases.map(writeCase), next: nextOf(cases, limit) }
  })

  http.get<OfOne>('/admin/v1/cases/:id', async (request, reply) => {
    return answer(reply, await withId(request.params.id, (id) => findCase(ctx, id)))
  })

  http.post<OfOne>('/admin/v1/cases/:id/decide', limits, async (request, reply) => {
    const by = { kind: 'operator', operatorId: request.operatorId } as const
    const verdict = { ...readCaseVerdict(request.body), by }
    return answer(reply, await withId(request.params.id, (id) => decideCase(ctx, id, verdict)))
  })

  http.post<OfOne>('/admin/v1/members/:id/buyers', limits, async (request, reply) => {
    const by = { kind: 'operator', operatorId: request.operatorId } as const
    const note = { ...readMemberBuyer(request.body), by }
    const isNoted = await withId(request.params.id, (memberId) => noteMemberBuyer(ctx, { memberId, ...note }))
    if (!isNoted) return reply.code(404).send({ error: 'id: no such member', field: 'id' })
    return reply.code(201).send({ member_id: request.params.id, shop_key: note.shopKey })
  })
}

async function withId<T>(text: string, work: (id: bigint) => Promise<T>): Promise<T | undefined> {
  return /^[1-9]\d{0,17}$/.test(text) ? work(BigInt(text)) : undefined
}

function answer(reply: FastifyReply, found: CheatingCase | undefined) {
  if (!found) return reply.code(404).send({ error: 'id: no such case', field: 'id' })
  return writeCase(found)
}

function writeCase(found: CheatingCase) {
  return {
    id: String(found.id),
    kind: found.kind,
    site_id: String(found.siteId),
    site_name: found.siteName,
    member_id: String(found.memberId),
    day: found.day,
    figures: found.figures,
    state: found.state,
    raised_at: found.raisedAt.toISOString(),
    decided_at: found.decidedAt?.toISOString() ?? null,
    operator_id: found.operatorId === undefined ? null : String(found.operatorId),
    reason: found.reason ?? null,
  }
}
