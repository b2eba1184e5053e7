import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { MAX_BUYER_CHARACTERS } from './form.ts'

/** How long a shop remembers the click that brought a visitor: as long as the network looks back. */
const CLICK_DAYS = 15
const BUYER_DAYS = 365
const MAX_SHOPS = 20

const BUYER = 'demo_buyer'
const CLICKS = 'demo_clicks'

function readCookie(request: FastifyRequest, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const equals = pair.indexOf('=')
    if (equals < 0 || pair.slice(0, equals).trim() !== name) continue
    try {
      return decodeURIComponent(pair.slice(equals + 1).trim())
    } catch {
      return undefined
    }
  }
  return undefined
}

/** The name that this visitor last bought by. */
export function readBuyerCookie(request: FastifyRequest): string | undefined {
  const name = readCookie(request, BUYER)
  return name && name.length <= MAX_BUYER_CHARACTERS && !/\p{C}/u.test(name) ? name : undefined
}

/** A name for a visitor who has none yet. */
export function newBuyer(): string {
  return `buyer-${randomBytes(3).toString('hex')}`
}

export function rememberBuyer(ctx: Context, reply: FastifyReply, buyerId: string): void {
  setCookie(ctx, reply, { name: BUYER, value: buyerId, days: BUYER_DAYS })
}

/** The click that last brought this visitor to a shop: buying another thing there later still carries it. */
export function readClickCookie(request: FastifyRequest, shopId: bigint): string | undefined {
  return readClicks(request).get(shopId.toString())
}

export function rememberClick(
  ctx: Context,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  { shopId, clickId }: { shopId: bigint; clickId: string },
): void {
  const clicks = readClicks(request)
  // The newest goes last, so that the oldest can be dropped from the front.
  clicks.delete(shopId.toString())
  clicks.set(shopId.toString(), clickId)
  const kept = [...clicks].slice(-MAX_SHOPS)
  const value = kept.map(([shop, click]) => `${shop}:${click}`).join('|')
  setCookie(ctx, reply, { name: CLICKS, value, days: CLICK_DAYS })
}

function readClicks(request: FastifyRequest): Map<string, string> {
  const clicks = new Map<string, string>()
  for (const pair of (readCookie(request, CLICKS) ?? '').split('|')) {
    const match = /^(\d{1,18}):([\w.-]{1,64})$/.exec(pair)
    if (match) clicks.set(match[1] as string, match[2] as string)
  }
  return clicks
}

function setCookie(
  ctx: Context,
  reply: FastifyReply,
  cookie: { name: string; value: string; days: number },
): void {
  const secure = ctx.publicUrl.startsWith('https:') ? '; Secure' : ''
  const value = encodeURIComponent(cookie.value)
  reply.header(
    'set-cookie',
    `${cookie.name}=${value}; Path=/shop; Max-Age=${cookie.days * 86_400}; HttpOnly; SameSite=Lax${secure}`,
  )
}
