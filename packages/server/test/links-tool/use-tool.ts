import { expect } from 'vitest'
import { Browser } from '../accounts/browser.ts'
import type { TestServer, Wire } from '../setup/server.ts'

export async function signedIn(server: TestServer, login = 'publisher'): Promise<Browser> {
  const browser = new Browser(server.url)
  expect((await browser.signIn(login)).status).toBe(200)
  return browser
}

/** What the link tool makes of these lines for the member who is signed in. */
export async function useTool(browser: Browser, adzoneId: string, texts: readonly string[]): Promise<Wire[]> {
  const { status, body } = await browser.post('/account/v1/links', { adzone_id: adzoneId, texts })
  expect({ status, error: body.error }).toEqual({ status: 200, error: undefined })
  return body.links
}
