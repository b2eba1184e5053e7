import { Refusal } from '@opentbk/top'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { newShopperId, readShopperCookie, recordClick, writeShopperCookie } from '../domain/clicks/index.ts'
import { type FoundLink, findLongLink, findShortLink } from '../domain/links/index.ts'
import { sendDeadLinkPage } from './dead-link-page.ts'

const COOKIE = 'otbk_shopper'
const COOKIE_SECONDS = 365 * 86_400

/** Where shoppers come in: long links, short links, and the short links inside 淘口令. */
export async function redirectRoutes(http: FastifyInstance, ctx: Context): Promise<void> {
  http.route<{ Querystring: { e?: string | string[] } }>({
    method: ['GET', 'HEAD'],
    url: '/t',
    async handler(request, reply) {
      const token = request.query.e
      const found = typeof token === 'string' ? findLongLink(ctx, token) : undefined
      return follow(ctx, { request, reply }, { found, via: 'long' })
    },
  })
  // One pattern a door: /s/<code> and /h.<code> mean the same code.
  for (const url of ['/s/:code', '/h.:code']) {
    http.route<{ Params: { code: string } }>({
      method: ['GET', 'HEAD'],
      url,
      async handler(request, reply) {
        const found = await findShortLink(ctx, request.params.code)
        return follow(ctx, { request, reply }, { found, via: 'short' })
      },
    })
  }
}

type Exchange = { request: FastifyRequest; reply: FastifyReply }

async function follow(
  ctx: Context,
  http: Exchange,
  at: { found: FoundLink | 'expired' | undefined; via: 'long' | 'short' },
): Promise<FastifyReply> {
  const { request, reply } = http
  if (at.found === undefined || at.found === 'expired') return sendDeadLinkPage(reply, at.found === 'expired')
  const shopperId = readShopperCookie(ctx.keys, cookieOf(request)) ?? newShopperId()
  try {
    const landing = await recordClick(ctx, {
      found: at.found,
      shopperId,
      via: at.via,
      ip: request.ip,
      visit: {
        verb: request.method,
        userAgent: request.headers['user-agent'] ?? '',
        purpose: [request.headers['sec-purpose'], request.headers.purpose, request.headers['x-moz']].join(
          ' ',
        ),
      },
    })
    const secure = ctx.publicUrl.startsWith('https:') ? '; Secure' : ''
    const value = writeShopperCookie(ctx.keys, shopperId)
    return reply
      .header(
        'set-cookie',
        `${COOKIE}=${value}; Path=/; Max-Age=${COOKIE_SECONDS}; HttpOnly; SameSite=Lax${secure}`,
      )
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'no-referrer')
      .redirect(landing, 302)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.refusal !== 'server.busy') return sendDeadLinkPage(reply, false)
    return reply.code(503).header('retry-after', '1').send({ error: 'busy, please try again' })
  }
}

function cookieOf(request: FastifyRequest): string | undefined {
  const pair = request.headers.cookie?.split(';').find((part) => part.trimStart().startsWith(`${COOKIE}=`))
  return pair?.slice(pair.indexOf('=') + 1).trim()
}
