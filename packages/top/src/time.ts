const gmt8Ms = 8 * 3600_000
const dayMs = 86_400_000
const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const twoDigits = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'))
// Formatting a day costs many times what the rest does, and an answer's times lie on few days.
const dayTexts = new Map<number, string>()
const mostDays = 1000

/**
 * A moment as the wire writes it: `yyyy-MM-dd HH:mm:ss` in GMT+8. Milliseconds are cut off.
 * Throws RangeError for an invalid Date and for years outside 1000 to 9999.
 */
export function formatGmt8(date: Date): string {
  const local = date.getTime() + gmt8Ms
  const day = Math.floor(local / dayMs)
  const second = Math.floor((local - day * dayMs) / 1000)
  const hours = twoDigits[Math.floor(second / 3600)]
  const minutes = twoDigits[Math.floor(second / 60) % 60]
  return `${dayTexts.get(day) ?? formatDay(day)} ${hours}:${minutes}:${twoDigits[second % 60]}`
}

function formatDay(day: number): string {
  const iso = new Date(day * dayMs).toISOString()
  if (iso.length !== 24 || iso.charCodeAt(0) === 48) throw new RangeError('year outside 1000 to 9999')
  const text = iso.slice(0, 10)
  if (dayTexts.size >= mostDays) dayTexts.clear()
  dayTexts.set(day, text)
  return text
}

/**
 * Reads `yyyy-MM-dd HH:mm:ss` in GMT+8. Strict: exactly 19 characters, a day that exists, years 1000 to 9999,
 * hours to 23, seconds to 59. Anything else is undefined.
 */
export function parseGmt8(text: string): Date | undefined {
  if (text.length !== 19) return undefined
  if (text[4] !== '-' || text[7] !== '-' || text[10] !== ' ' || text[13] !== ':' || text[16] !== ':')
    return undefined
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const day = digits(text, 8, 10)
  const hour = digits(text, 11, 13)
  const minute = digits(text, 14, 16)
  const second = digits(text, 17, 19)
  if (!(year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month)))
    return undefined
  if (!(hour <= 23 && minute <= 59 && second <= 59)) return undefined
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second) - gmt8Ms)
}

/** The start of the GMT+8 day that a moment falls in. */
export function startOfDayGmt8(date: Date): Date {
  const local = date.getTime() + gmt8Ms
  return new Date(Math.floor(local / dayMs) * dayMs - gmt8Ms)
}

/** Whole seconds, rounded up, to the next midnight in GMT+8: 1 to 86400. */
export function secondsToMidnightGmt8(date: Date): number {
  return Math.ceil((startOfDayGmt8(date).getTime() + dayMs - date.getTime()) / 1000)
}

// NaN makes every comparison of the caller false, so one bad digit refuses the text.
function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

function lastDay(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && isLeap ? 29 : (daysOfMonth[month - 1] ?? 0)
}
