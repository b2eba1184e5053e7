import { METHODS } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { encodeError, type TopError, topError } from '@opentbk/top'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { receiveBatch } from './batch.ts'
import type { RawRequest, ReplyFormat } from './call.ts'
import type { Gateway } from './gateway.ts'
import { type Answer, receive, refuse } from './receive.ts'
import { newRequestId } from './request-id.ts'

const MAX_BODY_BYTES = 1 << 20
const MAX_FILE_BODY_BYTES = 8 << 20
const GZIP_FROM_BYTES = 1024
const compress = promisify(gzip)

const contentTypeOf = { json: 'text/javascript;charset=UTF-8', xml: 'text/xml;charset=UTF-8' } as const

type Handle = (raw: RawRequest) => Promise<Answer>

/** The TOP doors on HTTP. The status is always 200: several SDKs cannot read anything else. */
export async function gatewayRoutes(http: FastifyInstance, gateway: Gateway): Promise<void> {
  http.removeAllContentTypeParsers()
  // Bodies are read here, in every dialect and of every verb, so nothing upstream may refuse one.
  http.addContentTypeParser('*', (_request, _payload, done) => done(null))
  const contentTypes = new WeakMap<FastifyRequest, string>()
  http.addHook('onRequest', (request, _reply, done) => {
    contentTypes.set(request, request.headers['content-type'] ?? '')
    // Upstream would refuse a type that is none; here it is a form like any other.
    request.raw.headers['content-type'] = 'application/octet-stream'
    done()
  })
  for (const verb of METHODS) {
    // Whatever verb comes, the gateway says itself that it does not take it.
    if (!http.supportedMethods.includes(verb)) http.addHttpMethod(verb, { hasBody: true })
  }
  const answer = async (reply: FastifyReply, request: FastifyRequest, handle: Handle) => {
    const raw = { ...requestOf(request), contentType: contentTypes.get(request) ?? '' }
    const body = await readBody(request, raw.contentType)
    // What is left of a body that nobody reads would hold the connection for ever.
    if (!body) reply.header('connection', 'close')
    const result = await (body ? handle({ ...raw, body }) : refuse(gateway, raw, bodyTooLarge()))
    return send(reply, request, result)
  }
  for (const url of ['/router/rest', '/top/router/rest']) {
    http.all(url, (request, reply) => answer(reply, request, (raw) => receive(gateway, raw)))
  }
  http.all('/router/batch', (request, reply) => {
    const separator = request.headers['top-api-separator']
    return answer(reply, request, (raw) =>
      receiveBatch(gateway, raw, Array.isArray(separator) ? separator[0] : separator),
    )
  })
  http.setErrorHandler((error, request, reply) => {
    // A client that went away in the middle is no failure of ours, and anybody can do it all day.
    const level = request.raw.complete ? 'error' : 'debug'
    gateway.ctx.log[level]({ err: error }, 'gateway request failed')
    const problem = topError('service-unavailable', { subMsg: '服务暂时不可用' })
    const format: ReplyFormat = { format: 'xml', simplify: false }
    const text = encodeError({ ...format, requestId: newRequestId() }, problem)
    return reply.code(200).header('content-type', contentTypeOf.xml).send(text)
  })
}

function requestOf(request: FastifyRequest): RawRequest {
  return {
    verb: request.method,
    target: request.raw.url ?? '',
    contentType: '',
    body: Buffer.alloc(0),
    ip: request.ip,
  }
}

function bodyTooLarge(): TopError {
  return topError('parameter-error', {
    subCode: 'isv.invalid-parameter:body',
    subMsg: '请求体过大：表单不得超过1MiB，含文件不得超过8MiB',
  })
}

/** Undefined when it is too large. Listens itself: iterating over a stream costs more than all else of a small call. */
function readBody(request: FastifyRequest, contentType: string): Promise<Buffer | undefined> {
  const limit = /^\s*multipart\//i.test(contentType) ? MAX_FILE_BODY_BYTES : MAX_BODY_BYTES
  const { raw } = request
  const { promise, resolve, reject } = Promise.withResolvers<Buffer | undefined>()
  const chunks: Buffer[] = []
  let size = 0
  raw.on('data', (chunk: Buffer) => {
    size += chunk.length
    // What is over the limit is read and let go, so that the client gets to read the answer.
    if (size <= limit) chunks.push(chunk)
    if (size <= 2 * MAX_FILE_BODY_BYTES) return
    raw.destroy()
    resolve(undefined)
  })
  raw.on('end', () => {
    if (size > limit) resolve(undefined)
    else resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks))
  })
  raw.on('error', reject)
  // A client that goes away in the middle of its body ends it without an end.
  raw.on('close', () => {
    if (!raw.complete) reject(new Error('the request was cut off'))
  })
  return promise
}

async function send(reply: FastifyReply, request: FastifyRequest, result: Answer): Promise<FastifyReply> {
  reply.header('content-type', contentTypeOf[result.format.format])
  // Only when asked: one official SDK cannot unpack.
  const wantsGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(
    request.headers['accept-encoding'] ?? '',
  )
  if (wantsGzip && result.text.length >= GZIP_FROM_BYTES) {
    reply.header('content-encoding', 'gzip')
    return reply.send(await compress(result.text))
  }
  return reply.send(result.text)
}
