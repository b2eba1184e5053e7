import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { encodeError, type TopError, topError } from '@opentbk/top'
import type { Door } from '../http/front.ts'
import { type Body, readBody } from '../http/read-body.ts'
import { send } from '../http/send.ts'
import { receiveBatch } from './batch.ts'
import type { RawRequest } from './call.ts'
import type { Gateway } from './gateway.ts'
import { type Answer, receive, refuse } from './receive.ts'
import { newRequestId } from './request-id.ts'

const MAX_BODY_BYTES = 1 << 20
const MAX_FILE_BODY_BYTES = 8 << 20
const FORM_LIMITS = { bytes: MAX_BODY_BYTES, giveUpBytes: 2 * MAX_FILE_BODY_BYTES }
const FILE_LIMITS = { bytes: MAX_FILE_BODY_BYTES, giveUpBytes: 2 * MAX_FILE_BODY_BYTES }
const GZIP_FROM_BYTES = 1024
const compress = promisify(gzip)

const headOf = {
  json: ['content-type', 'text/javascript;charset=UTF-8'],
  xml: ['content-type', 'text/xml;charset=UTF-8'],
} as const

type Handle = (gateway: Gateway, raw: RawRequest, request: IncomingMessage) => Promise<Answer>
type Exchange = { request: IncomingMessage; response: ServerResponse }

const handles: ReadonlyMap<string, Handle> = new Map<string, Handle>([
  ['/router/rest', receive],
  ['/top/router/rest', receive],
  ['/router/batch', (gateway, raw, request) => receiveBatch(gateway, raw, separatorOf(request))],
])

/**
 * The TOP doors on HTTP, of every verb: bodies are read here in every dialect, so that nothing upstream may refuse
 * one. The status is always 200: several SDKs cannot read anything else.
 */
export function gatewayDoor(gateway: Gateway): Door {
  return (request, response, path) => {
    const handle = handles.get(path)
    if (!handle) return false
    const contentType = request.headers['content-type'] ?? ''
    const limits = isMultipart(contentType) ? FILE_LIMITS : FORM_LIMITS
    readBody(request, limits, (body) => {
      answer(gateway, { handle, contentType, body }, { request, response }).catch((error: unknown) =>
        sendFailure(gateway, { request, response }, error),
      )
    })
    return true
  }
}

async function answer(
  gateway: Gateway,
  asked: { handle: Handle; contentType: string; body: Body },
  { request, response }: Exchange,
): Promise<void> {
  const { body, contentType } = asked
  if ('failed' in body && body.failed === 'cut off') throw new Error('the request was cut off')
  const raw = {
    verb: request.method ?? '',
    target: request.url ?? '',
    contentType,
    body: 'bytes' in body ? body.bytes : Buffer.alloc(0),
    ip: request.socket.remoteAddress ?? '',
  }
  const result = await ('bytes' in body
    ? asked.handle(gateway, raw, request)
    : refuse(gateway, raw, bodyTooLarge()))
  // What is left of a body that nobody reads would hold the connection for ever.
  if (!('bytes' in body)) response.shouldKeepAlive = false
  const head = headOf[result.format.format]
  if (result.bytes.length >= GZIP_FROM_BYTES && wantsGzip(request)) {
    // The fastest level: lists are much alike, and what a higher one saves is less than the wait for it.
    const zipped = await compress(result.bytes, { level: 1 })
    send(response, { status: 200, head: [...head, 'content-encoding', 'gzip'], body: zipped })
  } else {
    send(response, { status: 200, head, body: result.bytes })
  }
}

function isMultipart(contentType: string): boolean {
  return /^\s*multipart\//i.test(contentType)
}

function separatorOf({ headers }: IncomingMessage): string | undefined {
  const separator = headers['top-api-separator']
  return Array.isArray(separator) ? separator[0] : separator
}

// Only when asked: one official SDK cannot unpack.
function wantsGzip({ headers }: IncomingMessage): boolean {
  const accepted = headers['accept-encoding']
  if (accepted === undefined) return false
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(String(accepted))
}

function bodyTooLarge(): TopError {
  return topError('parameter-error', {
    subCode: 'isv.invalid-parameter:body',
    subMsg: '请求体过大：表单不得超过1MiB，含文件不得超过8MiB',
  })
}

function sendFailure(gateway: Gateway, { request, response }: Exchange, error: unknown): void {
  // A client that went away in the middle is no failure of ours, and anybody can do it all day.
  gateway.ctx.log[request.complete ? 'error' : 'debug']({ err: error }, 'gateway request failed')
  const problem = topError('service-unavailable', { subMsg: '服务暂时不可用' })
  const text = encodeError({ format: 'xml', simplify: false, requestId: newRequestId() }, problem)
  send(response, { status: 200, head: headOf.xml, body: Buffer.from(text) })
}
