import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'

/** Enough of a PostgreSQL to say that it is version 14: lets everybody in and answers every query with that. */
export async function startOldPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const server: Server = createServer((socket) => {
    let isIn = false
    socket.on('error', () => {})
    socket.on('data', (bytes) => {
      if (!isIn) {
        isIn = true
        socket.write(Buffer.concat([message('R', int32(0)), message('Z', Buffer.from('I'))]))
      } else if (bytes[0] === 'Q'.charCodeAt(0)) socket.write(versionAnswer())
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `postgres://someone@127.0.0.1:${port}/old`,
    async stop() {
      server.close()
      await once(server, 'close')
    },
  }
}

function versionAnswer(): Buffer {
  const columns = [
    ['version', 23],
    ['text', 25],
  ] as const
  const described = columns.map(([name, type]) =>
    Buffer.concat([cstring(name), int32(0), int16(0), int32(type), int16(-1), int32(-1), int16(0)]),
  )
  const values = ['140012', '14.12'].map((text) => Buffer.concat([int32(text.length), Buffer.from(text)]))
  return Buffer.concat([
    message('T', Buffer.concat([int16(columns.length), ...described])),
    message('D', Buffer.concat([int16(values.length), ...values])),
    message('C', cstring('SELECT 1')),
    message('Z', Buffer.from('I')),
  ])
}

function message(type: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body])
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}

function cstring(text: string): Buffer {
  return Buffer.from(`${text}\0`)
}
