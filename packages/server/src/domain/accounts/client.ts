import type { Context } from '../../context.ts'
import type { Subject } from './take-try.ts'

/** From where a member asks: kept as keyed hashes alone. */
export type Client = { address: string; agent: string }

// Behind a proxy that is not known to be one every member has the proxy's address: no reason to lock all of them out.
const NEAR =
  /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.)|^::1$|^f[cd][0-9a-f]{2}:|^fe80:/i

export function addressHash(ctx: Context, { address }: Client): Buffer {
  return ctx.keys.lastingMac('sign-in-subject', `from ${address}`)
}

export function agentHash(ctx: Context, { agent }: Client): Buffer {
  return ctx.keys.lastingMac('sign-in-subject', `by ${agent}`)
}

/** The address as a subject of tries; in production not one of the server's own surroundings. */
export function addressSubjects(
  ctx: Context,
  { address }: Client,
  tried: Extract<Subject['tried'], `${string}address`>,
): Subject[] {
  if (ctx.mode === 'production' && NEAR.test(address)) return []
  return [{ tried, of: networkOf(address) }]
}

/** Whoever has one IPv6 address has the other 2^64 of its network. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  const [front = '', back] = address.split('::')
  const head = front === '' ? [] : front.split(':')
  const missing = back === undefined ? 0 : 8 - head.length - (back === '' ? 0 : back.split(':').length)
  return [...head, ...Array<string>(Math.max(missing, 0)).fill('0')].slice(0, 4).join(':')
}
