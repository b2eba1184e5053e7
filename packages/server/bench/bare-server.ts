import Fastify from 'fastify'
import type { RecordedAnswer } from './recorded-answer.ts'

// A Fastify that does nothing but answer: each case's request is read and gets the bytes that the server
// answered to one like it. Told what to answer by its parent, on the way in; tells its port on the way out.

const http = Fastify({ logger: false })
let answer: RecordedAnswer = { status: 404, headers: {}, body: '' }

http.removeAllContentTypeParsers()
http.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 8 << 20 }, (_request, body, done) =>
  done(null, body),
)
http.all('/*', (_request, reply) => {
  reply.code(answer.status).headers(answer.headers).send(answer.body)
})

process.on('message', (next: RecordedAnswer) => {
  answer = next
  process.send?.('ready')
})
process.on('disconnect', () => process.exit(0))

const address = await http.listen({ host: '127.0.0.1', port: 0 })
process.send?.(address)
