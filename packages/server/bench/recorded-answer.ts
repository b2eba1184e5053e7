import { type BenchRequest, send } from './signed-request.ts'

/** An answer of the server, for the bare Fastify to give as well. */
export type RecordedAnswer = { status: number; headers: Record<string, string>; body: string }

// What every HTTP server writes by itself.
const OWN = new Set(['connection', 'date', 'keep-alive', 'content-length', 'transfer-encoding'])

export async function recordAnswer(address: string, request: BenchRequest): Promise<RecordedAnswer> {
  const response = await send(address, request)
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !OWN.has(name)))
  return { status: response.status, headers, body: await response.text() }
}
