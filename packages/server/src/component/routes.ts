import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { recordBeacon } from '../domain/sites/index.ts'
import { componentScript } from './script.ts'

const MAX_BODY_BYTES = 1024

type OfSite = { Querystring: { site?: unknown } }

/** The tracking component and what it reports. Every site id has the same answer, known or not. */
export async function componentRoutes(http: FastifyInstance, ctx: Context): Promise<void> {
  // Whatever comes in a beacon's body, nothing is read of it.
  http.removeAllContentTypeParsers()
  http.addContentTypeParser('*', { bodyLimit: MAX_BODY_BYTES, parseAs: 'buffer' }, (_request, _body, done) =>
    done(null),
  )
  http.addHook('onRequest', async (_request, reply) => {
    reply.header('cross-origin-resource-policy', 'cross-origin')
  })

  // Being loaded is evidence already, where the page lets its address be known; the script's own beacon comes from
  // copies that a browser keeps, too.
  http.get<OfSite>('/component.js', async (request, reply) => {
    record(ctx, request)
    return reply
      .header('content-type', 'text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=300')
      .send(componentScript)
  })

  http.post<OfSite>('/component/beacon', async (request, reply) => {
    record(ctx, request)
    return reply.code(204).header('cache-control', 'no-store').send()
  })
}

function record(ctx: Context, { query, headers }: FastifyRequest<OfSite>): void {
  const { site } = query
  if (typeof site !== 'string' || !/^[1-9]\d{0,17}$/.test(site)) return
  recordBeacon(ctx, { siteId: BigInt(site), origin: headers.origin, referer: headers.referer })
}
