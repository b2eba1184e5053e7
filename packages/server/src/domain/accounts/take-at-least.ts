import { setTimeout as delay } from 'node:timers/promises'

const LEAST_MS = 150

/** Does work whose time would tell whether there was anything to do. */
export async function takeAtLeast<T>(work: () => Promise<T>): Promise<T> {
  const [done] = await Promise.allSettled([work(), delay(LEAST_MS)])
  if (done.status === 'rejected') throw done.reason
  return done.value
}
