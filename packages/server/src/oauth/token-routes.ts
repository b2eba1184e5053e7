import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import {
  type CodeProblem,
  findClient,
  isSecretOf,
  type RefreshProblem,
  redeemCode,
  refreshTokens,
  type Tokens,
  tokenFields,
} from '../domain/oauth/index.ts'
import type { App } from '../domain/publishers/index.ts'
import { type Params, readParams } from './params.ts'
import { readBasic } from './read-basic.ts'
import { TokenFailures } from './token-failures.ts'

/** Within a minute, of an app and address with wrong secrets, and of an app with codes and tokens that are none. */
const MOST_SECRET_FAILURES = 20
const MOST_GRANT_FAILURES = 200

/** `error` and `error_description` of an answer; `counts`: somebody may be guessing. */
type Refused = { error: string; description: string; counts?: true; retryAfter?: number }

const problemWords: Readonly<Record<CodeProblem | RefreshProblem, string>> = {
  code: 'authorize code expire',
  redirect: 'redirect_uri is invalidate',
  verifier: 'code_verifier is invalidate',
  member: 'the member cannot authorise apps now',
  'refresh-token': 'refresh_token is invalidate',
}

/** Where an app fetches tokens. Every refusal is HTTP 400, as TOP answers them. */
export function tokenRoutes(http: FastifyInstance, ctx: Context): void {
  const failures = new TokenFailures()
  for (const path of ['/oauth/token', '/token']) {
    http.post(path, async (request, reply) => {
      const answer = await answerToken(ctx, failures, request)
      return 'error' in answer
        ? refuseToken(reply, answer)
        : sendTokens(reply, await tokenFields(ctx, answer))
    })
    http.get(path, (_request, reply) =>
      refuseToken(reply, { error: 'invalid_request', description: 'POST expected' }),
    )
  }
}

export function refuseToken(reply: FastifyReply, { error, description, retryAfter }: Refused): FastifyReply {
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter))
  return reply.code(400).headers(neverKept).send({ error, error_description: description })
}

const neverKept = { 'cache-control': 'no-store', pragma: 'no-cache' }

function sendTokens(reply: FastifyReply, fields: object): FastifyReply {
  return reply.headers(neverKept).send(fields)
}

async function answerToken(
  ctx: Context,
  failures: TokenFailures,
  request: FastifyRequest,
): Promise<Tokens | Refused> {
  const params = readParams(request)
  if (params.repeated !== undefined) return missing(`${params.repeated.slice(0, 64)}: given more than once`)
  const client = readClient(params, request.headers.authorization)
  if ('error' in client) return client
  const app = await findClient(ctx, client.id)
  if (!app) return { error: 'invalid_client', description: 'client_id is invalidate' }
  const isKnown = isSecretOf(ctx, app, client.secret)
  // A stranger's failures hold up the stranger alone: whoever knows the secret is not kept waiting by others.
  const [key, most] = isKnown
    ? [`${app.id}`, MOST_GRANT_FAILURES]
    : [`${app.id} ${request.ip}`, MOST_SECRET_FAILURES]
  const nowMs = ctx.clock.wall().getTime()
  const wait = failures.secondsLeft(key, { most, nowMs })
  if (wait > 0) {
    const description = `too many failures: this ban will last for ${wait} more seconds`
    return { error: 'temporarily_unavailable', description, retryAfter: wait }
  }
  const answer = isKnown ? await exchange(ctx, app, params) : wrongSecret
  if ('error' in answer && answer.counts) failures.add(key, nowMs)
  return answer
}

const wrongSecret: Refused = {
  error: 'invalid_client',
  description: 'client_secret is invalidate',
  counts: true,
}

function readClient(params: Params, header: string | undefined): { id: string; secret: string } | Refused {
  const basic = header === undefined ? undefined : readBasic(header)
  if (header !== undefined && !basic) return missing('authorization: Basic with client_id and client_secret')
  if (basic && params.get('client_secret') !== undefined)
    return missing('client_secret: given more than once')
  const id = params.get('client_id') ?? basic?.id
  const secret = params.get('client_secret') ?? basic?.secret
  if (id === undefined) return missing('client_id is required')
  if (basic && id !== basic.id) return missing('client_id: another one than in authorization')
  return secret === undefined ? missing('client_secret is required') : { id, secret }
}

async function exchange(ctx: Context, app: App, params: Params): Promise<Tokens | Refused> {
  const grantType = params.get('grant_type')
  if (grantType === undefined) return missing('grant_type is required')
  if (grantType === 'authorization_code') return exchangeCode(ctx, app, params)
  if (grantType === 'refresh_token') {
    const refreshToken = params.get('refresh_token')
    if (refreshToken === undefined) return missing('refresh_token is required')
    return orRefused(await refreshTokens(ctx, { appId: app.id, refreshToken }))
  }
  const description = 'grant_type: authorization_code or refresh_token expected'
  return { error: 'unsupported_grant_type', description }
}

async function exchangeCode(ctx: Context, app: App, params: Params): Promise<Tokens | Refused> {
  const [code, redirectUri] = [params.get('code'), params.get('redirect_uri')]
  if (code === undefined) return missing('code is required')
  if (redirectUri === undefined) return missing('redirect_uri is required')
  const verifier = params.get('code_verifier')
  return orRefused(await redeemCode(ctx, { appId: app.id, code, redirectUri, verifier }))
}

function orRefused(outcome: Tokens | CodeProblem | RefreshProblem): Tokens | Refused {
  if (typeof outcome !== 'string') return outcome
  return { error: 'invalid_grant', description: problemWords[outcome], counts: true }
}

function missing(description: string): Refused {
  return { error: 'invalid_request', description }
}
