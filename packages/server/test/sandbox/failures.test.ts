import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Failure, Failures } from '../../src/gateway/failures.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { askAsOperator } from './operator.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
afterEach(async () => {
  await askAsOperator(server, '/sandbox/failures', { method: 'DELETE' })
})

const PATH = '/sandbox/failures'
const put = (body: unknown) => askAsOperator(server, PATH, { body })
const list = async () => (await askAsOperator(server, PATH)).body.failures
const time = () => server.call('taobao.time.get')

test('a method fails with the code that was asked for, others do not', async () => {
  const { status, body } = await put({ method: 'taobao.time.get', code: 7 })
  expect([status, body]).toEqual([
    201,
    { id: body.id, method: 'taobao.time.get', code: 7, rate: 1, delay_ms: 0, struck: 0 },
  ])
  expect((await time()).error_response).toMatchObject({ code: 7, msg: 'App Call Limited' })
  expect((await server.call('taobao.appip.get')).error_response).toBeUndefined()
  expect((await list())[0].struck).toBe(1)
})

test('a business error brings its own sub_code, and stops after its count', async () => {
  await put({ method: '*', code: 15, sub_code: 'isp.system-busy', sub_msg: '系统繁忙', count: 2 })
  const wire = { code: 15, msg: 'Remote service error', sub_code: 'isp.system-busy', sub_msg: '系统繁忙' }
  expect((await time()).error_response).toMatchObject(wire)
  expect((await server.call('taobao.appip.get')).error_response).toMatchObject(wire)
  expect((await time()).error_response).toBeUndefined()
  expect(await list()).toEqual([])
})

test('a count is exact under concurrency', async () => {
  await put({ method: 'taobao.time.get', code: 1, count: 7 })
  const answers = await Promise.all(Array.from({ length: 40 }, time))
  expect(answers.filter((answer) => answer.error_response?.code === 1)).toHaveLength(7)
})

test('a call can be made to wait, without failing', async () => {
  await put({ method: 'taobao.time.get', delay_ms: 300 })
  const startedAt = performance.now()
  expect((await time()).error_response).toBeUndefined()
  expect(performance.now() - startedAt).toBeGreaterThan(290)
})

test('who is not who they say meets no failure, only their own', async () => {
  await put({ method: '*', code: 10 })
  const answer = await server.call('taobao.time.get', {}, { override: { sign: 'A'.repeat(32) } })
  expect(answer.error_response.code).toBe(25)
})

test('one is taken away, or all', async () => {
  const { body: first } = await put({ method: 'taobao.time.get', code: 7 })
  await put({ method: 'taobao.appip.get', code: 8 })
  const remove = () => askAsOperator(server, `${PATH}/${first.id}`, { method: 'DELETE' })
  expect((await remove()).status).toBe(204)
  expect((await remove()).status).toBe(404)
  expect((await list()).map((failure: Failure) => failure.method)).toEqual(['taobao.appip.get'])
  expect((await askAsOperator(server, PATH, { method: 'DELETE' })).status).toBe(204)
  expect(await list()).toEqual([])
})

test('at most a hundred stand at once', async () => {
  for (let i = 0; i < 100; i++) expect((await put({ method: 'taobao.appip.get', code: 7 })).status).toBe(201)
  expect((await put({ method: 'taobao.appip.get', code: 7 })).status).toBe(409)
})

test.each([
  ['body', []],
  ['method', { code: 7 }],
  ['method', { method: 'taobao.tbk.no.such', code: 7 }],
  ['code', { method: '*' }],
  ['code', { method: '*', code: 99 }],
  ['code', { method: '*', code: '7' }],
  ['code', { method: '*', sub_code: 'isp.x', delay_ms: 1 }],
  ['rate', { method: '*', code: 7, rate: 0 }],
  ['rate', { method: '*', code: 7, rate: 1.1 }],
  ['delay_ms', { method: '*', delay_ms: 30_001 }],
  ['delay_ms', { method: '*', delay_ms: 0.5 }],
  ['count', { method: '*', code: 7, count: 0 }],
  ['sub_msg', { method: '*', code: 15, sub_msg: '' }],
  ['times', { method: '*', code: 7, times: 3 }],
])('a bad %s is refused by its name: %j', async (name, body) => {
  const { status, body: answer } = await put(body)
  expect([status, answer.error.split(':')[0]]).toEqual([400, name])
  expect(await list()).toEqual([])
})

test('only operators, with JSON, from this host', async () => {
  const body = { method: '*', code: 7 }
  const put = (headers: Record<string, string>) => askAsOperator(server, PATH, { body, headers })
  expect((await put({ authorization: '' })).status).toBe(401)
  expect((await put({ 'content-type': 'text/plain' })).status).toBe(415)
  expect((await put({ origin: 'https://evil.example' })).status).toBe(403)
  expect(await list()).toEqual([])
})

describe('the rate', () => {
  const failure: Failure = {
    ...{ method: 'm', rate: 0.25, delayMs: 0, count: undefined },
    error: { code: 7, msg: 'App Call Limited', subCode: undefined, subMsg: undefined },
  }

  test('strikes below it and not from it on', async () => {
    const draws = [0, 0.2499, 0.25, 0.9]
    const failures = new Failures(() => draws.shift() as number)
    failures.add(failure)
    const struck: boolean[] = []
    while (draws.length > 0) {
      struck.push(
        await failures.meet('m').then(
          () => false,
          () => true,
        ),
      )
    }
    expect(struck).toEqual([true, true, false, false])
  })

  test('a server that stops lets nobody wait', async () => {
    const failures = new Failures()
    failures.add({ ...failure, rate: 1, delayMs: 30_000, error: undefined })
    const waiting = failures.meet('m')
    failures.stop()
    await waiting
    await failures.meet('m')
  })
})
