import type { DueDay } from './calendar.ts'

const DAY_MS = 86_400_000

export type Calendar = {
  /** Whether a day is a working one, where its weekday does not say so. */
  days: ReadonlyMap<string, boolean>
  /** Years whose holidays are known. */
  years: ReadonlySet<number>
}

/** The last of so many working days; the first is the first one after `from`. */
export function addWorkingDays(from: string, count: number, calendar: Calendar): DueDay {
  let day = from
  let isProvisional = false
  let left = count
  while (left > 0) {
    day = dayAfter(day)
    if (!calendar.years.has(yearOf(day))) isProvisional = true
    if (isWorking(day, calendar)) left--
  }
  return { day, isProvisional }
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

function isWorking(day: string, { days }: Calendar): boolean {
  const weekday = startOf(day).getUTCDay()
  return days.get(day) ?? (weekday >= 1 && weekday <= 5)
}

function dayAfter(day: string): string {
  return new Date(startOf(day).getTime() + DAY_MS).toISOString().slice(0, 10)
}

// A day of the calendar has no zone: reckoned in UTC, every one has 24 hours.
function startOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}
