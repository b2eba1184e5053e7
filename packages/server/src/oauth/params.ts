import type { FastifyRequest } from 'fastify'

/** What came in the query and the form, of which TOP's clients use either; `repeated` came more than once. */
export type Params = { get(name: string): string | undefined; repeated: string | undefined }

export function readParams(request: FastifyRequest): Params {
  const values = new Map<string, string>()
  let repeated: string | undefined
  for (const [name, value] of [...queryOf(request), ...formOf(request)]) {
    if (values.has(name)) repeated = name
    values.set(name, value)
  }
  // An empty one is as good as none (RFC 6749, 3.1).
  return { get: (name) => values.get(name) || undefined, repeated }
}

export function queryOf({ url }: FastifyRequest): URLSearchParams {
  const mark = url.indexOf('?')
  return new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1))
}

export function formOf({ body }: FastifyRequest): URLSearchParams {
  return body instanceof URLSearchParams ? body : new URLSearchParams()
}
