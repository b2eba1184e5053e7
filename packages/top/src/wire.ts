import type { Field, Fields, LeafSpec, ListSpec } from './field.ts'
import { JsonNumber } from './json.ts'
import type { Method } from './method.ts'
import { parseYuan } from './money.ts'
import { parseGmt8 } from './time.ts'

/** What reading an answer needs of a method. */
export type Readable = Pick<Method<never>, 'rootName' | 'response'>

type Problems = string[]
type Place = { readonly path: string; readonly problems: Problems }

/**
 * Reads a JSON answer, plain or simplified, back into the output value that it was encoded from.
 * `json` comes from `JSON.parse` or, where ids exceed 2^53, from `parseJson`. Throws Error that lists every
 * difference from the contract.
 */
export function outputFromWire(method: Readable, json: unknown): Record<string, unknown> {
  const problems: Problems = []
  const output = readAnswer(method, json, problems)
  if (problems.length > 0) throw new Error(problems.join('; '))
  return output
}

/** Checks a JSON answer, plain or simplified, against the contract: a list of `path: problem`, empty if it fits. */
export function validateOutput(method: Readable, json: unknown): string[] {
  const problems: Problems = []
  const root = isRecord(json) && isRecord(json[method.rootName]) ? json[method.rootName] : json
  if (isRecord(root) && typeof root.request_id !== 'string') problems.push('request_id: missing')
  readAnswer(method, json, problems)
  return problems
}

function readAnswer(method: Readable, json: unknown, problems: Problems): Record<string, unknown> {
  const place = { path: '', problems }
  if (!isRecord(json)) return fail(place, 'the answer is no object') ?? {}
  if ('error_response' in json) return fail(place, 'the answer is an error') ?? {}
  const keys = Object.keys(json)
  if (keys.length === 1 && keys[0]?.endsWith('_response') && !(keys[0] in method.response)) {
    if (keys[0] !== method.rootName) fail(place, `the root is ${keys[0]}, not ${method.rootName}`)
    return readMembers(method.response, json[keys[0]], place)
  }
  return readMembers(method.response, json, place)
}

function readMembers(fields: Fields, value: unknown, place: Place): Record<string, unknown> {
  if (!isRecord(value)) return fail(place, 'is no object') ?? {}
  const output: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(value)) {
    if (place.path === '' && name === 'request_id') continue
    const inner = { ...place, path: place.path === '' ? name : `${place.path}.${name}` }
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (field === undefined) fail(inner, 'is not in the contract')
    else if (field.unfilled !== undefined) fail(inner, 'is marked as without data')
    else output[name] = readValue(field, member, inner)
  }
  return output
}

function readValue(field: Field, value: unknown, place: Place): unknown {
  if (value === null) return fail(place, 'is null')
  if (field.kind === 'object') return readMembers(field.fields, value, place)
  if (field.kind === 'list') return readList(field, value, place)
  if (field.kind === 'file') return fail(place, 'a file cannot be answered')
  return readLeaf(field as LeafSpec, value, place)
}

function readList(field: ListSpec, value: unknown, place: Place): unknown {
  const items = Array.isArray(value) ? value : unwrap(field, value)
  if (items === undefined) return fail(place, `is no list of ${field.itemName}`)
  return items.map((item, index) =>
    readValue(field.item, item, { ...place, path: `${place.path}[${index}]` }),
  )
}

function unwrap(field: ListSpec, value: unknown): readonly unknown[] | undefined {
  if (!isRecord(value)) return undefined
  const keys = Object.keys(value)
  if (keys.length === 0) return []
  const inner = value[field.itemName]
  return keys.length === 1 && Array.isArray(inner) ? inner : undefined
}

function readLeaf(field: LeafSpec, value: unknown, place: Place): unknown {
  switch (field.kind) {
    case 'string':
      return typeof value === 'string' ? value : fail(place, 'is no string')
    case 'boolean':
      return typeof value === 'boolean' ? value : fail(place, 'is no boolean')
    case 'number':
      return integerOf(value) ?? fail(place, 'is no 64-bit integer')
    case 'date':
      return (typeof value === 'string' ? parseGmt8(value) : undefined) ?? fail(place, 'is no GMT+8 time')
    case 'price':
      return (
        (typeof value === 'string' ? parseYuan(value, { signed: true }) : undefined) ??
        fail(place, 'is no price')
      )
  }
}

function integerOf(value: unknown): number | bigint | undefined {
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value ? value : undefined
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined
  if (!(value instanceof JsonNumber) || !/^-?[0-9]{1,19}$/.test(value.text)) return undefined
  const exact = BigInt(value.text)
  if (BigInt.asIntN(64, exact) !== exact) return undefined
  return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact
}

function fail(place: Place, problem: string): undefined {
  place.problems.push(`${place.path === '' ? 'root' : place.path}: ${problem}`)
  return undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber)
  )
}
