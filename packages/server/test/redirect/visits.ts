import { expect } from 'vitest'
import { startTestServer } from '../setup/server.ts'
import { openTrade } from '../setup/trade.ts'

const BROWSER = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148'

/** A server whose links are followed, and a look at the clicks that it stored. */
export async function openVisits() {
  const server = await startTestServer()
  const trade = await openTrade(server)
  return {
    server,
    trade,
    clicks: () => server.db.selectFrom('clicks').selectAll().orderBy('clicked_at').orderBy('id').execute(),
    forgetClicks: () => server.db.deleteFrom('clicks').execute(),
  }
}

/** One step of a browser: the answer as it is, not where it leads. */
export function visit(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  return fetch(url, { method, redirect: 'manual', headers: { 'user-agent': BROWSER, ...headers } })
}

export function cookieOf(response: Response): string {
  return (response.headers.get('set-cookie') ?? '').split(';')[0] as string
}

export async function expectDeadPage(response: Response): Promise<void> {
  expect(response.status).toBe(404)
  expect(response.headers.get('location')).toBeNull()
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'/)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await response.text()).toContain('Link not available')
}
