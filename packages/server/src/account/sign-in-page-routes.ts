import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import {
  confirmSecondFactor,
  findSignedIn,
  isRegistrationOpen,
  signIn,
  signInCookie,
  signOut,
} from '../domain/accounts/index.ts'
import { sendPage } from '../pages/page.ts'
import { clientOf, enter, MAX_BODY_BYTES, secondsUntil } from './answers.ts'
import { fieldOf, queryOf } from './form.ts'
import { newPasswordPage, secondFactorPage, signedInPage, signInPage } from './pages.ts'
import type { Words } from './plain-pages.ts'
import { checkCsrf, checkOrigin, localPath } from './signed-in.ts'

const limit = { bodyLimit: MAX_BODY_BYTES }

type Exchange = { request: FastifyRequest; reply: FastifyReply }

/** The pages by which a member signs in, and from there goes on to where they wanted to go. */
export function signInPageRoutes(http: FastifyInstance, ctx: Context): void {
  http.get('/sign-in', async (request, reply) => {
    const wanted = queryOf(request, 'next')
    const signedIn = await findSignedIn(ctx, request.headers.cookie)
    if (signedIn && wanted) return reply.redirect(localPath(wanted), 303)
    if (signedIn) return sendPage(reply, signedInPage({ name: signedIn.name, csrf: signedIn.csrfToken }))
    return showSignIn(ctx, reply, { next: localPath(wanted) })
  })

  http.post('/sign-in', limit, async (request, reply) => {
    checkOrigin(ctx, request)
    const next = localPath(fieldOf(request, 'next'))
    const login = fieldOf(request, 'login')
    const client = clientOf(request)
    const result = await signIn(ctx, { login, password: fieldOf(request, 'password'), client })
    switch (result.status) {
      case 'signed_in':
        return goOn(ctx, { request, reply }, { token: result.token, next })
      case 'second_factor':
        return sendPage(reply, secondFactorPage({ next, step: result.step }))
      case 'new_password':
        return sendPage(reply, newPasswordPage({ token: result.reset, isFirst: true }))
      case 'locked':
        return showSignIn(ctx, reply.code(429), { next, login, problem: waitWords(ctx, reply, result.until) })
      default:
        return showSignIn(ctx, reply.code(401), { next, login, problem: refused })
    }
  })

  http.post('/sign-in/second-factor', limit, async (request, reply) => {
    checkOrigin(ctx, request)
    const next = localPath(fieldOf(request, 'next'))
    const step = fieldOf(request, 'step')
    const code = fieldOf(request, 'code').slice(0, 64)
    const result = await confirmSecondFactor(ctx, { step, code, client: clientOf(request) })
    switch (result.status) {
      case 'signed_in':
        return goOn(ctx, { request, reply }, { token: result.token, next })
      case 'expired':
        return showSignIn(ctx, reply.code(401), { next, problem: expired })
      case 'locked': {
        const problem = waitWords(ctx, reply, result.until)
        return sendPage(reply.code(429), secondFactorPage({ next, step, problem }))
      }
      default:
        return sendPage(reply.code(401), secondFactorPage({ next, step, problem: wrongCode }))
    }
  })

  http.post('/sign-out', limit, async (request, reply) => {
    const signedIn = await findSignedIn(ctx, request.headers.cookie)
    if (signedIn) {
      checkCsrf(ctx, request, { signedIn, token: fieldOf(request, 'csrf') })
      await signOut(ctx, signedIn)
    }
    return reply.header('set-cookie', signInCookie(ctx, undefined)).redirect('/sign-in', 303)
  })
}

const refused = { zh: '账号或密码不正确', en: 'This is not the login or the password.' }
const expired = { zh: '登录已超时，请重新输入密码', en: 'That took too long: begin with the password.' }
const wrongCode = { zh: '验证码不正确', en: 'This is not the code.' }

export function waitWords(ctx: Context, reply: FastifyReply, until: Date): Words {
  const seconds = secondsUntil(ctx, until)
  reply.header('retry-after', String(seconds))
  return { zh: `尝试次数过多，请 ${seconds} 秒后再试`, en: `Too many tries: wait ${seconds} seconds.` }
}

type Shown = { next: string; login?: string; problem?: Words }

async function showSignIn(ctx: Context, reply: FastifyReply, shown: Shown) {
  return sendPage(reply, signInPage({ ...shown, isRegistrationOpen: await isRegistrationOpen(ctx) }))
}

async function goOn(ctx: Context, exchange: Exchange, { token, next }: { token: string; next: string }) {
  await enter(ctx, exchange, token)
  return exchange.reply.redirect(next === '/' ? '/sign-in' : next, 303)
}
