import { parseRate, parseYuan } from '@opentbk/top'

const MAX_TEXT = 255
const MAX_URL = 2048
const MAX_COUNT = 2_000_000_000
// With a zone: a time without one would mean another moment on another server.
const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/
const EARLIEST_MS = Date.UTC(2000, 0)
const LATEST_MS = Date.UTC(2200, 0)

/** A row as it came: a line of a CSV file (texts alone) or a JSON object. */
export type RawRow = Readonly<Record<string, unknown>>

/** Why a row is refused: which field and what is wrong with it. */
export class BadField extends Error {
  readonly field: string
  readonly reason: string

  constructor(field: string, reason: string) {
    super(`${field}: ${reason}`)
    this.field = field
    this.reason = reason
  }
}

/** The fields of a row, each with a message that names it. An empty text is no value. */
export class FieldReader {
  readonly #raw: RawRow

  constructor(raw: RawRow) {
    this.#raw = raw
  }

  /** Of what came as JSON. Members that are not known are refused: a slip would go unnoticed. */
  static of(given: unknown, names: readonly string[]): FieldReader {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) {
      throw new BadField('body', 'a JSON object expected')
    }
    const unknown = Object.keys(given).find((name) => !names.includes(name))
    if (unknown !== undefined) throw new BadField(unknown.slice(0, MAX_TEXT), `one of ${names.join(', ')}`)
    return new FieldReader(given as RawRow)
  }

  has(name: string): boolean {
    return this.#value(name) !== undefined
  }

  /** A list of anything, one at least. */
  items(name: string, most: number): readonly unknown[] {
    const value = this.#present(name, this.#value(name))
    if (!Array.isArray(value) || value.length === 0 || value.length > most) {
      throw new BadField(name, `a list of 1 to ${most} expected`)
    }
    return value
  }

  text(name: string, max = MAX_TEXT): string {
    return this.#present(name, this.optionalText(name, max))
  }

  optionalText(name: string, max = MAX_TEXT): string | undefined {
    const value = this.#value(name)
    if (value === undefined) return undefined
    // An id that came as a JSON number is taken for its digits.
    const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value
    if (typeof text !== 'string') throw new BadField(name, 'a text expected')
    return storable(name, text, max)
  }

  /** An address that a shopper's browser may open. */
  optionalUrl(name: string): string | undefined {
    const text = this.optionalText(name, MAX_URL)
    if (text !== undefined && !isWebAddress(text)) throw new BadField(name, 'an http(s) address expected')
    return text
  }

  /** Several texts: a list in JSON, with `|` between them in a CSV cell. */
  texts(name: string, most: number): string[] {
    const value = this.#value(name)
    if (value === undefined) return []
    const list: unknown[] = Array.isArray(value) ? value : String(value).split('|')
    if (list.length > most) throw new BadField(name, `at most ${most}`)
    return list.map((one) => {
      if (typeof one !== 'string') throw new BadField(name, 'texts expected')
      return storable(name, one.trim(), MAX_URL)
    })
  }

  urls(name: string, most: number): string[] {
    const urls = this.texts(name, most)
    if (!urls.every(isWebAddress)) throw new BadField(name, 'http(s) addresses expected')
    return urls
  }

  /** More than nothing. */
  price(name: string): bigint {
    return this.#present(name, this.optionalPrice(name))
  }

  optionalPrice(name: string): bigint | undefined {
    const fen = this.optionalMoney(name)
    if (fen === 0n) throw new BadField(name, 'must be more than 0')
    return fen
  }

  optionalMoney(name: string): bigint | undefined {
    const value = this.#value(name)
    if (value === undefined) return undefined
    const fen = typeof value === 'string' ? parseYuan(value) : undefined
    if (fen === undefined || fen > 10n ** 12n) {
      throw new BadField(name, 'yuan as a text with at most two decimals expected, like "99.99"')
    }
    return fen
  }

  /** Percent, `12.34`, as basis points. */
  rate(name: string, mostBp: number): number {
    const value = this.#present(name, this.#value(name))
    const bp = typeof value === 'string' ? parseRate(value) : undefined
    if (bp === undefined || bp > mostBp) {
      throw new BadField(name, `percent as a text expected, like "12.34", at most ${mostBp / 100}`)
    }
    return bp
  }

  count(name: string, absent: number): number {
    return this.optionalCount(name) ?? absent
  }

  optionalCount(name: string): number | undefined {
    const value = this.#value(name)
    if (value === undefined) return undefined
    const number = typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value
    if (typeof number !== 'number' || !Number.isInteger(number) || number < 0 || number > MAX_COUNT) {
      throw new BadField(name, `a whole number from 0 to ${MAX_COUNT} expected`)
    }
    return number
  }

  id(name: string): bigint {
    return this.#present(name, this.optionalId(name))
  }

  optionalId(name: string): bigint | undefined {
    const text = this.optionalText(name)
    if (text === undefined) return undefined
    if (!/^[1-9]\d{0,17}$/.test(text)) throw new BadField(name, 'a number expected')
    return BigInt(text)
  }

  flag(name: string, absent: boolean): boolean {
    const value = this.#value(name)
    if (value === undefined) return absent
    if (value === true || value === 'true' || value === '1' || value === 1) return true
    if (value === false || value === 'false' || value === '0' || value === 0) return false
    throw new BadField(name, 'true or false expected')
  }

  choice<Value extends string>(name: string, values: readonly Value[], absent?: Value): Value {
    const text = this.optionalText(name)
    const value = text === undefined ? absent : values.find((known) => known === text)
    if (value === undefined) throw new BadField(name, `one of ${values.join(', ')} expected`)
    return value
  }

  time(name: string): Date {
    return this.#present(name, this.optionalTime(name))
  }

  optionalTime(name: string): Date | undefined {
    const value = this.#value(name)
    if (value === undefined) return undefined
    const time = typeof value === 'string' && ISO_TIME.test(value) ? new Date(value) : undefined
    if (!time || Number.isNaN(time.getTime()) || !isDay(String(value).slice(0, 10))) {
      throw new BadField(name, 'ISO 8601 with a zone expected, like "2026-01-01T12:00:00+08:00"')
    }
    if (time.getTime() < EARLIEST_MS || time.getTime() >= LATEST_MS) {
      throw new BadField(name, 'a time from 2000 to 2199 expected')
    }
    return time
  }

  #value(name: string): unknown {
    const value = this.#raw[name]
    return value === null || value === '' ? undefined : value
  }

  #present<Value>(name: string, value: Value | undefined): Value {
    if (value === undefined) throw new BadField(name, 'missing')
    return value
  }
}

function storable(name: string, text: string, max: number): string {
  if (text.length > max) throw new BadField(name, `at most ${max} characters`)
  // U+FFFD is what reading leaves of bytes that are no UTF-8, such as a file saved as GBK.
  if (/[\0\uFFFD]/.test(text) || !text.isWellFormed()) {
    throw new BadField(name, 'holds a character that cannot be stored (is the file UTF-8?)')
  }
  return text
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text)
}

// Date takes the 30th of February for the 2nd of March.
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
