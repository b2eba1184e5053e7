import type { TestServer, Wire } from '../setup/server.ts'

export type Answer = { status: number; body: Wire }

/** A call of an operator's door, as JSON; `headers` override what would be right. */
export async function askAsOperator(
  server: TestServer,
  path: string,
  how: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const method = how.method ?? (how.body === undefined ? 'GET' : 'POST')
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${server.demo.operator.token}`,
      ...(how.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...how.headers,
    },
    ...(how.body === undefined
      ? {}
      : { body: typeof how.body === 'string' ? how.body : JSON.stringify(how.body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}
