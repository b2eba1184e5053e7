import { TopApiError, TransportError } from './errors.ts'

const firstPauseMs = 200
const longestPauseMs = 5000
const unstatedBanMs = 1000

/** How a failed call may go on. */
export interface Failed {
  readonly error: unknown
  /** Whether the method may run twice. */
  readonly repeatable: boolean
  /** 0 for the first. */
  readonly attempt: number
}

/**
 * How long to wait before the same call goes out again, or undefined: not at all. A call that may have been done is
 * repeated only when its method is repeatable; one that was over a limit or never left is repeated in any case.
 */
export function retryPauseMs({ error, repeatable, attempt }: Failed): number | undefined {
  if (error instanceof TopApiError) {
    if (error.isLimit) {
      const pauseMs = error.retryAfterMs ?? unstatedBanMs
      // A daily limit lasts for hours: that is the caller's to know, not the client's to sit out.
      return pauseMs <= longestPauseMs ? pauseMs : undefined
    }
    return error.retryable && repeatable ? backoffMs(attempt) : undefined
  }
  if (!(error instanceof TransportError)) return undefined
  return isWorthRepeating(error, repeatable) ? backoffMs(attempt) : undefined
}

/** Waits, or throws the signal's reason as soon as it is raised. */
export function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const giveUp = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', giveUp)
      resolve()
    }, ms)
    signal?.addEventListener('abort', giveUp, { once: true })
  })
}

function isWorthRepeating({ problem, status }: TransportError, repeatable: boolean): boolean {
  if (problem === 'refused') return true
  if (!repeatable || problem === 'answer') return false
  return status === undefined || status === 429 || status >= 500
}

// The second half is by chance, so that clients cut off together do not come back together.
function backoffMs(attempt: number): number {
  const full = Math.min(firstPauseMs * 2 ** attempt, longestPauseMs)
  return full / 2 + (Math.random() * full) / 2
}
