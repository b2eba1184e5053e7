import { Refusal } from '@opentbk/top'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { ingestOrders } from '../domain/orders/index.ts'
import { checkShop, NotTheShop } from './check-shop.ts'
import { readEvents } from './read-events.ts'

const MAX_BODY_BYTES = 1 << 20

/** Where merchants' servers report what became of orders. */
export async function ingestRoutes(http: FastifyInstance, ctx: Context): Promise<void> {
  http.removeAllContentTypeParsers()
  // The signature covers the raw bytes, so they are kept whatever the content type says.
  http.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES }, (_request, body, done) =>
    done(null, body),
  )
  http.post<{ Body: Buffer | undefined }>('/ingest/v1/orders', async (request, reply) => {
    const body = request.body ?? Buffer.alloc(0)
    try {
      const shopId = await checkShop(ctx, request.headers, body)
      const read = readEvents(body)
      if ('problem' in read) return reply.code(400).send({ error: read.problem })
      return { results: await ingestOrders(ctx, { shopId, events: read.events }) }
    } catch (error) {
      if (error instanceof NotTheShop) return reply.code(401).send({ error: error.message })
      if (!(error instanceof Refusal)) throw error
      // Nothing was taken: the shop sends the same events again.
      return reply.code(503).header('retry-after', '1').send({ error: 'busy, please send this again' })
    }
  })
}
