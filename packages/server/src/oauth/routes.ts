import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { authorizeRoutes } from './authorize-routes.ts'
import { logoffRoutes } from './logoff-routes.ts'
import { sendProblem } from './problem-page.ts'
import { refuseToken, tokenRoutes } from './token-routes.ts'

const MAX_FORM_BYTES = 16_384

/** OAuth 2.0 as TOP speaks it: consent, tokens, sign-out. */
export async function oauthRoutes(http: FastifyInstance, ctx: Context): Promise<void> {
  http.removeAllContentTypeParsers()
  http.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: MAX_FORM_BYTES },
    (_request, body, done) => done(null, new URLSearchParams(body.toString())),
  )
  http.setErrorHandler((error: { statusCode?: number; message: string }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) throw error
    if (/\/token\/?(\?|$)/.test(request.url)) {
      const form = 'content-type: application/x-www-form-urlencoded of at most 16 KiB expected'
      return refuseToken(reply, { error: 'invalid_request', description: form })
    }
    const words = { chinese: '请从授权页面提交，或重新打开它', english: error.message }
    return sendProblem(reply, { status: status === 401 || status === 403 ? status : 400, ...words })
  })
  authorizeRoutes(http, ctx)
  tokenRoutes(http, ctx)
  logoffRoutes(http, ctx)
}
