import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import type { Metrics } from '../gateway/metrics.ts'
import { describeCatalogue, describeCatalogueAsOpenApi } from './catalogue.ts'
import { describeDoors } from './doors/describe-doors.ts'

/** What operators and machines ask: alive, ready, numbers, contracts. */
export async function opsRoutes(
  http: FastifyInstance,
  deps: { ctx: Context; metrics: Metrics },
): Promise<void> {
  http.get('/healthz', async () => ({ status: 'ok' }))

  http.get('/readyz', async (_request, reply) => {
    try {
      await deps.ctx.store.read.selectFrom('settings').select('key').limit(1).execute()
      return { status: 'ready' }
    } catch (error) {
      deps.ctx.log.error({ err: error }, 'not ready')
      return reply.code(503).send({ status: 'database unreachable' })
    }
  })

  http.get('/metrics', async (_request, reply) => {
    reply.header('content-type', deps.metrics.registry.contentType)
    return deps.metrics.registry.metrics()
  })

  // Printed once: contracts do not change while the server runs.
  const printed = {
    '/catalogue.json': JSON.stringify(describeCatalogue()),
    '/openapi.json': JSON.stringify(describeCatalogueAsOpenApi()),
    '/openapi-admin.json': JSON.stringify(describeDoors('operators')),
    '/openapi-account.json': JSON.stringify(describeDoors('members')),
  }
  for (const [url, text] of Object.entries(printed)) {
    http.get(url, async (_request, reply) => {
      reply.header('content-type', 'application/json; charset=utf-8')
      return text
    })
  }
}
