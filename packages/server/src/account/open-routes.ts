import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { confirmRegistration, register, requestReset, resetPassword } from '../domain/accounts/index.ts'
import { FieldReader } from '../domain/goods/index.ts'
import { answerLocked, clientOf, MAX_BODY_BYTES } from './answers.ts'
import { checkJson, checkOrigin } from './signed-in.ts'

const MAX_PASSWORD = 512
const MAX_TOKEN = 200
const limit = { bodyLimit: MAX_BODY_BYTES }

/** For who cannot sign in: a new password, an account. */
export function openRoutes(http: FastifyInstance, ctx: Context): void {
  http.post('/account/v1/password-reset', limit, async (request, reply) => {
    const email = readOpen(ctx, request, ['email']).text('email')
    const until = await requestReset(ctx, { email, client: clientOf(request) })
    return until ? answerLocked(ctx, reply, until) : reply.code(202).send({ status: 'mailed' })
  })

  http.post('/account/v1/password-reset/confirm', limit, async (request, reply) => {
    const reader = readOpen(ctx, request, ['token', 'password'])
    const token = reader.text('token', MAX_TOKEN)
    const password = reader.text('password', MAX_PASSWORD)
    const result = await resetPassword(ctx, { token, password, client: clientOf(request) })
    if (result.status === 'locked') return answerLocked(ctx, reply, result.until)
    return result.status === 'done' ? result : refuseToken(reply)
  })

  http.post('/account/v1/register', limit, async (request, reply) => {
    const reader = readOpen(ctx, request, ['email', 'name', 'password'])
    const asked = { email: reader.text('email'), name: reader.text('name') }
    const password = reader.text('password', MAX_PASSWORD)
    const result = await register(ctx, { ...asked, password, client: clientOf(request) })
    if (result.status === 'locked') return answerLocked(ctx, reply, result.until)
    return result.status === 'mailed' ? reply.code(202).send(result) : refuseClosed(reply)
  })

  http.post('/account/v1/register/confirm', limit, async (request, reply) => {
    const reader = readOpen(ctx, request, ['token', 'login_name'])
    const asked = { token: reader.text('token', MAX_TOKEN), loginName: reader.text('login_name') }
    const result = await confirmRegistration(ctx, { ...asked, client: clientOf(request) })
    switch (result.status) {
      case 'created':
        return reply.code(201).send({ status: result.status, member_id: String(result.memberId) })
      case 'locked':
        return answerLocked(ctx, reply, result.until)
      case 'closed':
        return refuseClosed(reply)
      case 'name_taken': {
        const error = 'login_name: it is taken, choose another / 登录名已被使用'
        return reply.code(409).send({ status: result.status, error, field: 'login_name' })
      }
      default:
        return refuseToken(reply)
    }
  })
}

function readOpen(ctx: Context, request: FastifyRequest, names: readonly string[]): FieldReader {
  checkOrigin(ctx, request)
  checkJson(request)
  return FieldReader.of(request.body, names)
}

function refuseToken(reply: FastifyReply) {
  const error = 'token: it is used, over or wrong: ask for another / 链接已失效，请重新申请'
  return reply.code(400).send({ status: 'invalid', error, field: 'token' })
}

function refuseClosed(reply: FastifyReply) {
  const error = 'registration is closed: ask the operators / 暂未开放注册，请联系运营人员'
  return reply.code(403).send({ status: 'closed', error })
}
