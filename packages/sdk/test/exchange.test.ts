import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createClient } from '../src/index.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A server on a socket of its own: what the runtime's real fetch makes of it is what counts here. */
async function serve(handle: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer((request, response) => {
    seen.count++
    request.resume().on('end', () => handle(request, response))
  })
  const seen = { count: 0 }
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    if (server.listening) await once(server.close(), 'close')
  }
  closing.push(close)
  return { gateway: `http://127.0.0.1:${port}/router/rest`, seen, close }
}

const clientAt = (gateway: string, timeoutMs = 5000) =>
  createClient({ gateway, appKey: '1', appSecret: 'x', timeoutMs })
const create = (gateway: string, timeoutMs?: number) =>
  clientAt(gateway, timeoutMs).tbk.tpwdCreate({ url: 'http://a.test/' })

test('a closed port is a refused connection, tried again also for a creating method', async () => {
  const { gateway, close } = await serve(() => {})
  await close()
  const startedAt = performance.now()
  await expect(create(gateway)).rejects.toMatchObject({
    name: 'TransportError',
    problem: 'refused',
    message: expect.stringContaining('ECONNREFUSED'),
  })
  // Two pauses of at least 100 and 200 ms.
  expect(performance.now() - startedAt).toBeGreaterThan(290)
})

test('a connection cut after the request may have done its work: one request, no more', async () => {
  const { gateway, seen } = await serve((_request, response) => response.destroy())
  await expect(create(gateway)).rejects.toMatchObject({ problem: 'network' })
  expect(seen.count).toBe(1)
  await expect(clientAt(gateway).time.get()).rejects.toMatchObject({ problem: 'network' })
  expect(seen.count).toBe(4)
})

test('a server that never answers, or stops in the middle, is given up in time', async () => {
  const silent = await serve(() => {})
  await expect(create(silent.gateway, 100)).rejects.toMatchObject({ problem: 'timeout' })
  const halting = await serve((_request, response) => response.write('{"data":'))
  await expect(create(halting.gateway, 100)).rejects.toMatchObject({ problem: 'timeout' })
  expect([silent.seen.count, halting.seen.count]).toEqual([1, 1])
})

test('a redirect is not followed: the call would lose its body', async () => {
  const { gateway, seen } = await serve((_request, response) =>
    response.writeHead(302, { location: '/elsewhere' }).end(),
  )
  await expect(create(gateway)).rejects.toMatchObject({ problem: 'status', status: 302 })
  expect(seen.count).toBe(1)
})
