import { encodeError, TopError, topError } from '@opentbk/top'
import { authenticate, authorize } from './authorize.ts'
import type { Call, RawRequest } from './call.ts'
import { readCall } from './call.ts'
import { readForm, textOf } from './form.ts'
import type { Gateway } from './gateway.ts'
import { type Answer, answerCall, findMethod } from './receive.ts'
import { newRequestId } from './request-id.ts'

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
  try {
    if (outer.problem) throw outer.problem
    const app = await authenticate(gateway.ctx, outer)
    const segments = readSegments(textOf(raw.body), between, outer)
    const answers = await Promise.all(
      segments.map((call) =>
        answerCall(gateway, call, async () => {
          const method = findMethod(gateway, call)
          return { method, caller: await authorize(gateway.ctx, method, { app, call }) }
        }),
      ),
    )
    return { text: answers.join(between), format: outer.format }
  } catch (error) {
    if (!(error instanceof TopError)) throw error
    return { text: encodeError({ ...outer.format, requestId: newRequestId() }, error), format: outer.format }
  }
}

function readSegments(body: string, separator: string, outer: Call): Call[] {
  const texts = body.split(separator)
  const shared = new Map<string, string>()
  for (const name of OUTER_NAMES) {
    const value = outer.params.get(name)
    if (value !== undefined) shared.set(name, value)
  }
  if (texts[0]?.startsWith(PUBLIC_SEGMENT)) {
    readForm((texts.shift() as string).slice(PUBLIC_SEGMENT.length).replaceAll('#', '&'), shared)
  }
  if (texts.length > MAX_SEGMENTS) {
    throw topError('parameter-error', {
      subCode: 'isv.invalid-parameter:body',
      subMsg: `一次批量调用最多${MAX_SEGMENTS}个请求，收到${texts.length}个`,
    })
  }
  return texts.map((text) => {
    const params = new Map(shared)
    // `N` is a segment without parameters of its own.
    if (text !== 'N') readForm(text, params)
    return { ...outer, params, signedBody: undefined, files: new Map(), bytesIn: text.length }
  })
}
