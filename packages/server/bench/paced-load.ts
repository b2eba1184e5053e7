import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { BenchRequest } from './signed-request.ts'

type Paced = { perSecond: number; seconds: number; connections: number; next(): BenchRequest }

/**
 * Requests at a steady pace, whether or not the ones before were answered. A latency counts from the moment a
 * request was due, so one that had to wait for a free connection is not told shorter than it was.
 */
export async function runPaced(address: string, load: Paced): Promise<number[]> {
  const latencies: number[] = []
  const { hostname, port } = new URL(address)
  const lines = await Promise.all(
    Array.from({ length: load.connections }, () => Line.open({ hostname, port: Number(port) })),
  )
  const idle = [...lines]
  const due: number[] = []
  const sendDue = () => {
    while (due.length > 0 && idle.length > 0) {
      const dueAt = due.shift() as number
      const line = idle.pop() as Line
      line.send(load.next(), () => {
        latencies.push(performance.now() - dueAt)
        idle.push(line)
        sendDue()
      })
    }
  }
  const startedAt = performance.now()
  const total = Math.floor(load.perSecond * load.seconds)
  for (let sent = 0; sent < total; ) {
    const elapsedMs = performance.now() - startedAt
    for (; sent < total && (sent / load.perSecond) * 1000 <= elapsedMs; sent++) {
      due.push(startedAt + (sent / load.perSecond) * 1000)
    }
    sendDue()
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  while (latencies.length < total) await new Promise((resolve) => setTimeout(resolve, 5))
  for (const line of lines) line.close()
  return latencies
}

/** One connection that is kept, with one request at a time on it. */
class Line {
  readonly #socket: Socket
  #received = ''
  #answered: (() => void) | undefined

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.setEncoding('latin1')
    socket.on('data', (text: string) => this.#take(text))
  }

  static async open(to: { hostname: string; port: number }): Promise<Line> {
    const socket = connect(to.port, to.hostname)
    await once(socket, 'connect')
    return new Line(socket)
  }

  send({ method, path, headers, body }: BenchRequest, answered: () => void): void {
    this.#answered = answered
    let head = `${method} ${path} HTTP/1.1\r\nhost: bench\r\n`
    for (const [name, value] of Object.entries(headers)) head += `${name}: ${value}\r\n`
    if (method === 'POST') head += `content-length: ${Buffer.byteLength(body)}\r\n`
    this.#socket.write(`${head}\r\n${body}`)
  }

  close(): void {
    this.#socket.destroy()
  }

  #take(text: string): void {
    this.#received += text
    const headEnd = this.#received.indexOf('\r\n\r\n')
    if (headEnd < 0) return
    const head = this.#received.slice(0, headEnd)
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
    if (length === undefined || !/^HTTP\/1\.1 [23]/.test(head)) throw new Error(`unexpected answer: ${head}`)
    if (this.#received.length < headEnd + 4 + Number(length)) return
    this.#received = ''
    this.#answered?.()
  }
}
