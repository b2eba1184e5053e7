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
  http.addHook('onRequest', async (_request, reply) => {
    underWay++
    reply.raw.once('close', () => {
      underWay--
      endAll()
    })
  })
  http.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close')
  })
  http.addHook('preClose', async () => {
    isClosing = true
    endAll()
  })
}
