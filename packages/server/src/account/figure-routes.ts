import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import {
  listPackageDays,
  listSiteDays,
  readDays,
  writePackageDays,
  writeSiteDays,
} from '../domain/figures/index.ts'
import { requireSignedIn } from './signed-in.ts'

/** What a member's own sites and apps had and did, a day at a time. */
export function figureRoutes(http: FastifyInstance, ctx: Context): void {
  http.get<{ Params: { id: string } }>('/account/v1/sites/:id/days', async (request, reply) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const { id } = request.params
    const range = readDays(ctx, request.query)
    const siteId = /^[1-9]\d{0,17}$/.test(id) ? BigInt(id) : undefined
    const found = siteId && (await listSiteDays(ctx, { siteId, memberId, ...range }))
    if (!found) return reply.code(404).send({ error: 'id: no such site of yours', field: 'id' })
    return writeSiteDays(range, found)
  })

  http.get<{ Params: { app_key: string } }>('/account/v1/apps/:app_key/days', async (request, reply) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const range = readDays(ctx, request.query)
    const days = await listPackageDays(ctx, { appKey: request.params.app_key, memberId, ...range })
    if (!days) return reply.code(404).send({ error: 'app_key: no such app of yours', field: 'app_key' })
    return writePackageDays(range, days)
  })
}
