import type { IncomingMessage, ServerResponse } from 'node:http'
import { Refusal } from '@opentbk/top'
import type { Context } from '../context.ts'
import {
  newShopperId,
  readShopperCookie,
  recordClick,
  SHOPPER_COOKIE,
  writeShopperCookie,
} from '../domain/clicks/index.ts'
import { type FoundLink, findLongLink, findShortLink } from '../domain/links/index.ts'
import type { Door } from '../http/front.ts'
import { send, sendJson } from '../http/send.ts'
import { sendDeadLinkPage } from './dead-link-page.ts'

const COOKIE_SECONDS = 365 * 86_400

type Exchange = { request: IncomingMessage; response: ServerResponse }
type Found = FoundLink | 'expired' | undefined
type Via = 'long' | 'short'

/** Where shoppers come in: long links (/t), and short links: /s/<code> and, inside 淘口令, /h.<code>. */
export function redirectDoor(ctx: Context): Door {
  const cookieTail = `; Path=/; Max-Age=${COOKIE_SECONDS}; HttpOnly; SameSite=Lax${
    ctx.publicUrl.startsWith('https:') ? '; Secure' : ''
  }`
  return (request, response, path) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const code = shortCode(path)
    if (code === undefined && path !== '/t') return false
    const http = { request, response }
    follow(ctx, http, { ...locate(ctx, request, code), cookieTail }).catch((error: unknown) => {
      ctx.log.error({ err: error, path }, 'request failed')
      sendJson(response, { status: 500, value: { error: 'the server failed, please try again' } })
    })
    return true
  }
}

function shortCode(path: string): string | undefined {
  if (!path.startsWith('/s/') && !path.startsWith('/h.')) return undefined
  const code = path.slice(3)
  return code !== '' && !code.includes('/') ? code : undefined
}

function locate(
  ctx: Context,
  request: IncomingMessage,
  code: string | undefined,
): { found: Found | Promise<Found>; via: Via } {
  if (code !== undefined) return { found: findShortLink(ctx, code), via: 'short' }
  const [token, ...others] = new URLSearchParams(queryOf(request.url ?? '')).getAll('e')
  const isOne = token !== undefined && others.length === 0
  return { found: isOne ? findLongLink(ctx, token) : undefined, via: 'long' }
}

function queryOf(target: string): string {
  const mark = target.indexOf('?')
  return mark < 0 ? '' : target.slice(mark + 1)
}

async function follow(
  ctx: Context,
  http: Exchange,
  at: { found: Found | Promise<Found>; via: Via; cookieTail: string },
): Promise<void> {
  const { request, response } = http
  const found = at.found instanceof Promise ? await at.found : at.found
  if (found === undefined || found === 'expired') return sendDeadLinkPage(response, found === 'expired')
  const known = readShopperCookie(ctx.keys, request.headers.cookie)
  const shopperId = known ?? newShopperId()
  try {
    const landing = await recordClick(ctx, {
      found,
      shopperId,
      isNewShopper: known === undefined,
      via: at.via,
      ...visitOf(request),
    })
    const cookie = `${SHOPPER_COOKIE}=${writeShopperCookie(ctx.keys, shopperId)}${at.cookieTail}`
    send(response, { status: 302, head: redirectHead(landing, cookie), body: NOTHING })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.refusal !== 'server.busy') return sendDeadLinkPage(response, false)
    const value = { error: 'busy, please try again' }
    sendJson(response, { status: 503, value, head: ['retry-after', '1'] })
  }
}

const NOTHING = Buffer.alloc(0)

function redirectHead(landing: string, cookie: string): string[] {
  return [
    ...['location', landing, 'set-cookie', cookie],
    ...['cache-control', 'no-store', 'referrer-policy', 'no-referrer'],
  ]
}

function visitOf({ headers, method, socket }: IncomingMessage) {
  const { purpose } = headers
  return {
    verb: method ?? '',
    ip: socket.remoteAddress ?? '',
    userAgent: headers['user-agent'] ?? '',
    isPrefetch: [headers['sec-purpose'], purpose, headers['x-moz']].some(
      (said) => said !== undefined && /prefetch|prerender|preview/i.test(String(said)),
    ),
  }
}
