import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../../context.ts'
import { recheckSite } from '../../domain/permissions/index.ts'
import {
  addSitePoints,
  findSite,
  listSitePoints,
  listSites,
  readPoints,
  readReason,
  readReview,
  readTraits,
  reviewSite,
  type Site,
  setSiteTraits,
  siteStatuses,
  withdrawSite,
  writePoints,
  writeSite,
  writeSiteDetails,
} from '../../domain/sites/index.ts'
import { nextOf, readPage } from '../page.ts'

const PATH = '/admin/v1/sites'
const MAX_BODY_BYTES = 65_536
const MAX_PAGE = 200
const limits = { bodyLimit: MAX_BODY_BYTES }

type OfOne = { Params: { id: string } }

/** Sites (媒体备案): their review, and what operators find of them later. */
export function siteRoutes(http: FastifyInstance, ctx: Context): void {
  http.get(PATH, async (request) => {
    const { reader, after, limit } = readPage(request.query, {
      names: ['status', 'member_id'],
      most: MAX_PAGE,
    })
    const status = reader.choice('status', [...siteStatuses, 'all'] as const, 'all')
    const sites = await listSites(ctx, {
      status: status === 'all' ? undefined : status,
      memberId: reader.optionalId('member_id'),
      after,
      limit,
    })
    return { sites: sites.map(writeSite), next: nextOf(sites, limit) }
  })

  http.get<OfOne>(`${PATH}/:id`, async (request, reply) => {
    const site = await withId(request.params.id, (id) => findSite(ctx, { id }))
    return site ? writeSiteDetails(site) : answerUnknown(reply)
  })

  decisionRoutes(http, ctx)
  pointRoutes(http, ctx)
}

function decisionRoutes(http: FastifyInstance, ctx: Context): void {
  // Each may take away what a permission package was given for: that is looked at before the answer.
  const answer = async (reply: FastifyReply, site: Site | undefined) => {
    if (!site) return answerUnknown(reply)
    await recheckSite(ctx, site.id)
    return writeSite(site)
  }

  http.post<OfOne>(`${PATH}/:id/review`, limits, async (request, reply) => {
    const review = { ...readReview(request.body), by: byOperator(request.operatorId) }
    return answer(reply, await withId(request.params.id, (id) => reviewSite(ctx, id, review)))
  })

  http.post<OfOne>(`${PATH}/:id/traits`, limits, async (request, reply) => {
    const traits = { ...readTraits(request.body), by: byOperator(request.operatorId) }
    return answer(reply, await withId(request.params.id, (id) => setSiteTraits(ctx, id, traits)))
  })

  http.post<OfOne>(`${PATH}/:id/withdraw`, limits, async (request, reply) => {
    const how = { reason: readReason(request.body), by: byOperator(request.operatorId) }
    return answer(reply, await withId(request.params.id, (id) => withdrawSite(ctx, id, how)))
  })
}

function pointRoutes(http: FastifyInstance, ctx: Context): void {
  http.get<OfOne>(`${PATH}/:id/points`, async (request, reply) => {
    const { after, limit } = readPage(request.query, { names: [], most: MAX_PAGE })
    const entries = await withId(request.params.id, (id) => listSitePoints(ctx, id, { after, limit }))
    return entries ? { points: entries.map(writePoints), next: nextOf(entries, limit) } : answerUnknown(reply)
  })

  http.post<OfOne>(`${PATH}/:id/points`, limits, async (request, reply) => {
    const points = { ...readPoints(request.body), by: byOperator(request.operatorId) }
    const entry = await withId(request.params.id, (id) => addSitePoints(ctx, id, points))
    if (!entry) return answerUnknown(reply)
    await recheckSite(ctx, entry.siteId)
    return reply.code(201).send({ ...writePoints(entry), in_force: entry.inForce })
  })
}

function byOperator(operatorId: bigint | undefined) {
  return { kind: 'operator', operatorId } as const
}

async function withId<T>(text: string, work: (id: bigint) => Promise<T | undefined>): Promise<T | undefined> {
  return /^[1-9]\d{0,17}$/.test(text) ? work(BigInt(text)) : undefined
}

function answerUnknown(reply: FastifyReply) {
  return reply.code(404).send({ error: 'id: no such site', field: 'id' })
}
