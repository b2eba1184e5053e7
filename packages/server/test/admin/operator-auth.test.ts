import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requireOperator } from '../../src/admin/operator-auth.ts'
import { createOperator } from '../../src/domain/operators/index.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'

let server: TestServer
let http: FastifyInstance
let token: string

beforeAll(async () => {
  server = await startTestServer()
  token = (await createOperator(server.ctx, { name: 'keeper' })) as string
  http = Fastify()
  http.all('/door', async (request) => ({ name: (await requireOperator(server.ctx, request)).name }))
})
afterAll(async () => {
  await http.close()
  await server.close()
})

async function ask(options: InjectOptions): Promise<{ status: number; body: Record<string, string> }> {
  const bearer = { authorization: `Bearer ${token}`, host: 'network.example' }
  const answer = await http.inject({
    url: '/door',
    ...options,
    headers: { ...bearer, ...(options.headers as Record<string, string>) },
  })
  return { status: answer.statusCode, body: answer.json() }
}

const post = (headers: Record<string, string>) => ask({ method: 'POST', payload: '{}', headers })
const json = { 'content-type': 'application/json' }

test('the token names its operator, also beside another one', async () => {
  expect(await ask({ method: 'GET' })).toEqual({ status: 200, body: { name: 'keeper' } })
  const headers = { authorization: `bearer ${server.demo.operator.token}` }
  expect((await ask({ method: 'GET', headers })).body).toEqual({ name: 'demo' })
})

test.each([
  ['nothing', ''],
  ['another scheme', 'Basic b3A6b3A='],
  ['no token', 'Bearer '],
  ['an unknown token', 'Bearer op_000000000000000000000000000000000000000000000000'],
  ['the start of a token', () => `Bearer ${token.slice(0, -1)}`],
  ['more than a token', () => `Bearer ${token} ${token}`],
  ['a very long one', `Bearer ${'x'.repeat(5000)}`],
])('401 for %s', async (_what, given) => {
  const authorization = typeof given === 'string' ? given : given()
  const { status, body } = await ask({ method: 'GET', headers: { authorization } })
  expect(status).toBe(401)
  expect(body.message).toMatch(/^authorization: /)
})

describe('a call that changes something', () => {
  test('is JSON', async () => {
    expect((await post(json)).status).toBe(200)
    expect((await post({ 'content-type': 'application/json; charset=utf-8' })).status).toBe(200)
    expect((await post({ 'content-type': 'text/plain' })).status).toBe(415)
    expect((await ask({ method: 'DELETE' })).status).toBe(200)
  })

  test('comes from this host, where a browser says from where', async () => {
    expect((await post({ ...json, origin: 'https://network.example' })).status).toBe(200)
    expect((await post({ ...json, origin: server.url })).status).toBe(200)
    for (const origin of ['https://evil.example', 'https://network.example.evil.example', 'null']) {
      const { status, body } = await post({ ...json, origin })
      expect([status, body.message]).toEqual([403, `origin: ${origin} is not this server`])
    }
    const headers = { origin: 'https://evil.example' }
    expect((await ask({ method: 'DELETE', headers })).status).toBe(403)
  })
})
