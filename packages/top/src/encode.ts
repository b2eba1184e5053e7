import type { TopError } from './error.ts'
import type { Door, Field, Fields, LeafSpec, ObjectSpec } from './field.ts'
import { isOnDoor, isTextOn } from './field.ts'
import { formatYuan } from './money.ts'
import { quoteJson, xmlText } from './text.ts'
import { formatGmt8 } from './time.ts'

const lastingOutputs = new WeakSet<object>()

/**
 * Freezes a nested object of an output for good: where it is answered again, the text that it was written as is
 * used again. For what is made once and answered thousands of times.
 */
export function lasting<T extends object>(output: T): Readonly<T> {
  lastingOutputs.add(output)
  return Object.freeze(output)
}

/** How an answer is written. `simplify` counts in JSON only. */
export type Reply = {
  readonly format: 'json' | 'xml'
  readonly simplify: boolean
  readonly requestId: string
}

/** The members of the root, written without braces and without `request_id`. */
type WriteBody = (output: unknown) => string
/** Encoders of one contract, compiled once. */
export type Encoders = { readonly json: WriteBody; readonly simple: WriteBody; readonly xml: WriteBody }

/** What `encodeResponse` needs of a method. */
export type Encodable = { readonly name: string; readonly rootName: string; readonly encoders: Encoders }

type Style = 'json' | 'simple' | 'xml'
type Write = (value: unknown) => string
type Place = { readonly style: Style; readonly door: Door | null; readonly path: string }

const xmlHead = '<?xml version="1.0" encoding="utf-8" ?>'

/** The root member of a method's answer: `taobao.tbk.x.get` is `tbk_x_get_response`, other prefixes are kept. */
export function rootName(methodName: string): string {
  const bare = methodName.startsWith('taobao.') ? methodName.slice('taobao.'.length) : methodName
  return `${bare.replaceAll('.', '_')}_response`
}

/**
 * A handler's output as the wire's answer: JSON with wrapped lists, simplified JSON without the root, or XML.
 * Undefined and null members are left out, `request_id` comes last. Throws Error, naming the path, on a member
 * that the contract lacks or a value of another type: a fault of the handler, not of the caller.
 */
export function encodeResponse(reply: Reply, method: Encodable, output: unknown): string {
  const root = method.rootName
  if (reply.format === 'xml') {
    const id = `<request_id>${xmlText(reply.requestId)}</request_id>`
    return `${xmlHead}<${root}>${method.encoders.xml(output)}${id}</${root}>`
  }
  const id = `"request_id":${quoteJson(reply.requestId)}`
  const body = reply.simplify ? method.encoders.simple(output) : method.encoders.json(output)
  const inner = body === '' ? `{${id}}` : `{${body},${id}}`
  return reply.simplify ? inner : `{"${root}":${inner}}`
}

/** An error as the wire's answer; it keeps its `error_response` root when simplified too. */
export function encodeError(reply: Reply, error: TopError): string {
  const parts: [string, string | undefined][] = [
    ['msg', error.message],
    ['sub_code', error.subCode],
    ['sub_msg', error.subMsg],
    ['request_id', reply.requestId],
  ]
  if (reply.format === 'xml') {
    let inner = `<code>${error.code}</code>`
    for (const [name, text] of parts) if (text !== undefined) inner += `<${name}>${xmlText(text)}</${name}>`
    return `${xmlHead}<error_response>${inner}</error_response>`
  }
  let inner = `"code":${error.code}`
  for (const [name, text] of parts) if (text !== undefined) inner += `,"${name}":${quoteJson(text)}`
  return `{"error_response":{${inner}}}`
}

/** Compiles the encoders of a response; fields of the other door and unfilled fields are dropped silently. */
export function compileEncoders(fields: Fields, door: Door | null): Encoders {
  return {
    json: compileMembers(fields, { style: 'json', door, path: '' }),
    simple: compileMembers(fields, { style: 'simple', door, path: '' }),
    xml: compileMembers(fields, { style: 'xml', door, path: '' }),
  }
}

function compileMembers(fields: Fields, place: Place): Write {
  const known = new Set(Object.keys(fields))
  const kept = Object.entries(fields).filter(([, f]) => isOnDoor(f, place.door) && f.unfilled === undefined)
  const names = kept.map(([name]) => name)
  const isXml = place.style === 'xml'
  const writes = kept.map(([name, field]) => {
    const inner = { ...place, path: place.path === '' ? name : `${place.path}.${name}` }
    return isXml ? xmlElement(name, compileValue(field, inner)) : compileValue(field, inner)
  })
  const heads = names.map((name) => (isXml ? '' : `"${name}":`))
  const later = names.map((name) => (isXml ? '' : `,"${name}":`))
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw wrong(place.path, 'is no object')
    const record = value as Record<string, unknown>
    let out = ''
    for (let i = 0; i < names.length; i++) {
      const member = record[names[i] as string]
      if (member === undefined || member === null) continue
      out += (out === '' ? (heads[i] as string) : (later[i] as string)) + (writes[i] as Write)(member)
    }
    for (const key in record) if (!known.has(key)) throw wrong(place.path, `has no member ${key}`)
    return out
  }
}

function compileValue(field: Field, place: Place): Write {
  if (field.kind === 'object') return compileObject(field, place)
  if (field.kind === 'list') return compileList(field.item, { ...place, itemName: field.itemName })
  if (field.kind === 'file') throw wrong(place.path, 'a file cannot be answered')
  return compileLeaf(field as LeafSpec, place)
}

function compileObject(field: ObjectSpec, place: Place): Write {
  const members = compileMembers(field.fields, place)
  const write: Write = place.style === 'xml' ? members : (value) => `{${members(value)}}`
  const written = new WeakMap<object, string>()
  return (value) => {
    const known = written.get(value as object)
    if (known !== undefined) return known
    const text = write(value)
    if (lastingOutputs.has(value as object)) written.set(value as object, inOnePiece(text))
    return text
  }
}

// A text put together from parts is gathered anew at each use; what comes back from JSON is one piece.
function inOnePiece(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string
}

function compileList(item: Field, place: Place & { itemName: string }): Write {
  const { style, itemName } = place
  const inner = { ...place, path: `${place.path}[]` }
  const write = style === 'xml' ? xmlElement(itemName, compileValue(item, inner)) : compileValue(item, inner)
  const separator = style === 'xml' ? '' : ','
  const empty = style === 'json' ? '{}' : style === 'simple' ? '[]' : ''
  const open = style === 'json' ? `{"${itemName}":[` : style === 'simple' ? '[' : ''
  const close = style === 'json' ? ']}' : style === 'simple' ? ']' : ''
  return (value) => {
    if (!Array.isArray(value)) throw wrong(place.path, 'is no array')
    if (value.length === 0) return empty
    let out = open
    for (let i = 0; i < value.length; i++) out += i === 0 ? write(value[i]) : separator + write(value[i])
    return out + close
  }
}

function xmlElement(name: string, write: Write): Write {
  const open = `<${name}>`
  const close = `</${name}>`
  return (value) => open + write(value) + close
}

function compileLeaf(spec: LeafSpec, place: Place): Write {
  const text = leafText(spec, place.path)
  const isBare = spec.kind === 'boolean' || (spec.kind === 'number' && !isTextOn(spec, place.door))
  if (isBare) return text
  if (place.style === 'xml') return spec.kind === 'string' ? (value) => xmlText(text(value)) : text
  return spec.kind === 'string' ? (value) => quoteJson(text(value)) : (value) => `"${text(value)}"`
}

function leafText(spec: LeafSpec, path: string): Write {
  switch (spec.kind) {
    case 'string':
      return (value) => {
        if (typeof value !== 'string') throw wrong(path, 'is no string')
        return value
      }
    case 'number':
      return (value) => {
        if (typeof value === 'bigint' && BigInt.asIntN(64, value) === value) return value.toString()
        if (Number.isSafeInteger(value)) return String(value)
        throw wrong(path, 'is no 64-bit integer')
      }
    case 'boolean':
      return (value) => {
        if (typeof value !== 'boolean') throw wrong(path, 'is no boolean')
        return value ? 'true' : 'false'
      }
    case 'date':
      return (value) => {
        if (!(value instanceof Date)) throw wrong(path, 'is no Date')
        return formatGmt8(value)
      }
    case 'price':
      return (value) => {
        if (typeof value !== 'bigint') throw wrong(path, 'is no amount of fen')
        return formatYuan(value)
      }
  }
}

function wrong(path: string, problem: string): Error {
  return new Error(`response ${path === '' ? 'root' : path} ${problem}`)
}
