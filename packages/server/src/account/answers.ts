import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { type Client, findSignedIn, type SignedIn, signInCookie, signOut } from '../domain/accounts/index.ts'
import { noteMemberShopper } from '../domain/cases/index.ts'
import { readShopperCookie } from '../domain/clicks/index.ts'

const MAX_AGENT = 500
const SECOND_MS = 1000

/** What the small bodies of these doors may have. */
export const MAX_BODY_BYTES = 16_384

export function clientOf(request: FastifyRequest): Client {
  return { address: request.ip, agent: (request.headers['user-agent'] ?? '').slice(0, MAX_AGENT) }
}

/** For how many seconds to wait, one at the least. */
export function secondsUntil(ctx: Context, until: Date): number {
  return Math.max(1, Math.ceil((until.getTime() - ctx.clock.wall().getTime()) / SECOND_MS))
}

export function answerLocked(ctx: Context, reply: FastifyReply, until: Date) {
  const seconds = secondsUntil(ctx, until)
  return reply
    .code(429)
    .header('retry-after', String(seconds))
    .send({ status: 'locked', error: `too many tries: wait ${seconds} seconds`, retry_after: seconds })
}

/**
 * Gives the browser its cookie; whoever was signed in by it before is signed out. A shopper's mark that it carries
 * is the member's from now on.
 */
export async function enter(
  ctx: Context,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  token: string,
): Promise<SignedIn> {
  const before = await findSignedIn(ctx, request.headers.cookie)
  if (before) await signOut(ctx, before)
  const cookie = signInCookie(ctx, token)
  reply.header('set-cookie', cookie)
  const signedIn = await findSignedIn(ctx, cookie)
  if (!signedIn) throw new Error('a sign-in that began is not found')
  const shopperId = readShopperCookie(ctx.keys, request.headers.cookie)
  if (shopperId) await noteMemberShopper(ctx, { memberId: signedIn.memberId, shopperId })
  return signedIn
}

export function writeMember({ memberId, name, roles, csrfToken }: SignedIn) {
  return { member_id: String(memberId), name, roles, csrf_token: csrfToken }
}
