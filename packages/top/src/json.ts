/** A number as its source text, so that a 64-bit id loses no digit. */
export class JsonNumber {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

export type JsonObject = { readonly [key: string]: JsonValue }
export type JsonValue = string | boolean | null | JsonNumber | readonly JsonValue[] | JsonObject

/** The text is not JSON, or it is deeper or longer than allowed. `position` is an index into the text. */
export class JsonError extends Error {
  readonly position: number

  constructor(message: string, position: number) {
    super(message)
    this.name = 'JsonError'
    this.position = position
  }
}

type Cursor = { readonly text: string; at: number; depth: number }

const maxDepth = 32
const maxLength = 4 * 1024 * 1024
const numberPattern = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y

/**
 * Reads JSON without losing a digit: numbers stay text (`JsonNumber`), objects have no prototype, a repeated key
 * takes the last value. At most 32 levels and 4 Mi characters. Throws JsonError.
 */
export function parseJson(text: string): JsonValue {
  if (text.length > maxLength) throw new JsonError(`longer than ${maxLength} characters`, maxLength)
  const cursor: Cursor = { text, at: 0, depth: 0 }
  skipBlanks(cursor)
  const value = readValue(cursor)
  if (cursor.at !== text.length) throw unexpected(cursor)
  return value
}

function readValue(cursor: Cursor): JsonValue {
  const value = readBareValue(cursor)
  skipBlanks(cursor)
  return value
}

function readBareValue(cursor: Cursor): JsonValue {
  switch (cursor.text[cursor.at]) {
    case '"':
      return readString(cursor)
    case '{':
      return nest(cursor, readObject)
    case '[':
      return nest(cursor, readArray)
    case 't':
      return readWord(cursor, 'true', true)
    case 'f':
      return readWord(cursor, 'false', false)
    case 'n':
      return readWord(cursor, 'null', null)
    default:
      return readNumber(cursor)
  }
}

function nest(cursor: Cursor, read: (cursor: Cursor) => JsonValue): JsonValue {
  cursor.depth++
  if (cursor.depth > maxDepth) throw new JsonError(`deeper than ${maxDepth} levels`, cursor.at)
  cursor.at++
  skipBlanks(cursor)
  const value = read(cursor)
  cursor.depth--
  return value
}

function readObject(cursor: Cursor): JsonValue {
  // Without a prototype a key such as __proto__ is a key like any other.
  const members: Record<string, JsonValue> = Object.create(null)
  if (take(cursor, '}')) return members
  for (;;) {
    if (cursor.text[cursor.at] !== '"') throw unexpected(cursor)
    const key = readString(cursor)
    skipBlanks(cursor)
    expect(cursor, ':')
    skipBlanks(cursor)
    members[key] = readValue(cursor)
    if (take(cursor, '}')) return members
    expect(cursor, ',')
    skipBlanks(cursor)
  }
}

function readArray(cursor: Cursor): JsonValue {
  const items: JsonValue[] = []
  if (take(cursor, ']')) return items
  for (;;) {
    items.push(readValue(cursor))
    if (take(cursor, ']')) return items
    expect(cursor, ',')
    skipBlanks(cursor)
  }
}

function readString(cursor: Cursor): string {
  const { text, at } = cursor
  let end = at + 1
  let isPlain = true
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end)
    if (code === 34) break
    if (code < 32) throw new JsonError('control character in a string', end)
    if (code !== 92) continue
    isPlain = false
    end++
  }
  if (end >= text.length) throw new JsonError('string without end', at)
  cursor.at = end + 1
  return isPlain ? text.slice(at + 1, end) : unquote(text.slice(at, end + 1), at)
}

function unquote(quoted: string, at: number): string {
  try {
    return JSON.parse(quoted) as string
  } catch {
    throw new JsonError('bad escape in a string', at)
  }
}

function readNumber(cursor: Cursor): JsonNumber {
  numberPattern.lastIndex = cursor.at
  const match = numberPattern.exec(cursor.text)
  if (match === null) throw unexpected(cursor)
  cursor.at += match[0].length
  return new JsonNumber(match[0])
}

function readWord<T extends boolean | null>(cursor: Cursor, word: string, value: T): T {
  if (!cursor.text.startsWith(word, cursor.at)) throw unexpected(cursor)
  cursor.at += word.length
  return value
}

function skipBlanks(cursor: Cursor): void {
  for (;;) {
    const code = cursor.text.charCodeAt(cursor.at)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return
    cursor.at++
  }
}

function take(cursor: Cursor, char: string): boolean {
  if (cursor.text[cursor.at] !== char) return false
  cursor.at++
  return true
}

function expect(cursor: Cursor, char: string): void {
  if (!take(cursor, char)) throw unexpected(cursor)
}

function unexpected(cursor: Cursor): JsonError {
  const isEnd = cursor.at >= cursor.text.length
  return new JsonError(isEnd ? 'unexpected end' : `unexpected character at ${cursor.at}`, cursor.at)
}
