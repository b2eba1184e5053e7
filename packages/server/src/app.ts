import Fastify, { type FastifyInstance } from 'fastify'
import { accountPageRoutes } from './account/page-routes.ts'
import { accountRoutes } from './account/routes.ts'
import { adminRoutes } from './admin/routes.ts'
import { componentRoutes } from './component/routes.ts'
import type { Context } from './context.ts'
import { demoShopRoutes } from './demo-shop/routes.ts'
import { CallLog } from './gateway/call-log.ts'
import { Failures } from './gateway/failures.ts'
import type { Gateway } from './gateway/gateway.ts'
import { gatewayDoor } from './gateway/http.ts'
import { Metrics } from './gateway/metrics.ts'
import { Quota } from './gateway/quota.ts'
import { Front } from './http/front.ts'
import { ingestRoutes } from './ingest/routes.ts'
import { methods } from './methods/index.ts'
import { oauthRoutes } from './oauth/routes.ts'
import { opsRoutes } from './ops/routes.ts'
import { startPageRoutes } from './pages/start-page.ts'
import { redirectDoor } from './redirect/door.ts'
import { sandboxRoutes } from './sandbox/routes.ts'

const SERVER_OPTIONS = {
  // A client that sends its request drop by drop does not keep a connection for ever.
  requestTimeout: 60_000,
  // A GET call has everything in its address, and escaped Chinese is nine bytes a character.
  maxHeaderSize: 64 << 10,
}

/** The composition root: every door of a server over one context. */
export async function createApp(ctx: Context): Promise<FastifyInstance> {
  const quota = new Quota(ctx)
  await quota.start()
  const failures = ctx.mode === 'sandbox' ? new Failures() : undefined
  const gateway: Gateway = {
    ctx,
    catalogue: methods,
    quota,
    callLog: new CallLog(ctx),
    metrics: new Metrics(),
    ...(failures && { failures }),
  }
  const front = new Front([gatewayDoor(gateway), redirectDoor(ctx)])
  const http = Fastify({
    logger: false,
    // Nobody's X-Forwarded-For is believed but theirs.
    trustProxy: ctx.trustedProxies ? [...ctx.trustedProxies] : false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 2048, ignoreTrailingSlash: true },
    serverFactory: (behind) => front.createServer(behind, SERVER_OPTIONS),
  })
  front.endConnectionsOnClose(http)
  http.setErrorHandler((error: { statusCode?: number; message: string }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status < 500) return reply.code(status).send({ error: error.message })
    ctx.log.error({ err: error, path: request.url.split('?')[0] }, 'request failed')
    return reply.code(status).send({ error: 'the server failed, please try again' })
  })
  http.addHook('onRequest', (_request, reply, done) => {
    reply.header('x-content-type-options', 'nosniff')
    done()
  })
  await http.register(opsRoutes, { ctx, metrics: gateway.metrics })
  await http.register(ingestRoutes, ctx)
  await http.register(adminRoutes, ctx)
  await http.register(oauthRoutes, ctx)
  await http.register(accountRoutes, ctx)
  await http.register(accountPageRoutes, ctx)
  await http.register(startPageRoutes, ctx)
  await http.register(componentRoutes, ctx)
  if (failures) {
    await http.register(demoShopRoutes, ctx)
    await http.register(sandboxRoutes, { ctx, failures })
  }
  return http
}
