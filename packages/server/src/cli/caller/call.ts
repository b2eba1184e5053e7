import { formatGmt8, type SignMethod, sign } from '@opentbk/top'
import { nodeHashes } from '../../gateway/hashes.ts'
import { methods } from '../../methods/index.ts'
import { StartError } from '../../store/start-error.ts'
import { type AccessFlags, type GatewayAccess, readAccess, readPairs } from './gateway-access.ts'

const TIMEOUT_MS = 60_000

export type CallFlags = AccessFlags & {
  format: 'json' | 'xml'
  signMethod: SignMethod
  simplify?: boolean
  raw?: boolean
}

/** Sends one signed call and prints the answer; status 1 where it is an error. */
export async function callMethod(
  dataDir: string,
  asked: { method: string; params: readonly string[]; flags: CallFlags },
): Promise<number> {
  const { method, flags } = asked
  const needsSession = methods.get(method)?.session === 'required'
  const access = await readAccess(dataDir, flags, needsSession)
  const own = readPairs(asked.params)
  const text = await post(access.gateway, signed(access, { method, own, flags }))
  const pretty = flags.format === 'json' && !flags.raw ? indent(text) : text
  process.stdout.write(`${pretty}\n`)
  return /^\s*(\{\s*"error_response"|(<\?xml[^>]*>\s*)?<error_response>)/.test(text) ? 1 : 0
}

/** Own parameters come last: a common one may be tried with another value. */
function signed(
  access: GatewayAccess,
  call: { method: string; own: ReadonlyMap<string, string>; flags: CallFlags },
): URLSearchParams {
  const { flags } = call
  const params = new Map([
    ['method', call.method],
    ['app_key', access.key],
    ['timestamp', formatGmt8(new Date())],
    ['v', '2.0'],
    ['format', flags.format],
    ['sign_method', flags.signMethod],
    ...(flags.simplify ? [['simplify', 'true'] as const] : []),
    ...(access.session === undefined ? [] : [['session', access.session] as const]),
    ...call.own,
  ])
  const { secret } = access
  if (!params.has('sign'))
    params.set('sign', sign({ signMethod: flags.signMethod, secret, params }, nodeHashes))
  return new URLSearchParams([...params])
}

async function post(gateway: string, body: URLSearchParams): Promise<string> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const response = await fetch(gateway, { method: 'POST', body, signal, redirect: 'error' })
    const text = await response.text()
    if (response.status === 200) return text
    throw new StartError(`${gateway} answered HTTP ${response.status}: ${text.slice(0, 500)}`)
  } catch (error) {
    if (error instanceof StartError) throw error
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error
    throw new StartError(`${gateway} cannot be reached: ${reasonOf(reason)} / 无法连接网关`)
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}

/** The same JSON for people. Numbers keep their digits, however many: ids are longer than a double holds. */
function indent(text: string): string {
  try {
    const value: unknown = JSON.parse(text, (_key, member: unknown, context?: { source?: string }) =>
      typeof member === 'number' && context?.source !== undefined ? rawJson(context.source) : member,
    )
    return JSON.stringify(value, null, 2)
  } catch {
    throw new StartError(`the answer is no JSON: ${text.slice(0, 500)} / 返回的不是 JSON`)
  }
}

// Newer than the types of the language library.
const { rawJSON: rawJson } = JSON as typeof JSON & { rawJSON(text: string): unknown }
