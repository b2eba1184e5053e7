import { parseGmt8 } from '@opentbk/top'
import { BadField, FieldReader } from '../goods/index.ts'

const MAX_REASON = 500
const MAX_NAME = 100
const FIRST_YEAR = 2000
const LAST_YEAR = 2199

/** A day that exists, `YYYY-MM-DD`, from 2000 to 2199; else BadField. */
export function readDay(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && parseGmt8(`${text} 00:00:00`) !== undefined
  if (!isDay || !isYear(text.slice(0, 4)))
    throw new BadField('day', `a day from ${FIRST_YEAR} to ${LAST_YEAR} expected, like 2027-10-01`)
  return text
}

export function readYear(text: string): number {
  if (!isYear(text)) throw new BadField('year', `from ${FIRST_YEAR} to ${LAST_YEAR} expected`)
  return Number(text)
}

/** What is said of a day, as JSON: `working`, `name` and `reason`; BadField names what is wrong. */
export function readSaying(given: unknown): { isWorking: boolean; name: string; reason: string } {
  const reader = FieldReader.of(given, ['working', 'name', 'reason'])
  if (!reader.has('working')) throw new BadField('working', 'missing')
  return {
    isWorking: reader.flag('working', false),
    name: readWords(reader, 'name', MAX_NAME),
    reason: readWords(reader, 'reason', MAX_REASON),
  }
}

/** Why something is taken back, or a year said to be known. */
export function readCalendarReason(given: unknown): string {
  return readWords(FieldReader.of(given, ['reason']), 'reason', MAX_REASON)
}

function readWords(reader: FieldReader, name: string, max: number): string {
  const words = reader.text(name, max).trim()
  if (words === '') throw new BadField(name, 'missing')
  return words
}

function isYear(text: string): boolean {
  return /^\d{4}$/.test(text) && Number(text) >= FIRST_YEAR && Number(text) <= LAST_YEAR
}
