import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { encodeError, topError } from '@opentbk/top'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { receiveBatch } from './batch.ts'
import type { RawRequest, ReplyFormat } from './call.ts'
import type { Gateway } from './gateway.ts'
import { type Answer, receive } from './receive.ts'
import { newRequestId } from './request-id.ts'

const MAX_BODY_BYTES = 1 << 20
const MAX_FILE_BODY_BYTES = 8 << 20
const GZIP_FROM_BYTES = 1024
const compress = promisify(gzip)

const contentTypes = { json: 'text/javascript;charset=UTF-8', xml: 'text/xml;charset=UTF-8' } as const

class BodyTooLarge extends Error {}

/** The TOP doors on HTTP. The status is always 200: several SDKs cannot read anything else. */
export async function gatewayRoutes(http: FastifyInstance, gateway: Gateway): Promise<void> {
  http.removeAllContentTypeParsers()
  // Bodies are read here, in every dialect and of every verb, so nothing upstream may refuse one.
  http.addContentTypeParser('*', (_request, _payload, done) => done(null))
  for (const url of ['/router/rest', '/top/router/rest']) {
    http.all(url, (request, reply) => answer(reply, request, (raw) => receive(gateway, raw)))
  }
  http.all('/router/batch', (request, reply) => {
    const separator = request.headers['top-api-separator']
    return answer(reply, request, (raw) =>
      receiveBatch(gateway, raw, Array.isArray(separator) ? separator[0] : separator),
    )
  })
  http.setErrorHandler((error, _request, reply) => {
    gateway.ctx.log.error({ err: error }, 'gateway request failed')
    return refuse(reply, 'service-unavailable', '服务暂时不可用')
  })
}

async function answer(
  reply: FastifyReply,
  request: FastifyRequest,
  handle: (raw: RawRequest) => Promise<Answer>,
): Promise<FastifyReply> {
  let body: Buffer
  try {
    body = await readBody(request)
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) throw error
    return refuse(reply, 'parameter-error', '请求体过大：表单不得超过1MiB，含文件不得超过8MiB')
  }
  const raw: RawRequest = {
    verb: request.method,
    target: request.raw.url ?? '',
    contentType: request.headers['content-type'] ?? '',
    body,
    ip: request.ip,
  }
  return send(reply, request, await handle(raw))
}

async function readBody(request: FastifyRequest): Promise<Buffer> {
  const limit = /^\s*multipart\//i.test(request.headers['content-type'] ?? '')
    ? MAX_FILE_BODY_BYTES
    : MAX_BODY_BYTES
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request.raw) {
    size += (chunk as Buffer).length
    // What is over the limit is read and let go, so that the client gets to read the answer.
    if (size <= limit) chunks.push(chunk as Buffer)
    if (size > 2 * MAX_FILE_BODY_BYTES) break
  }
  if (size > limit) throw new BodyTooLarge()
  return chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)
}

async function send(reply: FastifyReply, request: FastifyRequest, result: Answer): Promise<FastifyReply> {
  reply.header('content-type', contentTypes[result.format.format])
  // Only when asked: one official SDK cannot unpack.
  const wantsGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  if (wantsGzip && result.text.length >= GZIP_FROM_BYTES) {
    reply.header('content-encoding', 'gzip')
    return reply.send(await compress(result.text))
  }
  return reply.send(result.text)
}

function refuse(
  reply: FastifyReply,
  name: 'parameter-error' | 'service-unavailable',
  subMsg: string,
): FastifyReply {
  const format: ReplyFormat = { format: 'xml', simplify: false }
  const text = encodeError({ ...format, requestId: newRequestId() }, topError(name, { subMsg }))
  return reply.code(200).header('content-type', contentTypes.xml).send(text)
}
