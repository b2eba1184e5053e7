import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requireOperator } from '../../src/admin/operator-auth.ts'
import { createOperator } from '../../src/domain/operators/index.ts'
import type { Browser } from '../accounts/browser.ts'
import { signedIn } from '../links-tool/use-tool.ts'
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

describe('by the cookie of a sign-in', () => {
  const path = '/admin/v1/members'
  const change = (browser: Browser, headers: Record<string, string> = {}) =>
    browser.post(`${path}/${server.demo.pid.split('_')[1]}/standing`, { standing: 'good' }, headers)
  const setMember = (of: { standing?: string; roles?: string[] }) =>
    server.db
      .updateTable('members')
      .set(of)
      .where('id', 'in', server.db.selectFrom('operators').select('member_id').where('name', '=', 'demo'))
      .execute()

  test('the operator who is that member reads and changes', async () => {
    const operator = await signedIn(server, 'operator')
    expect((await operator.get(path)).status).toBe(200)
    // The reason is missing: the call was let in.
    expect(await change(operator)).toMatchObject({ status: 400, body: { field: 'reason' } })
    expect((await operator.get('/sandbox/clock')).status).toBe(200)
  })

  test('a change carries the token against forged requests, and comes from here', async () => {
    const operator = await signedIn(server, 'operator')
    const forged = { status: 403, body: { error: expect.stringMatching(/^csrf: /) } }
    expect(await change(operator, { 'x-csrf-token': '' })).toMatchObject(forged)
    const other = await signedIn(server, 'publisher')
    expect(await change(operator, { 'x-csrf-token': other.csrf })).toMatchObject(forged)
    const foreign = { status: 403, body: { error: expect.stringMatching(/^origin: /) } }
    expect(await change(operator, { origin: 'https://evil.example' })).toMatchObject(foreign)
    expect((await change(operator, { 'content-type': 'text/plain' })).status).toBe(415)
  })

  test.each(['publisher', 'provider', 'merchant', 'leader'])('%s is no operator', async (login) => {
    const browser = await signedIn(server, login)
    const refused = { status: 403, body: { error: expect.stringMatching(/^cookie: /) } }
    expect(await browser.get(path)).toMatchObject(refused)
    expect(await change(browser)).toMatchObject(refused)
  })

  test('nobody without a sign-in, nor after its end', async () => {
    const operator = await signedIn(server, 'operator')
    expect((await operator.post('/account/v1/sign-out')).status).toBe(200)
    expect((await operator.get(path)).status).toBe(401)
    const { status } = await fetch(`${server.url}${path}`, { headers: { cookie: 'otbk_sign_in=x' } })
    expect(status).toBe(401)
  })

  test.each([
    ['suspended', { standing: 'suspended' }, { standing: 'good' }],
    ['without the role', { roles: ['publisher'] }, { roles: ['operator'] }],
  ])('not while %s, by the token neither', async (_, lost, given) => {
    const operator = await signedIn(server, 'operator')
    const byToken = () => ask({ headers: { authorization: `Bearer ${server.demo.operator.token}` } })
    await setMember(lost)
    expect((await operator.get(path)).status).toBe(403)
    expect((await byToken()).status).toBe(401)
    // An operator who is no member has only the token.
    expect((await ask({})).status).toBe(200)
    await setMember(given)
    expect((await operator.get(path)).status).toBe(200)
    expect((await byToken()).status).toBe(200)
  })

  test('an operator’s token wins over a cookie that comes along', async () => {
    const publisher = await signedIn(server, 'publisher')
    const headers = { authorization: `Bearer ${token}`, cookie: publisher.cookie }
    expect((await ask({ headers })).body).toEqual({ name: 'keeper' })
  })
})
