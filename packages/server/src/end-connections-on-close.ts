import type { FastifyInstance } from 'fastify'

/**
 * When the server closes, requests under way are answered, and then every connection ends: else it would wait a
 * minute and more for clients that keep theirs open for a next request, or opened one without asking anything.
 */
export function endConnectionsOnClose(http: FastifyInstance): void {
  let underWay = 0
  let isClosing = false
  const endAll = () => {
    if (isClosing && underWay === 0) http.server.closeAllConnections()
  }
  // Hooks that call back: one that is async costs every request a promise and a turn of the queue.
  http.addHook('onRequest', (_request, reply, done) => {
    underWay++
    reply.raw.once('close', () => {
      underWay--
      endAll()
    })
    done()
  })
  http.addHook('onSend', (...[, reply, payload, done]) => {
    if (isClosing) reply.header('connection', 'close')
    done(null, payload)
  })
  http.addHook('preClose', async () => {
    isClosing = true
    endAll()
  })
}
