import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { PasswordsBusy } from '../domain/accounts/index.ts'
import { sendPage } from '../pages/page.ts'
import { readForms } from './form.ts'
import { registerPageRoutes, resetPageRoutes } from './open-page-routes.ts'
import { saidPage } from './pages.ts'
import { signInPageRoutes } from './sign-in-page-routes.ts'
import { MemberRefused } from './signed-in.ts'

/** The plain pages of an account: they work in every browser, without JavaScript. */
export async function accountPageRoutes(http: FastifyInstance, ctx: Context): Promise<void> {
  readForms(http)
  http.setErrorHandler(async (error, _request, reply) => {
    if (error instanceof PasswordsBusy) {
      return sendPage(reply.code(503).header('retry-after', '1'), saidPage(problem, busy))
    }
    if (error instanceof MemberRefused)
      return sendPage(reply.code(error.statusCode), saidPage(problem, foreign))
    throw error
  })
  signInPageRoutes(http, ctx)
  resetPageRoutes(http, ctx)
  registerPageRoutes(http, ctx)
}

const problem = { zh: '无法继续', en: 'This did not work' }
const busy = { zh: '登录人数过多，请稍后再试。', en: 'Too many sign-ins at the moment: try again.' }
const foreign = {
  zh: '请求来自其他网站，或页面已过期，请从本站页面重新操作。',
  en: 'This came from another site, or the page was old: begin again on a page of this one.',
}
