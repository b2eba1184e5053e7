// The data alone: the library's own functions reckon in the machine's time zone, and west of Greenwich they are a
// day out.
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { yearOf } from './rules.ts'

export type LibraryDay = { day: string; isWorking: boolean; name: string }

const holidays: Readonly<Record<string, string>> = published.holidays
const makeUpDays: Readonly<Record<string, string>> = published.workdays

/** All public holidays that were announced, and the weekend days worked for them, the first first. */
export const libraryDays: readonly LibraryDay[] = [
  ...Object.entries(holidays).map(([day, words]) => ({ day, isWorking: false, name: nameOf(words) })),
  ...Object.entries(makeUpDays).map(([day, words]) => ({ day, isWorking: true, name: nameOf(words) })),
].sort((a, b) => (a.day < b.day ? -1 : 1))

/** A year is announced as a whole; its last days may come with the year after, so only its National Day tells. */
export const libraryYears: readonly number[] = Object.keys(holidays)
  .filter((day) => day.endsWith('-10-01'))
  .map(yearOf)
  .sort()

/** `National Day,国庆节,3` without the number of days by law. */
function nameOf(words: string): string {
  const [en, zh] = words.split(',')
  return `${zh} / ${en}`
}
