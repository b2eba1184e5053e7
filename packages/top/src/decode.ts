import { invalidArgument, missingArgument } from './error.ts'
import type { Door, Field, Fields, FileSpec, Input, LeafSpec, ListSpec, WireFile } from './field.ts'
import { fieldsOfDoor } from './field.ts'
import type { JsonObject, JsonValue } from './json.ts'
import { JsonError, JsonNumber, parseJson } from './json.ts'
import type { LeafReader } from './leaf.ts'
import { leafReader } from './leaf.ts'

export type Params = ReadonlyMap<string, string>
export type Files = ReadonlyMap<string, WireFile>
export type Decoder<I> = (params: Params, files: Files) => I

type FromText = LeafReader
type FromJson = (value: JsonValue, path: string) => unknown
type Member = { readonly name: string; readonly field: Field; readonly read: FromJson }

const noFiles: Files = new Map()

/**
 * Reads a request by its contract: from decoded form parameters and multipart files to typed input.
 * Unknown parameters are left alone; an empty text is an absent parameter; defaults are filled in.
 * Throws TopError 40 or 41 whose text names the parameter, nested ones as `item_dto[0].item_id`.
 */
export function decodeRequest<F extends Fields>(fields: F, params: Params, files: Files = noFiles): Input<F> {
  return compileDecoder(fields, null)(params, files)
}

/** The decoder of a contract, compiled once; `door` drops the fields of the other door. */
export function compileDecoder<F extends Fields>(fields: F, door: Door | null): Decoder<Input<F>> {
  const members = Object.entries(fieldsOfDoor(fields, door)).map(([name, field]) => {
    return { name, field, read: field.kind === 'file' ? undefined : topLevelReader(field) }
  })
  return (params, files) => {
    const input: Record<string, unknown> = {}
    for (const { name, field, read } of members) {
      if (read === undefined) readFile(input, { name, field: field as FileSpec, file: files.get(name) })
      else readParam(input, { name, field, read, text: params.get(name) })
    }
    return input as Input<F>
  }
}

function readParam(
  input: Record<string, unknown>,
  param: { name: string; field: Field; read: FromText; text: string | undefined },
): void {
  const { name, field, text } = param
  const value = text === undefined || text === '' ? undefined : param.read(text, name)
  if (value !== undefined) input[name] = value
  else fillAbsent(input, { name, field, path: name })
}

function fillAbsent(
  input: Record<string, unknown>,
  member: { name: string; field: Field; path: string },
): void {
  const { field } = member
  if ('default' in field && field.default !== undefined) input[member.name] = field.default
  else if (field.required) throw missingArgument(member.path)
}

function readFile(
  input: Record<string, unknown>,
  part: { name: string; field: FileSpec; file: WireFile | undefined },
): void {
  const { name, field, file } = part
  if (field.maxBytes !== undefined && (file?.bytes.length ?? 0) > field.maxBytes) {
    throw invalidArgument(name, `文件不能超过 ${field.maxBytes} 字节`)
  }
  if (file === undefined) fillAbsent(input, { name, field, path: name })
  else input[name] = file
}

// Undefined from a reader means an absent value (an empty list), not an error.
function topLevelReader(field: Field): FromText {
  if (field.kind === 'list') return listFromText(field)
  if (field.kind !== 'object') return leafReader(field as LeafSpec)
  const read = jsonReader(field)
  return (text, path) => read(parseAt(text, path), path)
}

function listFromText(field: ListSpec): FromText {
  const read = jsonReader(field as Field)
  const isSimple = field.item.kind !== 'object'
  return (text, path) => {
    const json = isSimple ? arrayOrCommas(text) : parseAt(text, path)
    return read(json, path)
  }
}

// A text such as "[new] title,other" starts like JSON and is not: then the commas decide.
function arrayOrCommas(text: string): JsonValue {
  if (text.startsWith('[') && text.endsWith(']')) {
    try {
      return parseJson(text)
    } catch (error) {
      if (!(error instanceof JsonError)) throw error
    }
  }
  return splitCommas(text)
}

function splitCommas(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function parseAt(text: string, path: string): JsonValue {
  try {
    return parseJson(text)
  } catch (error) {
    if (!(error instanceof JsonError)) throw error
    throw invalidArgument(path, `应为 JSON 文本（第 ${error.position + 1} 个字符处有误）`)
  }
}

function jsonReader(field: Field): FromJson {
  if (field.kind === 'object') return objectReader(field.fields)
  if (field.kind === 'list') return listReader(field)
  const read = leafReader(field as LeafSpec)
  return (value, path) => {
    const text = leafText(value)
    if (text === undefined) throw invalidArgument(path, '应为单个值，而不是对象或列表')
    return text === '' ? undefined : read(text, path)
  }
}

function leafText(value: JsonValue): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  if (value === null) return ''
  return value instanceof JsonNumber ? value.text : undefined
}

function objectReader(fields: Fields): FromJson {
  const members: Member[] = Object.entries(fields).map(([name, field]) => {
    if (field.kind === 'file') throw new Error(`${name}: a file cannot be nested`)
    return { name, field, read: jsonReader(field) }
  })
  return (value, path) => {
    if (value === null || value === '') return undefined
    if (!isJsonObject(value)) throw invalidArgument(path, '应为 JSON 对象')
    const input: Record<string, unknown> = {}
    for (const { name, field, read } of members) {
      const given = value[name]
      const inner = `${path}.${name}`
      const decoded = given === undefined || given === null ? undefined : read(given, inner)
      if (decoded !== undefined) input[name] = decoded
      else fillAbsent(input, { name, field, path: inner })
    }
    return input
  }
}

function listReader(field: ListSpec): FromJson {
  const read = jsonReader(field.item)
  const isSimple = field.item.kind !== 'object'
  return (value, path) => {
    const items = arrayOf(value, { itemName: field.itemName, isSimple })
    if (items === undefined) throw invalidArgument(path, '应为 JSON 数组')
    if (items.length > field.maxItems) {
      throw invalidArgument(path, `最多 ${field.maxItems} 项，收到 ${items.length} 项`)
    }
    if (items.length === 0 && field.minItems === 0) return undefined
    if (items.length < field.minItems) {
      throw invalidArgument(path, `至少 ${field.minItems} 项，收到 ${items.length} 项`)
    }
    return items.map((item, index) => {
      const value = read(item, `${path}[${index}]`)
      if (value === undefined) throw invalidArgument(`${path}[${index}]`, '不能为空')
      return value
    })
  }
}

// Besides a plain array: the wrapped form of answers, {"string":[…]}, which clients send back as they got it.
function arrayOf(
  value: JsonValue,
  rule: { itemName: string; isSimple: boolean },
): readonly JsonValue[] | undefined {
  if (Array.isArray(value)) return value
  if (value === null || value === '') return []
  if (rule.isSimple && typeof value === 'string') return splitCommas(value)
  if (rule.isSimple && value instanceof JsonNumber) return [value]
  if (!isJsonObject(value)) return undefined
  const keys = Object.keys(value)
  if (keys.length === 0) return []
  const inner = value[rule.itemName]
  return keys.length === 1 && Array.isArray(inner) ? inner : undefined
}

function isJsonObject(value: JsonValue): value is JsonObject {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber)
  )
}
