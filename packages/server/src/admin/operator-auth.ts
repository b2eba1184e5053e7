import type { FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { findOperator, type Operator } from '../domain/operators/index.ts'
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
 * The operator whose token came as `Authorization: Bearer …`, else OperatorRefused. A call that changes
 * something must also be JSON and, when a browser says where it comes from, come from this host.
 */
export async function requireOperator(ctx: Context, request: FastifyRequest): Promise<Operator> {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (!token || token.length > MAX_TOKEN) {
    throw new OperatorRefused(401, 'authorization: Bearer with an operator token expected')
  }
  const operator = await findOperator(ctx, token)
  if (!operator) throw new OperatorRefused(401, 'authorization: not the token of an operator')
  if (!READING.has(request.method)) checkChange(ctx, request)
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
