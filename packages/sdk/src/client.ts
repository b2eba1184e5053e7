import {
  type EncodedRequest,
  encodeRequest,
  formatGmt8,
  portableHashes,
  type SignMethod,
  sign,
} from '@opentbk/top/client'
import type { Contract } from './contract.ts'
import { exchange, type Fetch } from './exchange.ts'
import { type MethodGroups, methodGroups } from './methods.generated.ts'
import { readAnswer } from './read-answer.ts'
import { pause, retryPauseMs } from './retry.ts'

export interface ClientOptions {
  /** The whole address, for example `http://127.0.0.1:8080/router/rest`. */
  readonly gateway: string
  readonly appKey: string
  readonly appSecret: string
  /** The access token of a publisher; goes along with methods that take one. */
  readonly session?: string | undefined
  /** `hmac-sha256` when left out. */
  readonly signMethod?: SignMethod | undefined
  /** How long one attempt may take, in milliseconds; 15,000 when left out. */
  readonly timeoutMs?: number | undefined
  /** How often a call may go out again where that is safe; 2 when left out. */
  readonly retries?: number | undefined
  /** Asks for plain lists; true when left out. Answers of both forms are understood either way. */
  readonly simplify?: boolean | undefined
  /** Instead of the runtime's own `fetch`. */
  readonly fetch?: Fetch | undefined
}

/** What one call may say for itself. */
export interface CallOptions {
  /** Sent whatever the method; instead of the client's session. */
  readonly session?: string | undefined
  readonly timeoutMs?: number | undefined
  readonly retries?: number | undefined
  /** Gives the call up; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

/** Runs a call of a contract; what the generated methods are made of. */
export type Invoke = (contract: Contract, input: object, options?: CallOptions) => Promise<unknown>

export interface Client extends MethodGroups {
  /**
   * Calls a method by its wire name, also one that this package does not know: parameters by their JavaScript
   * types, the answer without its root. `repeatable` says that the method may run twice.
   */
  call(
    method: string,
    params?: Readonly<Record<string, unknown>>,
    options?: CallOptions & { readonly repeatable?: boolean },
  ): Promise<Record<string, unknown>>
}

/**
 * A client of one app at one gateway. Every method rejects with TopApiError for an error answer, TransportError when
 * there was no answer, TypeError for a value that no parameter can carry. Keep the secret out of web pages.
 */
export function createClient(options: ClientOptions): Client {
  const url = new URL(options.gateway).href
  const invoke = (contract: Contract, input: object, call: CallOptions = {}) =>
    run({ options, url, contract, call }, input as Readonly<Record<string, unknown>>)
  return {
    ...methodGroups(invoke),
    call: (name, params = {}, { repeatable = false, ...call } = {}) =>
      invoke({ name, takesSession: true, repeatable, request: {}, response: {} }, params, call),
  }
}

interface Running {
  readonly options: ClientOptions
  readonly url: string
  readonly contract: Contract
  readonly call: CallOptions
}

async function run(
  running: Running,
  input: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const { options, url, contract, call } = running
  const { signal } = call
  const request = encodeRequest(contract.request, input)
  const retries = call.retries ?? options.retries ?? 2
  const timeoutMs = call.timeoutMs ?? options.timeoutMs ?? 15_000
  const fetch = options.fetch ?? globalThis.fetch
  for (let attempt = 0; ; attempt++) {
    try {
      // Signed anew each time: a time stamp is good for minutes only.
      const body = bodyOf(signed(running, request), request)
      return readAnswer(contract, await exchange(fetch, { url, body, timeoutMs, signal }))
    } catch (error) {
      const failed = { error, repeatable: contract.repeatable, attempt }
      const pauseMs = attempt < retries ? retryPauseMs(failed) : undefined
      if (pauseMs === undefined) throw error
      await pause(pauseMs, signal)
    }
  }
}

function signed(running: Running, { params: business, files }: EncodedRequest): Map<string, string> {
  const { options, contract, call } = running
  const signMethod = options.signMethod ?? 'hmac-sha256'
  const session = call.session ?? (contract.takesSession ? options.session : undefined)
  const params = new Map(files.size === 0 ? business : withFormBreaks(business))
  params.set('method', contract.name)
  params.set('app_key', options.appKey)
  params.set('timestamp', formatGmt8(new Date()))
  params.set('v', '2.0')
  params.set('format', 'json')
  params.set('sign_method', signMethod)
  if (options.simplify !== false) params.set('simplify', 'true')
  if (session !== undefined) params.set('session', session)
  return params.set('sign', sign({ signMethod, secret: options.appSecret, params }, portableHashes))
}

// A multipart form carries every line break as CR LF, so that is what has to be signed.
function withFormBreaks(params: ReadonlyMap<string, string>): [string, string][] {
  return [...params].map(([name, value]) => [name, value.replace(/\r\n|\r|\n/g, '\r\n')])
}

function bodyOf(params: ReadonlyMap<string, string>, { files }: EncodedRequest): URLSearchParams | FormData {
  if (files.size === 0) return new URLSearchParams([...params])
  const form = new FormData()
  for (const [name, value] of params) form.append(name, value)
  for (const [name, file] of files) {
    const type = file.contentType ?? 'application/octet-stream'
    form.append(name, new Blob([file.bytes.slice()], { type }), file.name)
  }
  return form
}
