import { formatGmt8 } from '@opentbk/top'
import type { TestServer } from '../setup/server.ts'
import { formOf, md5Sign, type Params } from './client-sign.ts'

const DEFAULT_SEPARATOR = '\r\n-S-\r\n'

export type Batch = {
  segments: readonly string[]
  app?: { key: string; secret: string }
  separator?: string
  /** Further parameters of the outer call, or others instead of what would be right. */
  outer?: Params
}

/** Sends a batch as SDKs do and answers its texts, one a segment; a refused batch answers a single one. */
export async function sendBatch(server: TestServer, batch: Batch): Promise<string[]> {
  const app = batch.app ?? server.demo.app
  const between = batch.separator ?? DEFAULT_SEPARATOR
  const body = batch.segments.join(between)
  const params: Params = {
    app_key: app.key,
    format: 'json',
    sign_method: 'md5',
    timestamp: formatGmt8(new Date()),
    v: '2.0',
    ...batch.outer,
  }
  const sign = batch.outer?.sign ?? md5Sign(app.secret, params, body)
  const response = await fetch(`${server.demo.batch}?${formOf({ ...params, sign })}`, {
    method: 'POST',
    headers: {
      'content-type': 'text/plain;charset=UTF-8',
      ...(batch.separator ? { 'top-api-separator': batch.separator } : {}),
    },
    body,
  })
  if (response.status !== 200) throw new Error(`HTTP ${response.status}`)
  return (await response.text()).split(between)
}
