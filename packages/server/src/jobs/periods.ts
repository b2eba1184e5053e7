import type { Cadence, Job } from './job.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const GMT8_MS = 8 * HOUR_MS
const LENGTHS_MS = { minute: MINUTE_MS, hour: HOUR_MS, day: DAY_MS }
const WRITTEN_CHARS = { minute: 16, hour: 13, day: 10, month: 7 }
/** Of the periods that were missed at most so many are caught up one by one: two years of months. */
const MAX_CATCH_UP = 24

export type Period = { period: string; dueAt: Date }

/** The period whose turn came due last. */
export function periodAt(cadence: Cadence, now: Date): Period {
  if (typeof cadence === 'string') {
    const length = LENGTHS_MS[cadence]
    const local = now.getTime() + GMT8_MS
    return write(cadence, local - (local % length))
  }
  const local = new Date(now.getTime() + GMT8_MS)
  const month = local.getUTCMonth() - (local.getUTCDate() < cadence.dayOfMonth ? 1 : 0)
  return write(cadence, Date.UTC(local.getUTCFullYear(), month, cadence.dayOfMonth))
}

/** The period after the one that came due then. */
export function periodAfter(cadence: Cadence, dueAt: Date): Period {
  const local = new Date(dueAt.getTime() + GMT8_MS)
  if (typeof cadence === 'string') return write(cadence, local.getTime() + LENGTHS_MS[cadence])
  return write(cadence, Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, cadence.dayOfMonth))
}

/** The periods that wait for their turn, the oldest first; `doneAt` is when the last one done came due. */
export function duePeriods(
  { cadence, catchUp }: Pick<Job, 'cadence' | 'catchUp'>,
  doneAt: Date | undefined,
  now: Date,
): Period[] {
  const last = periodAt(cadence, now)
  if (doneAt && doneAt >= last.dueAt) return []
  if (!doneAt || catchUp !== 'each') return [last]
  const missed: Period[] = []
  // Backwards from the last, so that a long absence costs no more than the bound.
  let next = last
  while (next.dueAt > doneAt && missed.length < MAX_CATCH_UP) {
    missed.unshift(next)
    next = periodAt(cadence, new Date(next.dueAt.getTime() - 1))
  }
  return missed
}

function write(cadence: Cadence, localMs: number): Period {
  const chars = WRITTEN_CHARS[typeof cadence === 'string' ? cadence : 'month']
  const period = new Date(localMs).toISOString().replace('T', ' ').slice(0, chars)
  return { period, dueAt: new Date(localMs - GMT8_MS) }
}
