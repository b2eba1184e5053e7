import { encodeError, encodeResponse, Refusal, refusalError, TopError, topError } from '@opentbk/top'
import { countCall } from '../domain/figures/index.ts'
import type { ServerMethod } from '../methods/define.ts'
import { authenticate, authorize, type Caller, callContext } from './authorize.ts'
import type { Call, RawRequest, ReplyFormat } from './call.ts'
import { readCall } from './call.ts'
import { checkSitePackage } from './check-site-package.ts'
import type { Gateway } from './gateway.ts'
import { newRequestId } from './request-id.ts'

/** An answer as UTF-8. */
export type Answer = { bytes: Buffer; format: ReplyFormat }

/** What the log needs to know of a call besides its answer. */
type Outcome = { code: number; subCode: string | undefined }

/** One call from the wire to the domain and back. */
export async function receive(gateway: Gateway, raw: RawRequest): Promise<Answer> {
  const call = readCall(raw)
  const bytes = await answerCall(gateway, call, async () => {
    const method = findMethod(gateway, call)
    const app = await authenticate(gateway.ctx, call)
    return { method, caller: await authorize(gateway.ctx, method, { app, call }) }
  })
  return { bytes, format: call.format }
}

/** The answer to a call that cannot be taken; it leaves its line like any other. */
export async function refuse(gateway: Gateway, raw: RawRequest, problem: TopError): Promise<Answer> {
  const call = readCall(raw)
  return { bytes: await answerCall(gateway, call, () => Promise.reject(problem)), format: call.format }
}

/**
 * Runs a call whose caller `admit` establishes, and encodes whatever comes of it. A batch admits its
 * segments differently; everything else is the same.
 */
export async function answerCall(
  gateway: Gateway,
  call: Call,
  admit: () => Promise<{ method: ServerMethod; caller: Caller }>,
): Promise<Buffer> {
  const startedAt = performance.now()
  const requestId = newRequestId()
  let method: ServerMethod | undefined
  let text: string
  let outcome: Outcome = { code: 0, subCode: undefined }
  try {
    if (call.problem) throw call.problem
    const admitted = await admit()
    method = admitted.method
    if (gateway.failures?.areStanding) await gateway.failures.meet(method.name)
    await gateway.quota.take(admitted.caller, method.name)
    if (method.permission !== 'none') countCall(gateway.ctx, admitted.caller.app.id, method.permission)
    const input = method.decode(call.params, call.files)
    const ctx = await callContext(gateway.ctx, method, { caller: admitted.caller, ip: call.ip })
    await checkSitePackage(ctx, method, input)
    const output = await method.handle(ctx, input)
    text = encodeResponse({ ...call.format, requestId }, method, output)
  } catch (error) {
    const wire = wireError(gateway, method, { error, requestId })
    outcome = wire
    text = encodeError({ ...call.format, requestId }, wire)
  }
  const bytes = Buffer.from(text)
  logCall(gateway, call, { startedAt, requestId, outcome, bytesOut: bytes.length })
  return bytes
}

export function findMethod(gateway: Gateway, call: Call): ServerMethod {
  const name = call.params.get('method')
  if (!name) throw topError('missing-method', { subMsg: 'http传入的参数加入method字段' })
  const method = gateway.catalogue.get(name)
  if (!method) throw topError('invalid-method', { subMsg: `不存在的方法名：${name}` })
  return method
}

function wireError(
  gateway: Gateway,
  method: ServerMethod | undefined,
  failed: { error: unknown; requestId: string },
): TopError {
  const { error, requestId } = failed
  if (error instanceof TopError) return error
  if (error instanceof Refusal) return refusalError(method ?? { refusals: {} }, error)
  gateway.ctx.log.error({ err: error, request_id: requestId, method: method?.name }, 'call failed')
  return refusalError(method ?? { refusals: {} }, new Refusal('server.error'))
}

function logCall(
  gateway: Gateway,
  call: Call,
  done: { startedAt: number; requestId: string; outcome: Outcome; bytesOut: number },
): void {
  const durationUs = Math.ceil((performance.now() - done.startedAt) * 1000)
  const method = outsideName(call.params.get('method'), 100)
  gateway.metrics.countCall({
    method: gateway.catalogue.has(method) ? method : 'unknown',
    code: done.outcome.code,
    durationUs,
  })
  gateway.callLog.add({
    at: gateway.ctx.clock.wall(),
    requestId: done.requestId,
    appKey: outsideName(call.params.get('app_key'), 32),
    method,
    code: done.outcome.code,
    subCode: done.outcome.subCode,
    durationUs,
    bytesIn: call.bytesIn,
    bytesOut: done.bytesOut,
  })
}

// Unknown names come from outside: kept short, so that nobody fills the log through them, and without the one
// character that the database cannot hold, which would cost a whole group of rows.
function outsideName(text: string | undefined, maxChars: number): string {
  if (text === undefined) return ''
  const short = text.length > maxChars ? text.slice(0, maxChars) : text
  return short.includes('\0') ? short.replaceAll('\0', '') : short
}
