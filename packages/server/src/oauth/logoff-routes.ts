import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { findSignedIn, signInCookie, signOut } from '../domain/accounts/index.ts'
import { findClient, findRedirect } from '../domain/oauth/index.ts'
import { html } from '../pages/html.ts'
import { sendPage } from '../pages/page.ts'
import { type Params, readParams } from './params.ts'
import { sendProblem } from './problem-page.ts'
import { problems } from './problems.ts'

/** Where an app sends a browser to sign out, so that another member may sign in. Authorisations stay. */
export function logoffRoutes(http: FastifyInstance, ctx: Context): void {
  for (const path of ['/oauth/logoff', '/logoff']) {
    http.get(path, { exposeHeadRoute: false }, (request, reply) => logOff(ctx, request, reply))
  }
  // The end of a client-side flow for apps that are no site: they read the address, which no server sees.
  http.get('/oauth2', (_request, reply) => sendPage(reply, donePage))
}

async function logOff(ctx: Context, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const params = readParams(request)
  const back = await findBack(ctx, params)
  if (back === undefined) return sendProblem(reply, problems.redirect)
  // The cookie comes with a visit of the page alone, not with pictures or frames of another site; nor may a
  // browser that looks ahead sign anybody out.
  const isVisit = request.headers['sec-purpose'] === undefined && request.headers.purpose === undefined
  const signedIn = isVisit ? await findSignedIn(ctx, request.headers.cookie) : undefined
  if (signedIn) {
    await signOut(ctx, signedIn)
    reply.header('set-cookie', signInCookie(ctx, undefined))
  }
  return back === 'nowhere'
    ? sendPage(reply, offPage)
    : reply.header('cache-control', 'no-store').redirect(back.href, 302)
}

/** Where the app wants the browser afterwards; undefined where that is not its own. */
async function findBack(ctx: Context, params: Params): Promise<URL | 'nowhere' | undefined> {
  const redirectUri = params.get('redirect_uri')
  if (redirectUri === undefined) return 'nowhere'
  const app = await findClient(ctx, params.get('client_id') ?? '')
  return app && findRedirect(ctx, app, redirectUri)
}

const offPage = {
  title: '已退出登录 · Signed out',
  body: html`<div class="middle">
<h1>已退出登录 <span lang="en">Signed out</span></h1>
<p class="note">你授权过的应用仍可使用，直到你撤销授权。<br><span lang="en">Apps that you authorised still may act for you,
until you withdraw that.</span></p>
<p><a href="/sign-in">重新登录 <span lang="en">Sign in again</span></a></p>
</div>`,
}

const donePage = {
  title: '授权完成 · Done',
  body: html`<div class="middle">
<h1>授权完成 <span lang="en">Done</span></h1>
<p>可以关闭此页面。<br><span lang="en">You can close this page.</span></p>
</div>`,
}
