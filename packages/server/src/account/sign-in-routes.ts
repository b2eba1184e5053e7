import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import {
  confirmSecondFactor,
  type SecondFactorResult,
  type SignInResult,
  signIn,
  signInCookie,
  signOut,
} from '../domain/accounts/index.ts'
import { FieldReader } from '../domain/goods/index.ts'
import { answerLocked, clientOf, enter, MAX_BODY_BYTES, writeMember } from './answers.ts'
import { checkJson, checkOrigin, requireSignedIn } from './signed-in.ts'

const path = '/account/v1/sign-in'
const MAX_LOGIN = 320
const MAX_PASSWORD = 512
const MAX_CODE = 64
const MAX_STEP = 500

/** In and out. */
export function signInRoutes(http: FastifyInstance, ctx: Context): void {
  http.post(path, { bodyLimit: MAX_BODY_BYTES }, async (request, reply) => {
    checkOpenDoor(ctx, request)
    const reader = FieldReader.of(request.body, ['login', 'password'])
    const login = reader.text('login', MAX_LOGIN)
    const password = reader.text('password', MAX_PASSWORD)
    const result = await signIn(ctx, { login, password, client: clientOf(request) })
    return answer(ctx, { request, reply }, result)
  })

  http.post(`${path}/second-factor`, { bodyLimit: MAX_BODY_BYTES }, async (request, reply) => {
    checkOpenDoor(ctx, request)
    const reader = FieldReader.of(request.body, ['step', 'code'])
    const step = reader.text('step', MAX_STEP)
    const code = reader.text('code', MAX_CODE)
    const result = await confirmSecondFactor(ctx, { step, code, client: clientOf(request) })
    return answer(ctx, { request, reply }, result)
  })

  http.post('/account/v1/sign-out', { bodyLimit: MAX_BODY_BYTES }, async (request, reply) => {
    await signOut(ctx, await requireSignedIn(ctx, request))
    return reply.header('set-cookie', signInCookie(ctx, undefined)).send({ status: 'signed_out' })
  })
}

/** A door that is open to everybody still takes nothing that another site sends. */
function checkOpenDoor(ctx: Context, request: FastifyRequest): void {
  checkOrigin(ctx, request)
  checkJson(request)
}

async function answer(
  ctx: Context,
  exchange: { request: FastifyRequest; reply: FastifyReply },
  result: SignInResult | SecondFactorResult,
) {
  const { reply } = exchange
  switch (result.status) {
    case 'signed_in':
      return { status: result.status, ...writeMember(await enter(ctx, exchange, result.token)) }
    case 'locked':
      return answerLocked(ctx, reply, result.until)
    case 'refused':
      return reply.code(401).send({ status: 'refused', error: 'this is not the login, password or code' })
    case 'expired':
      return reply.code(401).send({ status: 'expired', error: 'step: it is over, begin with the password' })
    default:
      return result
  }
}
