import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { BadField } from '../domain/goods/index.ts'
import { communityRoutes } from './community-routes.ts'
import { contentRoutes } from './content-routes.ts'
import { jobRoutes } from './job-routes.ts'
import { memberRoutes } from './member-routes.ts'
import { agreementRoutes } from './money/agreement-routes.ts'
import { balanceRoutes } from './money/balance-routes.ts'
import { campaignRoutes } from './money/campaign-routes.ts'
import { ledgerRoutes } from './money/ledger-routes.ts'
import { merchantRoutes } from './money/merchant-routes.ts'
import { newuserRoutes } from './money/newuser-routes.ts'
import { orderRoutes } from './money/order-routes.ts'
import { payeeRoutes } from './money/payee-routes.ts'
import { payoutRoutes } from './money/payout-routes.ts'
import { payoutRunRoutes } from './money/payout-run-routes.ts'
import { penaltyRoutes } from './money/penalty-routes.ts'
import { oauthAdminRoutes } from './oauth-routes.ts'
import { requireOperator } from './operator-auth.ts'
import { applicationRoutes } from './permission/application-routes.ts'
import { calendarRoutes } from './permission/calendar-routes.ts'
import { caseRoutes } from './permission/case-routes.ts'
import { figureRoutes } from './permission/figure-routes.ts'
import { linkToolRoutes } from './permission/link-routes.ts'
import { permissionRoutes } from './permission/permission-routes.ts'
import { settingRoutes } from './permission/setting-routes.ts'
import { siteReportRoutes } from './permission/site-report-routes.ts'
import { siteRoutes } from './permission/site-routes.ts'

/** What operators do over HTTP. JSON in and out; what is wrong with the input is answered by its name. */
export async function adminRoutes(http: FastifyInstance, ctx: Context): Promise<void> {
  http.decorateRequest('operatorId', undefined)
  http.addHook('onRequest', async (request) => {
    request.operatorId = (await requireOperator(ctx, request)).id
  })
  http.setErrorHandler(async (error, _request, reply) => {
    if (!(error instanceof BadField)) throw error
    return reply.code(400).send({ error: error.message, field: error.field })
  })
  contentRoutes(http, ctx)
  communityRoutes(http, ctx)
  jobRoutes(http, ctx)
  agreementRoutes(http, ctx)
  penaltyRoutes(http, ctx)
  payoutRunRoutes(http, ctx)
  payoutRoutes(http, ctx)
  payeeRoutes(http, ctx)
  campaignRoutes(http, ctx)
  caseRoutes(http, ctx)
  figureRoutes(http, ctx)
  merchantRoutes(http, ctx)
  balanceRoutes(http, ctx)
  ledgerRoutes(http, ctx)
  orderRoutes(http, ctx)
  newuserRoutes(http, ctx)
  oauthAdminRoutes(http, ctx)
  memberRoutes(http, ctx)
  linkToolRoutes(http, ctx)
  settingRoutes(http, ctx)
  siteRoutes(http, ctx)
  siteReportRoutes(http, ctx)
  calendarRoutes(http, ctx)
  applicationRoutes(http, ctx)
  permissionRoutes(http, ctx)
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on every request that reaches an operator's door. */
    operatorId: bigint | undefined
  }
}
