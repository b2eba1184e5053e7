import { setTimeout as delay } from 'node:timers/promises'

const LEAST_MS = 200

/** Does work whose time would tell whether there was anything to do. */
export async function takeAtLeast<T>(work: () => Promise<T>): Promise<T> {
  const begunMs = performance.now()
  try {
    return await work()
  } finally {
    await waitSince(begunMs)
  }
}

/** The same for one way of several that work can end. */
export async function waitSince(begunMs: number): Promise<void> {
  const leftMs = begunMs + LEAST_MS - performance.now()
  if (leftMs > 0) await delay(leftMs)
}
