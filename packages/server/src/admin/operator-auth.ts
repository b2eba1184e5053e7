import type { FastifyRequest } from 'fastify'
import { checkCsrf } from '../account/signed-in.ts'
import type { Context } from '../context.ts'
import { findSignedIn } from '../domain/accounts/index.ts'
import { findOperator, findOperatorOf, type Operator } from '../domain/operators/index.ts'
import { isFromHere } from '../http/same-origin.ts'

const MAX_TOKEN = 200
const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Answered as `{"error": …}` with its status by the server's error handler. */
export class OperatorRefused extends Error {
  readonly statusCode: 401 | 403 | 415

  constructor(statusCode: 401 | 403 | 415, message: string) {
    super(message)
    this.name = 'OperatorRefused'
    this.statusCode = statusCode
  }
}

/**
 * The operator whose token came as `Authorization: Bearer …`, or whose cookie of a sign-in, else OperatorRefused. A
 * call that changes something must also be JSON, come from this host where a browser says where it comes from and,
 * by the cookie, carry the header `x-csrf-token`.
 */
export async function requireOperator(ctx: Context, request: FastifyRequest): Promise<Operator> {
  const { authorization, cookie } = request.headers
  if (authorization === undefined && cookie !== undefined) return requireSignedInOperator(ctx, request)
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
  if (!token || token.length > MAX_TOKEN) {
    throw new OperatorRefused(401, 'authorization: Bearer with an operator token expected, or a sign-in')
  }
  const operator = await findOperator(ctx, token)
  if (!operator) throw new OperatorRefused(401, 'authorization: not the token of an operator')
  if (!READING.has(request.method)) checkChange(ctx, request)
  return operator
}

async function requireSignedInOperator(ctx: Context, request: FastifyRequest): Promise<Operator> {
  const signedIn = await findSignedIn(ctx, request.headers.cookie)
  if (!signedIn) throw new OperatorRefused(401, 'cookie: sign in first')
  const operator = await findOperatorOf(ctx, signedIn.memberId)
  if (!operator) throw new OperatorRefused(403, 'cookie: this member is no operator')
  if (READING.has(request.method)) return operator
  checkChange(ctx, request)
  const token = request.headers['x-csrf-token']
  checkCsrf(ctx, request, { signedIn, token: typeof token === 'string' ? token : undefined })
  return operator
}

function checkChange(ctx: Context, request: FastifyRequest): void {
  if (!isFromHere(request.headers, ctx.publicUrl)) {
    const origin = request.headers.origin ?? 'what the browser says'
    throw new OperatorRefused(403, `origin: ${origin.slice(0, MAX_TOKEN)} is not this server`)
  }
  const isJson = /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')
  // A DELETE has nothing to send, and no form of another site can make one.
  if (!isJson && (request.method !== 'DELETE' || hasBody(request))) {
    throw new OperatorRefused(415, 'content-type: application/json expected')
  }
}

function hasBody(request: FastifyRequest): boolean {
  const length = request.headers['content-length']
  return request.headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0')
}
