import { type TopErrorName, topErrors } from '@opentbk/top'
import type { Failure } from '../gateway/failures.ts'

const MAX_DELAY_MS = 30_000
const MAX_COUNT = 1_000_000
const MAX_TEXT = 200
const MEMBERS = ['method', 'code', 'sub_code', 'sub_msg', 'rate', 'delay_ms', 'count']

const messages = new Map<number, string>(
  (Object.keys(topErrors) as TopErrorName[]).map((name) => [topErrors[name].code, topErrors[name].msg]),
)

/** A body that asks for no failure we know; the message names the member. */
export class BadFailure extends Error {}

/** The failure that a body asks for. Members that are not known are refused: a slip would go unnoticed. */
export function readFailure(body: unknown, methodNames: ReadonlySet<string>): Failure {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new BadFailure('body: a JSON object expected')
  }
  const given = body as Record<string, unknown>
  const unknown = Object.keys(given).find((name) => !MEMBERS.includes(name))
  if (unknown !== undefined)
    throw new BadFailure(`${unknown.slice(0, MAX_TEXT)}: one of ${MEMBERS.join(', ')}`)
  const failure: Failure = {
    method: readMethod(given.method, methodNames),
    error: readError(given),
    rate: readRate(given.rate),
    delayMs: readWhole(given, 'delay_ms', { from: 0, to: MAX_DELAY_MS }) ?? 0,
    count: readWhole(given, 'count', { from: 1, to: MAX_COUNT }),
  }
  if (!failure.error && failure.delayMs === 0) throw new BadFailure('code: or a delay_ms is needed')
  return failure
}

function readMethod(value: unknown, names: ReadonlySet<string>): string {
  if (typeof value === 'string' && (value === '*' || names.has(value))) return value
  throw new BadFailure('method: the wire name of a method of this server, or "*"')
}

function readError(given: Record<string, unknown>): Failure['error'] {
  const subCode = readText(given, 'sub_code')
  const subMsg = readText(given, 'sub_msg')
  if (given.code === undefined) {
    if (subCode === undefined && subMsg === undefined) return undefined
    throw new BadFailure('code: needed with sub_code and sub_msg; business errors are code 15')
  }
  const msg = typeof given.code === 'number' ? messages.get(given.code) : undefined
  if (msg === undefined) throw new BadFailure(`code: one of ${[...messages.keys()].join(', ')}`)
  return { code: given.code as number, msg, subCode, subMsg }
}

function readRate(value: unknown): number {
  if (value === undefined) return 1
  if (typeof value === 'number' && value > 0 && value <= 1) return value
  throw new BadFailure('rate: a number above 0, at most 1')
}

function readWhole(
  given: Record<string, unknown>,
  name: string,
  range: { from: number; to: number },
): number | undefined {
  const value = given[name]
  if (value === undefined) return undefined
  if (Number.isInteger(value) && (value as number) >= range.from && (value as number) <= range.to) {
    return value as number
  }
  throw new BadFailure(`${name}: a whole number from ${range.from} to ${range.to}`)
}

function readText(given: Record<string, unknown>, name: string): string | undefined {
  const value = given[name]
  if (value === undefined) return undefined
  if (typeof value === 'string' && value !== '' && value.length <= MAX_TEXT) return value
  throw new BadFailure(`${name}: a text of 1 to ${MAX_TEXT} characters`)
}
