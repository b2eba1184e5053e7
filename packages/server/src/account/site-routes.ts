import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../context.ts'
import { FieldReader } from '../domain/goods/index.ts'
import { recheckSite } from '../domain/permissions/index.ts'
import {
  closeSite,
  fileSite,
  findSite,
  listOwnReports,
  listSites,
  readFigure,
  readFiling,
  refileSite,
  reportFigure,
  writeReport,
  writeSite,
  writeSiteDetails,
} from '../domain/sites/index.ts'
import { MAX_BODY_BYTES } from './answers.ts'
import { requireSignedIn } from './signed-in.ts'

const PATH = '/account/v1/sites'
const MOST = 100
const limits = { bodyLimit: MAX_BODY_BYTES }

type OfOne = { Params: { id: string } }

/** The sites that a publisher files. */
export function siteRoutes(http: FastifyInstance, ctx: Context): void {
  http.get(PATH, async (request) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const after = readAfter(request.query)
    const sites = await listSites(ctx, { memberId, status: undefined, after, limit: MOST })
    return { sites: sites.map(writeSite), next: nextOf(sites) }
  })

  http.post(PATH, limits, async (request, reply) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const site = await fileSite(ctx, memberId, readFiling(request.body))
    return reply.code(201).send(writeSite(site))
  })

  http.get<OfOne>(`${PATH}/:id`, async (request, reply) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const site = await withId(request.params.id, (id) => findSite(ctx, { id, memberId }))
    if (!site) return answerUnknown(reply)
    return { ...writeSiteDetails(site), component_url: `${ctx.publicUrl}/component.js?site=${site.id}` }
  })

  http.post<OfOne>(`${PATH}/:id/refile`, limits, async (request, reply) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const filing = readFiling(request.body)
    const site = await withId(request.params.id, (id) => refileSite(ctx, memberId, { id, filing }))
    return site ? writeSite(site) : answerUnknown(reply)
  })

  http.post<OfOne>(`${PATH}/:id/close`, limits, async (request, reply) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const site = await withId(request.params.id, (id) => closeSite(ctx, memberId, id))
    if (!site) return answerUnknown(reply)
    await recheckSite(ctx, site.id)
    return writeSite(site)
  })

  reportRoutes(http, ctx)
}

/** What owners report of their sites. */
function reportRoutes(http: FastifyInstance, ctx: Context): void {
  http.get<OfOne>(`${PATH}/:id/reports`, async (request, reply) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const page = { after: readAfter(request.query), limit: MOST, state: undefined }
    const reports = await withId(request.params.id, (siteId) =>
      listOwnReports(ctx, memberId, { ...page, siteId }),
    )
    return reports ? { reports: reports.map(writeReport), next: nextOf(reports) } : answerUnknown(reply)
  })

  http.post<OfOne>(`${PATH}/:id/reports`, limits, async (request, reply) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const figure = readFigure(request.body)
    const report = await withId(request.params.id, (siteId) =>
      reportFigure(ctx, memberId, { ...figure, siteId }),
    )
    return report ? reply.code(201).send(writeReport(report)) : answerUnknown(reply)
  })
}

async function withId<T>(text: string, work: (id: bigint) => Promise<T | undefined>): Promise<T | undefined> {
  return /^[1-9]\d{0,17}$/.test(text) ? work(BigInt(text)) : undefined
}

function answerUnknown(reply: FastifyReply) {
  return reply.code(404).send({ error: 'id: no such site of yours', field: 'id' })
}

function readAfter(query: unknown): bigint {
  return FieldReader.of(query, ['after']).optionalId('after') ?? 0n
}

function nextOf(rows: readonly { id: bigint }[]): string | null {
  const last = rows.length < MOST ? undefined : rows.at(-1)
  return last ? String(last.id) : null
}
