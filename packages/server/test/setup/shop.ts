import { createHmac } from 'node:crypto'
import type { TestServer, Wire } from './server.ts'

export type IngestAnswer = { status: number; body: Wire }

/** What the demo shop's own server would send. */
export async function postEvents(
  server: TestServer,
  body: string,
  headers: Record<string, string> = {},
): Promise<IngestAnswer> {
  const { shop } = server.demo
  const timestamp = String(Date.now())
  const signature = createHmac('sha256', shop.secret).update(`${timestamp}.`).update(body).digest('hex')
  const response = await fetch(shop.ingest, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-shop-key': shop.key,
      'x-timestamp': timestamp,
      'x-signature': signature,
      ...headers,
    },
    body,
  })
  return { status: response.status, body: await response.json() }
}

/** Sends order events and answers their results. */
export async function sendEvents(
  server: TestServer,
  events: readonly Record<string, unknown>[],
): Promise<Wire[]> {
  const { status, body } = await postEvents(server, JSON.stringify({ events }))
  if (status !== 200) throw new Error(`ingest answered ${status}: ${JSON.stringify(body)}`)
  return body.results
}

export type Landing = { clickId: string; itemId: string; cookie: string; location: string }

/** Follows a promotion link as a shopper's browser would, one step. */
export async function landingOf(link: string, headers: Record<string, string> = {}): Promise<Landing> {
  const response = await fetch(link, {
    redirect: 'manual',
    headers: { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile', ...headers },
  })
  if (response.status !== 302) throw new Error(`the link answered ${response.status}`)
  const location = response.headers.get('location') as string
  const url = new URL(location)
  return {
    clickId: url.searchParams.get('click_id') as string,
    itemId: url.pathname.split('/').at(-1) as string,
    cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] as string,
    location,
  }
}
