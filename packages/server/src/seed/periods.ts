import { startOfDayGmt8 } from '@opentbk/top'
import type { Random } from './random.ts'

export const DAY_MS = 86_400_000

export type Period = { startsAt: Date; endsAt: Date }

/** Mostly open now for weeks to come; some over, some still to begin, so that both can be met. */
export function anyPeriod(random: Random, now: Date): Period {
  const kind = random.between(1, 100)
  if (kind <= 8) return days(now, -random.between(20, 60), -random.between(1, 15))
  if (kind <= 15) return days(now, random.between(2, 10), random.between(20, 60))
  return openPeriod(random, now)
}

export function openPeriod(random: Random, now: Date): Period {
  return days(now, -random.between(1, 30), random.between(30, 180))
}

/** From one whole day to another, counted from today in GMT+8; the last day is in. */
export function days(now: Date, from: number, to: number): Period {
  const today = startOfDayGmt8(now).getTime()
  return { startsAt: new Date(today + from * DAY_MS), endsAt: new Date(today + (to + 1) * DAY_MS - 1000) }
}
