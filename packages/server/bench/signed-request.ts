import { createHmac } from 'node:crypto'
import { formatGmt8, sign } from '@opentbk/top'
import { nodeHashes } from '../src/gateway/hashes.ts'
import type { DemoAccess } from '../src/seed/demo-access.ts'

export type BenchRequest = {
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  body: string
}

/** A call as an SDK sends it: a form, signed with MD5, stamped now. */
export function signedRequest(
  { app }: DemoAccess,
  method: string,
  params: Readonly<Record<string, string>>,
): BenchRequest {
  const all = new Map(Object.entries(params))
  all.set('method', method)
  all.set('app_key', app.key)
  all.set('timestamp', formatGmt8(new Date()))
  all.set('v', '2.0')
  all.set('format', 'json')
  all.set('sign_method', 'md5')
  all.set('sign', sign({ signMethod: 'md5', secret: app.secret, params: all }, nodeHashes))
  return {
    method: 'POST',
    path: '/router/rest',
    headers: { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' },
    body: new URLSearchParams([...all]).toString(),
  }
}

/** A list of events as a shop's server reports it. */
export function signedEvents(
  shop: { key: string; secret: string; ingest: string },
  events: readonly object[],
): BenchRequest {
  const body = JSON.stringify({ events })
  const timestamp = String(Date.now())
  const signature = createHmac('sha256', shop.secret).update(`${timestamp}.${body}`).digest('hex')
  return {
    method: 'POST',
    path: new URL(shop.ingest).pathname,
    headers: {
      'content-type': 'application/json',
      'x-shop-key': shop.key,
      'x-timestamp': timestamp,
      'x-signature': signature,
    },
    body,
  }
}

export async function send(address: string, request: BenchRequest): Promise<Response> {
  return fetch(new URL(request.path, address), {
    method: request.method,
    headers: request.headers,
    redirect: 'manual',
    ...(request.method === 'POST' && { body: request.body }),
  })
}
