import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import {
  listPackageDays,
  listSiteDays,
  readDays,
  writePackageDays,
  writeSiteDays,
} from '../../domain/figures/index.ts'

const anybody = { memberId: undefined }

/** What sites and apps had and did, a day at a time: everybody's. */
export function figureRoutes(http: FastifyInstance, ctx: Context): void {
  http.get<{ Params: { id: string } }>('/admin/v1/sites/:id/days', async (request, reply) => {
    const { id } = request.params
    const range = readDays(ctx, request.query)
    const siteId = /^[1-9]\d{0,17}$/.test(id) ? BigInt(id) : undefined
    const found = siteId && (await listSiteDays(ctx, { siteId, ...anybody, ...range }))
    if (!found) return reply.code(404).send({ error: 'id: no such site', field: 'id' })
    return writeSiteDays(range, found)
  })

  http.get<{ Params: { app_key: string } }>('/admin/v1/apps/:app_key/days', async (request, reply) => {
    const range = readDays(ctx, request.query)
    const days = await listPackageDays(ctx, { appKey: request.params.app_key, ...anybody, ...range })
    if (!days) return reply.code(404).send({ error: 'app_key: no such app', field: 'app_key' })
    return writePackageDays(range, days)
  })
}
