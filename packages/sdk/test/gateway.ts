import { formatGmt8, type SignMethod, verify } from '@opentbk/top'
import { portableHashes } from '@opentbk/top/client'
import { type ClientOptions, createClient, type Fetch } from '../src/index.ts'

type Answer = string | Error | { status: number; text: string } | 'never'

/** A gateway in place of `fetch`: answers in turn, and keeps what it was sent. */
export function fakeGateway(...answers: Answer[]): { fetch: Fetch; calls: Map<string, unknown>[] } {
  const calls: Map<string, unknown>[] = []
  const fetch: Fetch = async (_url, { body, signal }) => {
    calls.push(new Map<string, unknown>(body.entries()))
    const answer = answers[calls.length - 1]
    if (answer === undefined) throw new Error('more calls than answers')
    if (answer === 'never') return rejectWhenAborted(signal)
    if (answer instanceof Error) throw answer
    const { status, text } = typeof answer === 'string' ? { status: 200, text: answer } : answer
    return { status, text: async () => text }
  }
  return { fetch, calls }
}

export function clientOf(fetch: Fetch, more: Partial<ClientOptions> = {}) {
  const own = { gateway: 'http://gateway.test/router/rest', appKey: '12630101', appSecret: 'secret' }
  return createClient({ ...own, fetch, ...more })
}

/** The text parameters of a call, after its signature and time stamp were found right. */
export function checkedParams(call: Map<string, unknown> | undefined): Record<string, string> {
  if (call === undefined) throw new Error('there was no such call')
  const params = [...call].filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  const { sign = '', timestamp = '', sign_method, ...rest } = Object.fromEntries(params)
  const signed = { secret: 'secret', params, signMethod: sign_method as SignMethod, sign }
  if (!verify(signed, portableHashes)) throw new Error('the signature is wrong')
  const ageMs = Date.now() - Date.parse(`${timestamp.replace(' ', 'T')}+08:00`)
  if (Math.abs(ageMs) > 60_000) throw new Error(`${timestamp} is not ${formatGmt8(new Date())}`)
  return { ...rest, sign_method: sign_method ?? '' }
}

/** A failure as Node's fetch reports it. */
export function socketError(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(`connect ${code}`), { code }) })
}

export function errorAnswer(code: number, subCode?: string, subMsg?: string): string {
  const error = { code, msg: 'Some error', sub_code: subCode, sub_msg: subMsg, request_id: 'r1' }
  return JSON.stringify({ error_response: error })
}

function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
