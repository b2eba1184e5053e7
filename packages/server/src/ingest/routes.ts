import { Refusal } from '@opentbk/top'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { ingestOrders } from '../domain/orders/index.ts'
import { checkShop, NotTheShop } from './check-shop.ts'
import { readEvents } from './read-events.ts'
import { readItems } from './read-items.ts'
import { takeItems } from './take-items.ts'

const MAX_BODY_BYTES = 1 << 20

/** Where merchants' servers report their goods and what became of orders. */
export async function ingestRoutes(http: FastifyInstance, ctx: Context): Promise<void> {
  http.removeAllContentTypeParsers()
  // The signature covers the raw bytes, so they are kept whatever the content type says.
  http.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES }, (_request, body, done) =>
    done(null, body),
  )
  http.post<Signed>('/ingest/v1/orders', (request, reply) =>
    answerShop(ctx, { request, reply }, async (shopId, body) => {
      const read = readEvents(body)
      return 'problem' in read ? read : { results: await ingestOrders(ctx, { shopId, events: read.events }) }
    }),
  )
  http.post<Signed>('/ingest/v1/items', (request, reply) =>
    answerShop(ctx, { request, reply }, async (shopId, body) => {
      const read = readItems(body)
      return 'problem' in read ? read : { results: await takeItems(ctx, { shopId, items: read.items }) }
    }),
  )
}

type Signed = { Body: Buffer | undefined }
type Exchange = { request: FastifyRequest<Signed>; reply: FastifyReply }

/** Takes what a shop signed: 401 for whom it cannot be, 400 where it is no list, 503 to send it again. */
async function answerShop(
  ctx: Context,
  { request, reply }: Exchange,
  take: (shopId: bigint, body: Buffer) => Promise<{ results: unknown[] } | { problem: string }>,
) {
  const body = request.body ?? Buffer.alloc(0)
  try {
    const shopId = await checkShop(ctx, request.headers, body)
    const taken = await take(shopId, body)
    if ('problem' in taken) return reply.code(400).send({ error: taken.problem })
    return taken
  } catch (error) {
    if (error instanceof NotTheShop) return reply.code(401).send({ error: error.message })
    if (!(error instanceof Refusal)) throw error
    // Nothing was taken: the shop sends the same again.
    return reply.code(503).header('retry-after', '1').send({ error: 'busy, please send this again' })
  }
}
