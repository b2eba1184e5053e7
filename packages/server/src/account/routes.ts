import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { PasswordsBusy } from '../domain/accounts/index.ts'
import { BadField } from '../domain/goods/index.ts'
import { adzoneRoutes } from './adzone-routes.ts'
import { appRoutes } from './app-routes.ts'
import { authorisationRoutes } from './authorisation-routes.ts'
import { figureRoutes } from './figure-routes.ts'
import { linkRoutes } from './link-routes.ts'
import { noticeRoutes } from './notice-routes.ts'
import { openRoutes } from './open-routes.ts'
import { permissionRoutes } from './permission-routes.ts'
import { selfRoutes, totpRoutes } from './self-routes.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { siteRoutes } from './site-routes.ts'

/** What members do over HTTP with their own account. JSON in and out, by the cookie of a sign-in. */
export async function accountRoutes(http: FastifyInstance, ctx: Context): Promise<void> {
  http.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })
  http.setErrorHandler(async (error, _request, reply) => {
    if (error instanceof BadField) return reply.code(400).send({ error: error.message, field: error.field })
    if (error instanceof PasswordsBusy) {
      return reply.code(503).header('retry-after', '1').send({ error: error.message })
    }
    throw error
  })
  signInRoutes(http, ctx)
  selfRoutes(http, ctx)
  totpRoutes(http, ctx)
  openRoutes(http, ctx)
  noticeRoutes(http, ctx)
  figureRoutes(http, ctx)
  authorisationRoutes(http, ctx)
  siteRoutes(http, ctx)
  appRoutes(http, ctx)
  adzoneRoutes(http, ctx)
  linkRoutes(http, ctx)
  permissionRoutes(http, ctx)
}
