import type { Context } from '../../../context.ts'
import { SIGN_IN_DAYS } from '../rules.ts'

const DAY_SECONDS = 86_400
const TOKEN = /^[0-9a-f]{64}$/

type Site = Pick<Context, 'publicUrl'>

/** The token in a request's Cookie header. Behind TLS only the name that a browser takes from this host alone. */
export function readSignInCookie(site: Site, header: string | undefined): string | undefined {
  const name = cookieName(site)
  for (const pair of (header ?? '').split(';')) {
    const equals = pair.indexOf('=')
    if (equals < 0 || pair.slice(0, equals).trim() !== name) continue
    const value = pair.slice(equals + 1).trim()
    return TOKEN.test(value) ? value : undefined
  }
  return undefined
}

/** A Set-Cookie header; without a token it takes the cookie away. Lax: a link from elsewhere finds the member. */
export function signInCookie(site: Site, token: string | undefined): string {
  const secure = isSecure(site) ? '; Secure' : ''
  const life = token === undefined ? 0 : SIGN_IN_DAYS * DAY_SECONDS
  return `${cookieName(site)}=${token ?? ''}; Path=/; Max-Age=${life}; HttpOnly; SameSite=Lax${secure}`
}

function cookieName(site: Site): string {
  return isSecure(site) ? '__Host-sign_in' : 'sign_in'
}

function isSecure(site: Site): boolean {
  return site.publicUrl.startsWith('https:')
}
