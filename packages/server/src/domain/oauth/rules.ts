import { createHash } from 'node:crypto'
import type { Mode } from '../../context.ts'
import { constantTimeEqual } from '../../keys/constant-time.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

export const CODE_MINUTES = 30
export const ACCESS_DAYS = 30
export const REFRESH_DAYS = 60
/** Live authorisations of one member for one app; with a new one more the oldest ends. */
export const MOST_GRANTS = 10
/** The newest access token of an authorisation, and the one before it for calls under way. */
export const LIVE_SESSIONS = 2
/** A client that sends one request twice is no thief: later than this, a used code is taken for a stolen one. */
const REPEAT_MS = 10_000

const MAX_REDIRECT = 1024
/** What an answer brings: a redirect_uri that had it already would make two of it. */
const ANSWER_NAMES = ['code', 'state', 'error', 'error_description', 'access_token']
const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** A registered domain. `host` has the port where it is not the scheme's own. */
export type Origin = { scheme: 'http' | 'https'; host: string }

export function codeExpiry(now: Date): Date {
  return new Date(now.getTime() + CODE_MINUTES * MINUTE_MS)
}

export function accessExpiry(now: Date): Date {
  return new Date(now.getTime() + ACCESS_DAYS * DAY_MS)
}

export function refreshExpiry(now: Date): Date {
  return new Date(now.getTime() + REFRESH_DAYS * DAY_MS)
}

export function isRepeatedAtOnce(usedAt: Date, now: Date): boolean {
  return now.getTime() - usedAt.getTime() < REPEAT_MS
}

/**
 * A redirect_uri as its URL; undefined for what a browser might read otherwise than this server does: user
 * names, backslashes, control characters, fragments, and names that the answer itself brings.
 */
export function readRedirect(text: string): URL | undefined {
  if (text.length > MAX_REDIRECT || !/^https?:\/\/[^/?#@\\]+([/?][^#\\]*)?$/i.test(text)) return undefined
  if (!/^[\x21-\x7e]+$/.test(text) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return undefined
  // Other spellings of a host, such as one number for an address.
  if (!text.toLowerCase().startsWith(url.origin)) return undefined
  return ANSWER_NAMES.some((name) => url.searchParams.has(name)) ? undefined : url
}

/** Scheme, host and port are equal. In a sandbox a loopback address takes any port (RFC 8252, 7.3). */
export function isRegistered(url: URL, origins: readonly Origin[], mode: Mode): boolean {
  return origins.some(({ scheme, host }) => {
    if (url.protocol !== `${scheme}:`) return false
    if (url.host === host) return true
    return mode === 'sandbox' && url.hostname === host && LOOPBACK.has(host)
  })
}

/** A domain to register, from `https://app.example.com` or with a port; undefined for anything more or else. */
export function readOrigin(text: string, mode: Mode): Origin | undefined {
  if (!/^https?:\/\/[^/?#@\\\s]+\/?$/i.test(text) || !URL.canParse(text)) return undefined
  const { protocol, host } = new URL(text)
  // No wildcards.
  if (!/^([a-z0-9._-]+|\[[0-9a-f:]+\])(:\d+)?$/.test(host)) return undefined
  if (protocol === 'https:') return { scheme: 'https', host }
  return mode === 'sandbox' ? { scheme: 'http', host } : undefined
}

/** PKCE: 43 characters of base64url, which is what SHA-256 makes. */
export function isChallenge(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text)
}

/** Whether a verifier is the one of a challenge; a code without a challenge takes no verifier. */
export function isVerified(challenge: string | null, verifier: string | undefined): boolean {
  if (challenge === null) return verifier === undefined
  if (verifier === undefined || !/^[A-Za-z0-9._~-]{43,128}$/.test(verifier)) return false
  const made = createHash('sha256').update(verifier).digest('base64url')
  return constantTimeEqual(Buffer.from(made), Buffer.from(challenge))
}
