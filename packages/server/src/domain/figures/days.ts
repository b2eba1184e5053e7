import { formatGmt8, parseGmt8 } from '@opentbk/top'

const DAY_MS = 86_400_000

/** The day in GMT+8 that a moment falls in, `YYYY-MM-DD`. */
export function dayOf(moment: Date): string {
  return formatGmt8(moment).slice(0, 10)
}

/** When a day of GMT+8 begins; RangeError where the text is no day. */
export function startOfDay(day: string): Date {
  const start = parseGmt8(`${day} 00:00:00`)
  if (!start) throw new RangeError(`${day} is no day`)
  return start
}

/** So many days later, or earlier with a negative count. */
export function addDays(day: string, count: number): string {
  return dayOf(new Date(startOfDay(day).getTime() + count * DAY_MS))
}
