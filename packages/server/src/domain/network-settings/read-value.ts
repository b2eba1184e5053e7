import { BadField } from '../goods/index.ts'
import type { Setting, SettingValue } from './settings-list.ts'

const MAX_LIST = 10

/** A value in its setting's unit, as JSON or as the text of a command line; else BadField. */
export function readValue(setting: Setting, given: unknown): SettingValue {
  if (given === undefined || given === '')
    throw new BadField('value', 'missing; null goes back to the default')
  if (setting.unit === 'flag') return readFlag(given)
  if (setting.unit === 'list_of_days') return readList(setting, given)
  return readNumber(setting, given)
}

function readFlag(given: unknown): boolean {
  if (given === true || given === 'true') return true
  if (given === false || given === 'false') return false
  throw new BadField('value', 'true or false expected')
}

/** Whatever order they came in, the furthest first. */
function readList(setting: Setting, given: unknown): number[] {
  const list: unknown = typeof given === 'string' ? given.split(',').map((part) => part.trim()) : given
  if (!Array.isArray(list) || list.length === 0 || list.length > MAX_LIST)
    throw new BadField('value', `a list of 1 to ${MAX_LIST} numbers of days expected`)
  const numbers = list.map((one) => readNumber(setting, one))
  if (new Set(numbers).size < numbers.length) throw new BadField('value', 'each number of days once')
  return numbers.sort((a, b) => b - a)
}

function readNumber({ least = 0, most = Number.MAX_SAFE_INTEGER }: Setting, given: unknown): number {
  const number = typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : given
  if (typeof number !== 'number' || !Number.isInteger(number) || number < least || number > most)
    throw new BadField('value', `a whole number from ${least} to ${most} expected`)
  return number
}
