import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import {
  changePassword,
  confirmTotp,
  countUnread,
  endSignIn,
  findAccount,
  listSignIns,
  removeTotp,
  type ShownSignIn,
  startTotp,
} from '../domain/accounts/index.ts'
import { FieldReader } from '../domain/goods/index.ts'
import { answerLocked, clientOf, MAX_BODY_BYTES, writeMember } from './answers.ts'
import { requireSignedIn } from './signed-in.ts'

const MAX_PASSWORD = 512
const MAX_CODE = 64
const limit = { bodyLimit: MAX_BODY_BYTES }

type ById = { Params: { id: string } }

/** What members see and change of their own account. */
export function selfRoutes(http: FastifyInstance, ctx: Context): void {
  http.get('/account/v1/me', async (request) => {
    const signedIn = await requireSignedIn(ctx, request)
    const account = await findAccount(ctx, signedIn.memberId)
    return {
      ...writeMember(signedIn),
      email: account?.email,
      login_name: account?.loginName,
      second_factor: account?.hasSecondFactor,
      recovery_codes_left: account?.recoveryCodesLeft,
      password_changed_at: account?.passwordChangedAt.toISOString(),
      unread_notices: await countUnread(ctx, signedIn.memberId),
    }
  })

  http.get('/account/v1/sign-ins', async (request) => {
    const rows = await listSignIns(ctx, await requireSignedIn(ctx, request), clientOf(request))
    return { sign_ins: rows.map(writeSignIn) }
  })

  http.post<ById>('/account/v1/sign-ins/:id/end', limit, async (request, reply) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const { id } = request.params
    const ended = /^[1-9]\d{0,17}$/.test(id) && (await endSignIn(ctx, memberId, BigInt(id)))
    return ended ? { status: 'ended' } : reply.code(404).send({ error: 'id: no such sign-in', field: 'id' })
  })

  http.post('/account/v1/password', limit, async (request, reply) => {
    const signedIn = await requireSignedIn(ctx, request)
    const reader = FieldReader.of(request.body, ['current_password', 'new_password'])
    const current = reader.text('current_password', MAX_PASSWORD)
    const wanted = reader.text('new_password', MAX_PASSWORD)
    const result = await changePassword(ctx, signedIn, { current, wanted })
    if (result.status === 'locked') return answerLocked(ctx, reply, result.until)
    if (result.status === 'changed') return result
    const error = 'current_password: this is not the password / 当前密码不正确'
    return reply.code(403).send({ status: 'wrong', error, field: 'current_password' })
  })
}

/** The second factor. */
export function totpRoutes(http: FastifyInstance, ctx: Context): void {
  http.post('/account/v1/totp/start', limit, async (request, reply) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const password = FieldReader.of(request.body, ['password']).text('password', MAX_PASSWORD)
    const result = await startTotp(ctx, { memberId, password })
    if (result.status === 'locked') return answerLocked(ctx, reply, result.until)
    return result.status === 'started' ? result : reply.code(statusOf[result.status]).send(result)
  })

  http.post('/account/v1/totp/confirm', limit, async (request, reply) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const code = FieldReader.of(request.body, ['code']).text('code', MAX_CODE)
    const result = await confirmTotp(ctx, { memberId, code })
    if (result.status === 'locked') return answerLocked(ctx, reply, result.until)
    if (result.status !== 'confirmed') return reply.code(statusOf[result.status]).send(result)
    return { status: result.status, recovery_codes: result.recoveryCodes }
  })

  http.post('/account/v1/totp/remove', limit, async (request, reply) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const reader = FieldReader.of(request.body, ['password', 'code'])
    const password = reader.text('password', MAX_PASSWORD)
    const result = await removeTotp(ctx, { memberId, password, code: reader.text('code', MAX_CODE) })
    if (result.status === 'locked') return answerLocked(ctx, reply, result.until)
    return result.status === 'removed' ? result : reply.code(statusOf[result.status]).send(result)
  })
}

const statusOf = { wrong: 403, active: 409, not_started: 409, not_active: 409 }

function writeSignIn(row: ShownSignIn) {
  return {
    id: String(row.id),
    created_at: row.createdAt.toISOString(),
    last_seen_at: row.lastSeenAt.toISOString(),
    expires_at: row.expiresAt.toISOString(),
    this_one: row.isThis,
    same_address: row.isSameAddress,
    same_browser: row.isSameAgent,
  }
}
