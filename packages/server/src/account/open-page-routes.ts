import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import {
  confirmRegistration,
  isRegistrationOpen,
  register,
  requestReset,
  resetPassword,
} from '../domain/accounts/index.ts'
import { BadField } from '../domain/goods/index.ts'
import { sendPage } from '../pages/page.ts'
import { clientOf, MAX_BODY_BYTES } from './answers.ts'
import { fieldOf, queryOf } from './form.ts'
import { askResetPage, chooseNamePage, newPasswordPage, registerPage, saidPage } from './pages.ts'
import type { Words } from './plain-pages.ts'
import { waitWords } from './sign-in-page-routes.ts'
import { checkOrigin } from './signed-in.ts'

const limit = { bodyLimit: MAX_BODY_BYTES }

/** A new password by mail. */
export function resetPageRoutes(http: FastifyInstance, ctx: Context): void {
  http.get('/reset-password', async (request, reply) => {
    const token = queryOf(request, 'token')
    return sendPage(reply, token ? newPasswordPage({ token: token.slice(0, 200) }) : askResetPage({}))
  })

  http.post('/reset-password/mail', limit, async (request, reply) => {
    checkOrigin(ctx, request)
    const client = clientOf(request)
    const asked = await orProblem(() => requestReset(ctx, { email: fieldOf(request, 'email'), client }))
    if ('problem' in asked) return sendPage(reply.code(400), askResetPage(asked))
    if (!asked.value) return sendPage(reply, saidPage(mailed.title, mailed.reset))
    return sendPage(reply.code(429), askResetPage({ problem: waitWords(ctx, reply, asked.value) }))
  })

  http.post('/reset-password', limit, async (request, reply) => {
    checkOrigin(ctx, request)
    const token = fieldOf(request, 'token')
    const password = fieldOf(request, 'password')
    const done = await orProblem(() => resetPassword(ctx, { token, password, client: clientOf(request) }))
    if ('problem' in done) return sendPage(reply.code(400), newPasswordPage({ token, ...done }))
    const { value } = done
    if (value.status === 'done') return sendPage(reply, saidPage(changed.title, changed.words))
    if (value.status === 'invalid') return sendPage(reply.code(400), askResetPage({ problem: deadLink }))
    return sendPage(reply.code(429), newPasswordPage({ token, problem: waitWords(ctx, reply, value.until) }))
  })
}

/** An account, where registration is open. */
export function registerPageRoutes(http: FastifyInstance, ctx: Context): void {
  http.get('/register', async (request, reply) => {
    if (!(await isRegistrationOpen(ctx)))
      return sendPage(reply.code(403), saidPage(closed.title, closed.words))
    const token = queryOf(request, 'token')
    return sendPage(reply, token ? chooseNamePage({ token: token.slice(0, 200) }) : registerPage({}))
  })

  http.post('/register/mail', limit, async (request, reply) => {
    checkOrigin(ctx, request)
    const shown = { email: fieldOf(request, 'email'), name: fieldOf(request, 'name') }
    const password = fieldOf(request, 'password')
    const asked = await orProblem(() => register(ctx, { ...shown, password, client: clientOf(request) }))
    if ('problem' in asked) return sendPage(reply.code(400), registerPage({ ...shown, ...asked }))
    const { value } = asked
    if (value.status === 'mailed') return sendPage(reply, saidPage(mailed.title, mailed.registration))
    if (value.status === 'closed') return sendPage(reply.code(403), saidPage(closed.title, closed.words))
    const problem = waitWords(ctx, reply, value.until)
    return sendPage(reply.code(429), registerPage({ ...shown, problem }))
  })

  http.post('/register', limit, async (request, reply) => {
    checkOrigin(ctx, request)
    const token = fieldOf(request, 'token')
    const login = fieldOf(request, 'login_name')
    const client = clientOf(request)
    const done = await orProblem(() => confirmRegistration(ctx, { token, loginName: login, client }))
    if ('problem' in done) return sendPage(reply.code(400), chooseNamePage({ token, login, ...done }))
    const { value } = done
    if (value.status === 'created') return sendPage(reply.code(201), saidPage(welcome.title, welcome.words))
    if (value.status === 'closed') return sendPage(reply.code(403), saidPage(closed.title, closed.words))
    if (value.status === 'invalid') return sendPage(reply.code(400), registerPage({ problem: deadLink }))
    const problem = value.status === 'name_taken' ? nameTaken : waitWords(ctx, reply, value.until)
    const status = value.status === 'name_taken' ? 409 : 429
    return sendPage(reply.code(status), chooseNamePage({ token, login, problem }))
  })
}

const mailed = {
  title: { zh: '请查收邮件', en: 'Look for a mail' },
  reset: {
    zh: '如果该邮箱属于某个账号，我们已向它发送重置密码的链接，30 分钟内有效。',
    en: 'If the address belongs to an account, a link to reset its password is on the way. It works for 30 minutes.',
  },
  registration: {
    zh: '我们已向该邮箱发送邮件，请在 24 小时内按其中的提示继续。',
    en: 'A mail to the address says how to go on. Its link works for 24 hours.',
  },
}
const changed = {
  title: { zh: '密码已修改', en: 'Your password was changed' },
  words: {
    zh: '所有设备已退出，请用新密码登录。',
    en: 'All devices were signed out: sign in with the new one.',
  },
}
const welcome = {
  title: { zh: '注册成功', en: 'You are registered' },
  words: { zh: '现在可以登录了。', en: 'You can sign in now.' },
}
const closed = {
  title: { zh: '暂未开放注册', en: 'Registration is closed' },
  words: { zh: '请联系运营人员开通账号。', en: 'Ask the operators for an account.' },
}
const deadLink = { zh: '链接已失效，请重新申请。', en: 'This link is used or over: ask for another.' }
const nameTaken = { zh: '登录名已被使用，请换一个。', en: 'This login name is taken: choose another.' }

/** What was typed and cannot be taken is said on the page. */
async function orProblem<T>(work: () => Promise<T>): Promise<{ value: T } | { problem: Words }> {
  try {
    return { value: await work() }
  } catch (error) {
    if (!(error instanceof BadField)) throw error
    const [en = '', zh = en] = error.reason.split(' / ')
    return { problem: { zh, en } }
  }
}
