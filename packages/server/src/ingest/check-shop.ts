import { createHmac } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Context } from '../context.ts'
import { findShopByKey } from '../domain/goods/index.ts'
import { constantTimeEqual } from '../keys/constant-time.ts'

const TOLERANCE_MS = 10 * 60_000

/** Unsigned, wrongly signed or stale: HTTP 401, with a reason that helps the shop's developer. */
export class NotTheShop extends Error {}

/** The shop that signed this body: HMAC-SHA256(secret, timestamp + "." + raw body), lower-case hex. */
export async function checkShop(ctx: Context, headers: IncomingHttpHeaders, body: Buffer): Promise<bigint> {
  const key = single(headers, 'x-shop-key')
  const timestamp = single(headers, 'x-timestamp')
  const signature = single(headers, 'x-signature')
  if (!/^\d{13}$/.test(timestamp)) throw new NotTheShop('x-timestamp: milliseconds since 1970 expected')
  if (Math.abs(ctx.clock.wall().getTime() - Number(timestamp)) > TOLERANCE_MS) {
    throw new NotTheShop('x-timestamp: more than 10 minutes from the server time')
  }
  const shop = await findShopByKey(ctx, key)
  if (!shop) throw new NotTheShop('x-shop-key: unknown')
  const expected = createHmac('sha256', shop.secret).update(`${timestamp}.`).update(body).digest()
  if (!/^[0-9a-f]{64}$/.test(signature) || !constantTimeEqual(Buffer.from(signature, 'hex'), expected)) {
    throw new NotTheShop('x-signature: does not match the body')
  }
  return shop.id
}

function single(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name]
  if (typeof value !== 'string' || value === '') throw new NotTheShop(`${name}: missing`)
  return value
}
