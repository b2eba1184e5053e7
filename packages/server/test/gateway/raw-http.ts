import { connect } from 'node:net'

const IDLE_MS = 5000
const END_OF_HEAD = '\r\n\r\n'

/** What came back on a socket: an HTTP answer, or nothing before the server closed. */
export type RawAnswer = { status: number; headers: Map<string, string>; body: Buffer }

/**
 * Writes bytes to a server as they are and reads one HTTP answer. Undefined when the connection was closed
 * without an answer; throws when it hangs. With `endAfterMs`, a request that was not answered by then is
 * ended: a server that waits for the rest of it learns that there is none.
 */
export function exchange(
  url: string,
  request: Buffer,
  options: { endAfterMs?: number } = {},
): Promise<RawAnswer | undefined> {
  const { hostname, port } = new URL(url)
  const isHead = request.toString('latin1', 0, 5) === 'HEAD '
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) })
    let received = Buffer.alloc(0)
    const ending = options.endAfterMs ? setTimeout(() => socket.end(), options.endAfterMs) : undefined
    const finish = (answer: RawAnswer | undefined) => {
      clearTimeout(ending)
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(IDLE_MS, () => {
      clearTimeout(ending)
      socket.destroy()
      reject(new Error(`no answer to ${JSON.stringify(request.toString('latin1').slice(0, 500))}`))
    })
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk])
      const answer = readAnswer(received, { isHead, isClosed: false })
      if (answer) finish(answer)
    })
    // A reset counts as a close: what came before it is what there is.
    socket.on('error', () => finish(readAnswer(received, { isHead, isClosed: true })))
    socket.on('close', () => finish(readAnswer(received, { isHead, isClosed: true })))
    // Left open, as clients leave it: Node drops a call whose sender has closed its side.
    socket.write(request)
  })
}

type Reading = { isHead: boolean; isClosed: boolean }

function readAnswer(received: Buffer, reading: Reading): RawAnswer | undefined {
  const headEnd = received.indexOf(END_OF_HEAD)
  if (headEnd < 0) return undefined
  const [statusLine = '', ...lines] = received.toString('latin1', 0, headEnd).split('\r\n')
  const status = Number(statusLine.split(' ')[1])
  const body = received.subarray(headEnd + END_OF_HEAD.length)
  if (status === 100) return readAnswer(body, reading)
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
    }),
  )
  const length = reading.isHead ? '0' : headers.get('content-length')
  if (length === undefined) return reading.isClosed ? { status, headers, body } : undefined
  return body.length < Number(length)
    ? undefined
    : { status, headers, body: body.subarray(0, Number(length)) }
}

export type RawRequest = {
  verb?: string
  target: string
  headers?: Record<string, string>
  body?: Buffer | string
  /** Send the body in chunks, small ones. */
  chunked?: boolean
}

/** The bytes of an HTTP/1.1 request, with no header but those given and the length of the body. */
export function requestBytes(request: RawRequest): Buffer {
  const given = Buffer.from((request.body ?? '') as string)
  const body = request.chunked ? inChunks(given) : given
  const headers = {
    Host: 'gw.api.taobao.com',
    ...request.headers,
    ...(request.chunked ? { 'Transfer-Encoding': 'chunked' } : {}),
    ...(!request.chunked && body.length > 0 ? { 'Content-Length': String(body.length) } : {}),
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const head = `${request.verb ?? 'POST'} ${request.target} HTTP/1.1\r\n${lines.join('')}\r\n`
  return Buffer.concat([Buffer.from(head), body])
}

function inChunks(body: Buffer): Buffer {
  const chunks: Buffer[] = []
  const size = Math.max(7, body.length >> 10)
  for (let at = 0; at < body.length; at += size) {
    const chunk = body.subarray(at, at + size)
    chunks.push(Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n'))
  }
  return Buffer.concat([...chunks, Buffer.from('0\r\n\r\n')])
}
