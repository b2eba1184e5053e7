import { topError } from '@opentbk/top'
import type { App } from '../domain/publishers/index.ts'
import { authenticate, authorize } from './authorize.ts'
import type { Call, RawRequest } from './call.ts'
import { invalidEncoding, readCall } from './call.ts'
import { NotUtf8, readForm, textOf } from './form.ts'
import type { Gateway } from './gateway.ts'
import { type Answer, answerCall, findMethod } from './receive.ts'

const DEFAULT_SEPARATOR = '\r\n-S-\r\n'
const MAX_SEGMENTS = 20
const PUBLIC_SEGMENT = '#PUBLIC#'
/** What a segment inherits from the outer call; its own app key or signature would mean nothing. */
const OUTER_NAMES = [
  'app_key',
  'v',
  'timestamp',
  'format',
  'sign_method',
  'simplify',
  'session',
  'partner_id',
  'target_app_key',
]

/**
 * Many calls in one: the outer query is signed together with the raw body, each segment is a call of its
 * own with its own answer, in the same order, joined by the same separator. When the outer checks fail,
 * a single error is the whole answer.
 */
export async function receiveBatch(
  gateway: Gateway,
  raw: RawRequest,
  separator: string | undefined,
): Promise<Answer> {
  // A batch is always a signed raw body, whatever content type the client gave it.
  const outer = readCall({ ...raw, contentType: 'text/plain' })
  const between = separator || DEFAULT_SEPARATOR
  let batch: { app: App; segments: Call[] }
  try {
    batch = await openBatch(gateway, outer, between)
  } catch (error) {
    return { bytes: await answerCall(gateway, outer, () => Promise.reject(error)), format: outer.format }
  }
  const { app, segments } = batch
  const answers = await Promise.all(
    segments.map((call) =>
      answerCall(gateway, call, async () => {
        const method = findMethod(gateway, call)
        return { method, caller: await authorize(gateway.ctx, method, { app, call }) }
      }),
    ),
  )
  const gap = Buffer.from(between)
  const parts = answers.flatMap((answer, index) => (index === 0 ? [answer] : [gap, answer]))
  return { bytes: Buffer.concat(parts), format: outer.format }
}

async function openBatch(
  gateway: Gateway,
  outer: Call,
  separator: string,
): Promise<{ app: App; segments: Call[] }> {
  if (outer.problem) throw outer.problem
  const body = reading(() => textOf(outer.signedBody ?? Buffer.alloc(0)))
  const app = await authenticate(gateway.ctx, outer)
  return { app, segments: readSegments(body, separator, outer) }
}

function readSegments(body: string, separator: string, outer: Call): Call[] {
  const texts = body.split(separator)
  const shared = new Map<string, string>()
  for (const name of OUTER_NAMES) {
    const value = outer.params.get(name)
    if (value !== undefined) shared.set(name, value)
  }
  if (texts[0]?.startsWith(PUBLIC_SEGMENT)) {
    const text = (texts.shift() as string).slice(PUBLIC_SEGMENT.length)
    reading(() => readPairs(text, shared))
  }
  if (texts.length > MAX_SEGMENTS) {
    throw topError('parameter-error', {
      subCode: 'isv.invalid-parameter:body',
      subMsg: `一次批量调用最多${MAX_SEGMENTS}个请求，收到${texts.length}个`,
    })
  }
  return texts.map((text) => readSegment(text, shared, outer))
}

function readSegment(text: string, shared: ReadonlyMap<string, string>, outer: Call): Call {
  const params = new Map(shared)
  const bytesIn = Buffer.byteLength(text)
  const call = { ...outer, params, signedBody: undefined, files: new Map(), bytesIn }
  // `N` is a segment without parameters of its own.
  if (text === 'N') return call
  try {
    readPairs(text, params)
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error
    return { ...call, problem: invalidEncoding() }
  }
  return call
}

// Some clients write values as they are: a percent sign that escapes nothing stands for itself.
function readPairs(text: string, into: Map<string, string>): void {
  readForm(text.replace(/%(?![0-9a-f]{2})/gi, '%25'), into)
}

function reading<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof NotUtf8 ? invalidEncoding() : error
  }
}
