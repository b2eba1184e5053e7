import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { makeToolLinks, readToolTexts, writeToolLink } from '../domain/links/index.ts'
import { requirePublisher } from './acting-publisher.ts'

const MAX_BODY_BYTES = 1 << 20

/** The link tool. */
export function linkRoutes(http: FastifyInstance, ctx: Context): void {
  http.post('/account/v1/links', { bodyLimit: MAX_BODY_BYTES }, async (request, reply) => {
    const { promoterId: memberId } = await requirePublisher(ctx, request)
    const links = await makeToolLinks(ctx, { memberId, ...readToolTexts(request.body) })
    if (links !== 'busy') return { links: links.map(writeToolLink) }
    return reply.code(503).header('retry-after', '1').send({ error: 'busy, please try again' })
  })
}
