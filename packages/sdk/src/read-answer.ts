import { JsonError, JsonNumber, type JsonValue, parseJson } from '@opentbk/top/client'
import type { Contract, Shape, Shapes } from './contract.ts'
import { type ErrorAnswer, TopApiError, TransportError } from './errors.ts'

type JsonMembers = Extract<JsonValue, { readonly [key: string]: JsonValue }>
type Members = { readonly [key: string]: JsonValue }

/**
 * The answer to a call as plain data: without the root, lists as arrays whether they came wrapped or plain, ids as
 * text by every digit, other numbers as numbers, null members left out. Members that the contract lacks are kept.
 * Throws TopApiError for an error answer, TransportError (`answer`) for a text that is none.
 */
export function readAnswer(
  contract: Pick<Contract, 'name' | 'response'>,
  body: string,
): Record<string, unknown> {
  if (/^\s*</.test(body)) throw xmlError(contract.name, body)
  const root = rootOf(contract.name, parse(body))
  const error = errorOf(root)
  if (error !== undefined) throw new TopApiError(contract.name, error)
  return readMembers(contract.response, root)
}

function parse(body: string): JsonValue {
  try {
    return parseJson(body.trim())
  } catch (error) {
    if (!(error instanceof JsonError)) throw error
    throw new TransportError('answer', `the answer is no JSON: ${body.slice(0, 80)}`, { cause: error })
  }
}

// Simplified answers have no root; the member of an error is called error_response in both forms.
function rootOf(method: string, answer: JsonValue): Members {
  if (!isMembers(answer)) throw new TransportError('answer', `the answer to ${method} is no object`)
  const [name, ...more] = Object.keys(answer)
  const inner = name === undefined ? undefined : answer[name]
  return name?.endsWith('_response') && more.length === 0 && isMembers(inner) ? inner : answer
}

// As other clients read it: a code but 0, or a sub_code, directly under the root is an error.
function errorOf(root: Members): ErrorAnswer | undefined {
  const code = leafOf(root.code)
  const subCode = leafOf(root.sub_code)
  if ((code === undefined || code === '0') && subCode === undefined) return undefined
  return {
    code: Number(code ?? 15),
    msg: leafOf(root.msg) ?? '',
    subCode,
    subMsg: leafOf(root.sub_msg),
    requestId: leafOf(root.request_id),
  }
}

function leafOf(value: JsonValue | undefined): string | undefined {
  if (value instanceof JsonNumber) return value.text
  return typeof value === 'string' && value !== '' ? value : undefined
}

// Where a gateway cannot read the request as far as its `format`, it answers in XML.
function xmlError(method: string, body: string): Error {
  const inside = (name: string) => {
    const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(body)?.[1]
    return found === undefined || found === '' ? undefined : unescapeXml(found)
  }
  const code = inside('code')
  if (!body.includes('<error_response>') || code === undefined || !/^\d{1,6}$/.test(code)) {
    return new TransportError('answer', `the answer is no JSON: ${body.trim().slice(0, 80)}`)
  }
  return new TopApiError(method, {
    code: Number(code),
    msg: inside('msg') ?? '',
    subCode: inside('sub_code'),
    subMsg: inside('sub_msg'),
    requestId: inside('request_id'),
  })
}

function unescapeXml(text: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => entities[name] ?? '')
}

function readMembers(shapes: Shapes, value: Members): Record<string, unknown> {
  const members = Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
    if (member === null) return []
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined
    return [[name, readValue(shape, member)]]
  })
  // Unlike assignment, this makes even __proto__ a member like any other.
  return Object.fromEntries(members)
}

function readValue(shape: Shape | undefined, value: JsonValue): unknown {
  if (shape?.kind === 'list') return readList(shape.item, value)
  if (isMembers(value)) return readMembers(shape?.fields ?? {}, value)
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => readValue(shape, item))
  return readLeaf(shape, value)
}

function readList(item: Shape | undefined, value: JsonValue): unknown[] {
  const items = Array.isArray(value) ? (value as readonly JsonValue[]) : unwrap(value)
  return items.filter((each) => each !== null).map((each) => readValue(item, each))
}

// Whatever the wrapper's one member is called: gateways differ from their own documents there.
function unwrap(value: JsonValue): readonly JsonValue[] {
  if (value === '' || value === null) return []
  if (!isMembers(value)) return [value]
  const inner = Object.values(value)
  if (inner.length === 0) return []
  return inner.length === 1 && Array.isArray(inner[0]) ? (inner[0] as readonly JsonValue[]) : [value]
}

function readLeaf(shape: Shape | undefined, value: JsonValue): unknown {
  if (value instanceof JsonNumber)
    return shape === undefined ? exact(value.text) : readNumber(shape, value.text)
  if (typeof value !== 'string') return value
  if (shape?.kind === 'boolean' && (value === 'true' || value === 'false')) return value === 'true'
  return shape?.kind === 'number' && /^-?\d+(\.\d+)?$/.test(value) ? readNumber(shape, value) : value
}

function readNumber(shape: Shape, text: string): string | number {
  return shape.kind === 'number' && shape.isId !== true ? exact(text) : text
}

// A number that a double cannot hold stays text, rather than turn into another number.
function exact(text: string): string | number {
  const value = Number(text)
  return !Number.isInteger(value) || Number.isSafeInteger(value) ? value : text
}

function isMembers(value: JsonValue | undefined): value is JsonMembers {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber)
  )
}
