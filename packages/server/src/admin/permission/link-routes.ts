import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import { makeLinksFor, readLinksFor, writeToolLink } from '../../domain/links/index.ts'

const MAX_BODY_BYTES = 1 << 20

/** The link tool, used for a publisher. */
export function linkToolRoutes(http: FastifyInstance, ctx: Context): void {
  http.post<{ Params: { id: string } }>(
    '/admin/v1/members/:id/links',
    { bodyLimit: MAX_BODY_BYTES },
    async (request, reply) => {
      const { id } = request.params
      const by = { kind: 'operator', operatorId: request.operatorId } as const
      const order = { ...readLinksFor(request.body), by }
      const isId = /^[1-9]\d{0,17}$/.test(id)
      const links = isId ? await makeLinksFor(ctx, { ...order, memberId: BigInt(id) }) : undefined
      if (!links) return reply.code(404).send({ error: 'id: no such member', field: 'id' })
      if (links !== 'busy') return { links: links.map(writeToolLink) }
      return reply.code(503).header('retry-after', '1').send({ error: 'busy, please try again' })
    },
  )
}
