import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { findSignedIn, type SignedIn } from '../domain/accounts/index.ts'
import { isFromHere } from '../http/same-origin.ts'
import { constantTimeEqual } from '../keys/constant-time.ts'

const NOWHERE = 'http://here.invalid'
const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Answered with its status by the server's error handler. */
export class MemberRefused extends Error {
  readonly statusCode: 401 | 403 | 415

  constructor(statusCode: 401 | 403 | 415, message: string) {
    super(message)
    this.name = 'MemberRefused'
    this.statusCode = statusCode
  }
}

/**
 * The member of a JSON door, else MemberRefused. A call that changes something must also be JSON, come from
 * this host where a browser says where it comes from, and carry the header `x-csrf-token`.
 */
export async function requireSignedIn(ctx: Context, request: FastifyRequest): Promise<SignedIn> {
  const signedIn = await findSignedIn(ctx, request.headers.cookie)
  if (!signedIn) throw new MemberRefused(401, 'cookie: sign in first')
  if (READING.has(request.method)) return signedIn
  checkJson(request)
  const token = request.headers['x-csrf-token']
  checkCsrf(ctx, request, { signedIn, token: typeof token === 'string' ? token : undefined })
  return signedIn
}

/** The member of a page; undefined after the browser was sent to sign in, from where it comes back to this address. */
export async function requireSignedInPage(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<SignedIn | undefined> {
  const signedIn = await findSignedIn(ctx, request.headers.cookie)
  if (signedIn) return signedIn
  // What was posted is gone after a sign-in: the page itself is where to begin again.
  const path = READING.has(request.method) ? request.url : (request.url.split('?')[0] as string)
  void reply
    .header('cache-control', 'no-store')
    .redirect(`/sign-in?next=${encodeURIComponent(localPath(path))}`, 303)
  return undefined
}

/** Refuses what another site had the member's browser send. `token`: the header's, or the form's field `csrf`. */
export function checkCsrf(
  ctx: Context,
  request: FastifyRequest,
  { signedIn, token }: { signedIn: SignedIn; token: string | null | undefined },
): void {
  checkOrigin(ctx, request)
  const expected = Buffer.from(signedIn.csrfToken)
  if (!constantTimeEqual(expected, Buffer.from(token ?? ''))) {
    throw new MemberRefused(
      403,
      'csrf: the token of this sign-in expected, from the page or GET /account/v1/me',
    )
  }
}

/** For doors that are open before anybody is signed in. */
export function checkOrigin(ctx: Context, request: FastifyRequest): void {
  if (!isFromHere(request.headers, ctx.publicUrl)) {
    throw new MemberRefused(403, 'origin: the request came from another site')
  }
}

export function checkJson(request: FastifyRequest): void {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    throw new MemberRefused(415, 'content-type: application/json expected')
  }
}

/** A path of this server with its query, for after a sign-in; `/` for whatever could lead elsewhere. */
export function localPath(text: string | null | undefined): string {
  // A browser reads a backslash as a slash, and drops tabs and line ends.
  if (!text || text.length > 4096 || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(text)) return '/'
  if (!URL.canParse(text, NOWHERE)) return '/'
  const { origin, pathname, search } = new URL(text, NOWHERE)
  // `/.//elsewhere` becomes `//elsewhere`, which is another host.
  return origin === NOWHERE && !pathname.startsWith('//') ? `${pathname}${search}` : '/'
}
