import { TransportError } from './errors.ts'

/** What the client needs of `fetch`. */
export type Fetch = (
  url: string,
  init: { method: 'POST'; body: URLSearchParams | FormData; redirect: 'manual'; signal: AbortSignal },
) => Promise<{ readonly status: number; text(): Promise<string> }>

export interface Outgoing {
  readonly url: string
  readonly body: URLSearchParams | FormData
  readonly timeoutMs: number
  readonly signal: AbortSignal | undefined
}

// Of these, no byte of the request was sent.
const unsentCodes = new Set([
  'ECONNREFUSED',
  'EAI_AGAIN',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/**
 * One HTTP exchange: the text of an answer with status 200. Throws TransportError, or the caller's own reason when
 * its signal was raised.
 */
export async function exchange(fetch: Fetch, outgoing: Outgoing): Promise<string> {
  const { url, body, timeoutMs, signal } = outgoing
  signal?.throwIfAborted()
  const stop = new AbortController()
  const passOn = () => stop.abort(signal?.reason)
  signal?.addEventListener('abort', passOn, { once: true })
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    stop.abort()
  }, timeoutMs)
  try {
    const response = await fetch(url, { method: 'POST', body, redirect: 'manual', signal: stop.signal })
    const text = await response.text()
    if (response.status === 200) return text
    const message = `HTTP status ${response.status} from ${url}`
    throw new TransportError('status', message, { status: response.status })
  } catch (error) {
    if (error instanceof TransportError) throw error
    signal?.throwIfAborted()
    if (isLate)
      throw new TransportError('timeout', `no answer from ${url} in ${timeoutMs} ms`, { cause: error })
    throw new TransportError(wasUnsent(error) ? 'refused' : 'network', `${url}: ${reasonOf(error)}`, {
      cause: error,
    })
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', passOn)
  }
}

// fetch hides the socket's error in `cause`; several tried addresses make that one error of many.
function wasUnsent(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  if (unsentCodes.has(code)) return true
  const inner = 'errors' in error && Array.isArray(error.errors) ? (error.errors as unknown[]) : []
  return (inner.length > 0 && inner.every(wasUnsent)) || wasUnsent(error.cause)
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? error.cause : undefined
  const code = cause !== undefined && 'code' in cause ? String(cause.code) : undefined
  return [error.message, code ?? cause?.message]
    .filter((part) => part !== undefined && part !== '')
    .join(': ')
}
