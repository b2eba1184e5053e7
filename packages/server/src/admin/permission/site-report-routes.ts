import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import {
  decideReport,
  listReports,
  readReportDecision,
  reportStates,
  writeReport,
} from '../../domain/sites/index.ts'
import { nextOf, readPage } from '../page.ts'

const PATH = '/admin/v1/site-reports'
const MAX_BODY_BYTES = 65_536
const MAX_PAGE = 200

/** What owners report of their sites, and whether it is believed. */
export function siteReportRoutes(http: FastifyInstance, ctx: Context): void {
  http.get(PATH, async (request) => {
    const { reader, after, limit } = readPage(request.query, { names: ['state', 'site_id'], most: MAX_PAGE })
    const state = reader.choice('state', [...reportStates, 'all'] as const, 'all')
    const reports = await listReports(ctx, {
      state: state === 'all' ? undefined : state,
      siteId: reader.optionalId('site_id'),
      after,
      limit,
    })
    return { reports: reports.map(writeReport), next: nextOf(reports, limit) }
  })

  http.post<{ Params: { id: string } }>(
    `${PATH}/:id/decide`,
    { bodyLimit: MAX_BODY_BYTES },
    async (request, reply) => {
      const { id } = request.params
      const by = { kind: 'operator', operatorId: request.operatorId } as const
      const how = { ...readReportDecision(request.body), by }
      const report = /^[1-9]\d{0,17}$/.test(id) ? await decideReport(ctx, BigInt(id), how) : undefined
      return report ? writeReport(report) : reply.code(404).send({ error: 'id: no such report', field: 'id' })
    },
  )
}
