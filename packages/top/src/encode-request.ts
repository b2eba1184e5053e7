import type { FieldSpec, WireFile } from './field.ts'
import { formatYuan } from './money.ts'
import { formatGmt8 } from './time.ts'

/** What encoding needs to know of a field; every contract field is one. */
export type RequestShape = {
  readonly kind: FieldSpec['kind']
  readonly fields?: RequestShapes
  readonly item?: RequestShape
}
export type RequestShapes = { readonly [name: string]: RequestShape }

/** The business parameters of a call. Files travel as multipart parts and are not signed. */
export type EncodedRequest = {
  readonly params: ReadonlyMap<string, string>
  readonly files: ReadonlyMap<string, WireFile>
}

/**
 * Writes typed input as a call's parameters: what `compileDecoder` reads, the other way round. A Date becomes
 * GMT+8 text, fen (bigint) of a price decimal yuan, a list of simple values comma-joined text (a JSON array where
 * commas could not carry it), an object or a list of objects JSON with every digit of a bigint. Texts stand for
 * numbers, dates and prices too, as they are. Undefined, null, an empty text and an empty list are left out;
 * a name that the contract lacks is written by its JavaScript type, since another gateway may know it.
 * Throws TypeError, naming the path, on a value that no wire form can carry, such as 0.1 for a Number.
 */
export function encodeRequest(
  shapes: RequestShapes,
  input: Readonly<Record<string, unknown>>,
): EncodedRequest {
  const params = new Map<string, string>()
  const files = new Map<string, WireFile>()
  for (const [name, value] of Object.entries(input)) {
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined
    if (isAbsent(value)) continue
    if (isFile(value) && (shape === undefined || shape.kind === 'file')) files.set(name, value)
    else params.set(name, textOf(value, { shape, path: name }))
  }
  return { params, files }
}

type At = { readonly shape: RequestShape | undefined; readonly path: string }

// Empty text and an absent parameter are one to the reader, and signers treat empty text differently.
function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function textOf(value: unknown, at: At): string {
  if (at.shape?.kind === 'file') throw wrong(at, 'a file: { name, bytes }')
  if (!isNested(value)) return leafText(value, at)
  if (at.shape !== undefined && at.shape.kind !== 'object' && at.shape.kind !== 'list')
    throw wrong(at, `a ${at.shape.kind}, no object or list`)
  return Array.isArray(value) && !value.some(isNested) ? simpleList(value, at) : jsonOf(value, at)
}

function simpleList(items: readonly unknown[], at: At): string {
  const texts = items.map((item, index) => leafText(item, itemAt(at, index)))
  const joined = texts.join(',')
  const isArrayText = joined.startsWith('[') && joined.endsWith(']')
  const isCarried = texts.every((text) => text !== '' && !text.includes(',') && text.trim() === text)
  return isCarried && !isArrayText ? joined : JSON.stringify(texts)
}

function jsonOf(value: unknown, at: At): string {
  if (!isNested(value)) return jsonLeaf(value, at)
  if (Array.isArray(value)) {
    return `[${value.map((item, index) => jsonOf(item, itemAt(at, index))).join(',')}]`
  }
  const members = Object.entries(value).filter(([, member]) => !isAbsent(member))
  const written = members.map(([name, member]) => {
    return `${JSON.stringify(name)}:${jsonOf(member, memberAt(at, name))}`
  })
  return `{${written.join(',')}}`
}

function jsonLeaf(value: unknown, at: At): string {
  const text = leafText(value, at)
  const kind = at.shape?.kind ?? typeof value
  // JSON's own grammar: a text such as 007 stays a text.
  if (kind === 'number' || kind === 'bigint')
    return /^-?(0|[1-9]\d*)$/.test(text) ? text : JSON.stringify(text)
  return kind === 'boolean' && (text === 'true' || text === 'false') ? text : JSON.stringify(text)
}

function leafText(value: unknown, at: At): string {
  switch (typeof value) {
    case 'string':
      return value
    case 'boolean':
      return value ? 'true' : 'false'
    case 'bigint':
      return at.shape?.kind === 'price' ? formatYuan(value) : value.toString()
    case 'number':
      // A price as a number would be a float of yuan or a number of fen: nobody could tell.
      if (Number.isSafeInteger(value) && at.shape?.kind !== 'price') return String(value)
      throw wrong(at, at.shape?.kind === 'price' ? 'text in yuan or a bigint in fen' : 'a safe integer')
    default:
      if (value instanceof Date) return formatGmt8(value)
      throw wrong(at, `no ${value === null ? 'null' : typeof value}`)
  }
}

function isFile(value: unknown): value is WireFile {
  if (typeof value !== 'object' || value === null) return false
  const file = value as Partial<WireFile>
  return typeof file.name === 'string' && file.bytes instanceof Uint8Array
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Date) && !ArrayBuffer.isView(value)
}

function itemAt(at: At, index: number): At {
  return { shape: at.shape?.item, path: `${at.path}[${index}]` }
}

function memberAt(at: At, name: string): At {
  const fields = at.shape?.fields
  const shape = fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined
  return { shape, path: `${at.path}.${name}` }
}

function wrong(at: At, expected: string): TypeError {
  return new TypeError(`${at.path} must be ${expected}`)
}
