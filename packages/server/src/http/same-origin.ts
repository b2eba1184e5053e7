import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a browser that says where a request was made says here: this host, or that of the public address. A client
 * that is no browser says nothing, and has no cookies that another site could use.
 */
export function isFromHere(headers: IncomingHttpHeaders, publicUrl?: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const { origin, host } = headers
  if (origin === undefined) return true
  const from = hostOf(origin)
  return from !== undefined && (from === host || from === hostOf(publicUrl ?? ''))
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined
}
