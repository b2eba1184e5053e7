import type { IncomingMessage } from 'node:http'

export type Body = { bytes: Buffer } | { failed: 'too large' | 'cut off' }

type Limits = { bytes: number; giveUpBytes: number }

const NOTHING: Body = { bytes: Buffer.alloc(0) }

/** Reads a request's body and calls back, once. */
export function readBody(request: IncomingMessage, limits: Limits, done: (body: Body) => void): void {
  const { headers } = request
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) done(NOTHING)
  else process.nextTick(readArrived, request, limits, done)
}

// A small body arrives with its head, so it is all there in a moment, and listening to a stream is spared.
function readArrived(request: IncomingMessage, limits: Limits, done: (body: Body) => void): void {
  if (!request.complete) {
    listen(request, limits, done)
    return
  }
  const bytes: Buffer | null = request.read()
  if (bytes === null) done(NOTHING)
  else done(bytes.length > limits.bytes ? { failed: 'too large' } : { bytes })
}

// What is over the limit is read and let go, so that the client gets to read the answer.
function listen(request: IncomingMessage, limits: Limits, done: (body: Body) => void): void {
  if (request.destroyed) {
    done({ failed: 'cut off' })
    return
  }
  const chunks: Buffer[] = []
  let size = 0
  let isDone = false
  const end = (body: Body) => {
    if (isDone) return
    isDone = true
    done(body)
  }
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= limits.bytes) chunks.push(chunk)
    if (size <= limits.giveUpBytes) return
    end({ failed: 'too large' })
    request.destroy()
  })
  request.on('end', () =>
    end(size > limits.bytes ? { failed: 'too large' } : { bytes: Buffer.concat(chunks) }),
  )
  // A client that goes away in the middle of its body ends it without an end.
  request.on('close', () => end({ failed: 'cut off' }))
}
