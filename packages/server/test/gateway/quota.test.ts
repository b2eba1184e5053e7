import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'
import { addApp, addLimit, addSession, type Limit, type OwnApp } from './own-app.ts'
import { sendBatch } from './send-batch.ts'

const DAY_MS = 86_400_000
const GMT8_MS = 8 * 3_600_000
const CONCURRENT = 200
const METHOD = 'taobao.tbk.tbkinfo.get'
const SC_METHOD = 'taobao.tbk.sc.adzone.create'

let server: TestServer
let memberId: bigint

beforeAll(async () => {
  server = await startTestServer()
  memberId = BigInt(server.demo.pid.split('_')[1] as string)
})

afterAll(() => server.close())
// Neither a second nor a day must turn while a test counts within one.
beforeEach(() => {
  const now = new Date()
  vi.spyOn(server.ctx.clock, 'wall').mockReturnValue(now)
  vi.spyOn(server.ctx.clock, 'now').mockReturnValue(now)
})
afterEach(() => void vi.restoreAllMocks())

async function limitedApp(...limits: Limit[]): Promise<OwnApp> {
  const app = await addApp(server.ctx, { memberId, packages: ['publisher'] })
  for (const limit of limits) await addLimit(server.ctx, app.id, limit)
  return app
}

/** The error of a call, undefined when it was answered. */
async function errorOf(app: OwnApp, method = METHOD, session?: string): Promise<Wire> {
  const params = method === SC_METHOD ? { site_id: '1', adzone_name: 'x' } : { pid: server.demo.pid }
  const answer = await server.call(method, params, { app, ...(session ? { session } : {}) })
  const error = answer.error_response
  // The adzone is somebody else's on purpose: the call got as far as its method.
  return error?.code === 15 ? undefined : error
}

async function passed(count: number, call: () => Promise<Wire>): Promise<number> {
  const errors = await Promise.all(Array.from({ length: count }, call))
  const refused = errors.filter((error) => error !== undefined)
  expect(refused.every((error) => error.code === 7)).toBe(true)
  return count - refused.length
}

const kinds: [string, Limit, string][] = [
  ['app', { scope: 'app' }, 'accesscontrol.limited-by-app-access-count'],
  [
    'app and method',
    { scope: 'app_method', method: SC_METHOD },
    'accesscontrol.limited-by-app-api-access-count',
  ],
  ['session', { scope: 'session' }, 'accesscontrol.limited-by-dynamic-access-count'],
]

describe.each(kinds)('%s', (_name, scope, subCode) => {
  test.each([['perSecond'], ['perDay']] as const)('%s: exactly N of 200 at once', async (limit) => {
    const app = await limitedApp({ ...scope, [limit]: 37 })
    const session = await addSession(server.ctx, app.id, { memberId })
    expect(await passed(CONCURRENT, () => errorOf(app, SC_METHOD, session))).toBe(37)
    expect(await errorOf(app, SC_METHOD, session)).toMatchObject({
      code: 7,
      msg: 'App Call Limited',
      sub_code: subCode,
    })
  })
})

test('a frequency: banned for one second, and free in the next', async () => {
  const app = await limitedApp({ scope: 'app', perSecond: 1 })
  expect(await errorOf(app)).toBeUndefined()
  expect((await errorOf(app)).sub_msg).toBe('This ban will last for 1 more seconds')
  const next = new Date(server.ctx.clock.wall().getTime() + 1000)
  vi.spyOn(server.ctx.clock, 'wall').mockReturnValue(next)
  expect(await errorOf(app)).toBeUndefined()
})

test('a daily limit: banned until midnight in China by the business clock', async () => {
  const app = await limitedApp({ scope: 'app', perDay: 1 })
  const now = server.ctx.clock.now().getTime()
  const midnight = (Math.floor((now + GMT8_MS) / DAY_MS) + 1) * DAY_MS - GMT8_MS
  const clock = vi.spyOn(server.ctx.clock, 'now').mockReturnValue(new Date(midnight - 31_062_000))
  expect(await errorOf(app)).toBeUndefined()
  expect((await errorOf(app)).sub_msg).toBe('This ban will last for 31062 more seconds')
  clock.mockReturnValue(new Date(midnight - 1))
  expect((await errorOf(app)).sub_msg).toBe('This ban will last for 1 more seconds')
  clock.mockReturnValue(new Date(midnight))
  expect(await errorOf(app)).toBeUndefined()
  expect((await errorOf(app)).sub_msg).toBe('This ban will last for 86400 more seconds')
})

test('a method’s limit holds for this method, a session’s for this session', async () => {
  const app = await limitedApp(
    { scope: 'app_method', method: METHOD, perDay: 1 },
    { scope: 'session', perDay: 1 },
  )
  expect(await errorOf(app)).toBeUndefined()
  expect(await errorOf(app)).toMatchObject({ code: 7 })
  const sessions = [
    await addSession(server.ctx, app.id, { memberId }),
    await addSession(server.ctx, app.id, { memberId }),
  ]
  for (const session of sessions) {
    expect(await errorOf(app, SC_METHOD, session)).toBeUndefined()
    expect(await errorOf(app, SC_METHOD, session)).toMatchObject({ code: 7 })
  }
})

test('a refused call takes from no limit', async () => {
  const app = await limitedApp(
    { scope: 'app', perDay: 4 },
    { scope: 'app_method', method: METHOD, perDay: 1 },
  )
  const wrong = await server.call(METHOD, { pid: server.demo.pid }, { app: { ...app, secret: 'wrong' } })
  expect(wrong.error_response.code).toBe(25)
  expect(await errorOf(app)).toBeUndefined()
  // Over the method's limit: these five take nothing from the app's four.
  for (let call = 0; call < 5; call++) expect(await errorOf(app)).toMatchObject({ code: 7 })
  expect(await passed(10, () => errorOf(app, 'taobao.time.get'))).toBe(3)
})

test('a call with bad arguments counts', async () => {
  const app = await limitedApp({ scope: 'app', perDay: 1 })
  const answer = await server.call(METHOD, {}, { app })
  expect(answer.error_response.code).toBe(40)
  expect(await errorOf(app)).toMatchObject({ code: 7 })
})

test('a limit that an operator changes holds at once for the next call', async () => {
  const app = await limitedApp({ scope: 'app', perDay: 1 })
  expect(await errorOf(app)).toBeUndefined()
  expect(await errorOf(app)).toMatchObject({ code: 7 })
  await server.db.updateTable('quota_limits').set({ per_day: 3 }).where('app_id', '=', app.id).execute()
  server.ctx.caches.forget('quota_limits')
  expect(await passed(5, () => errorOf(app))).toBe(2)
})

test('each batch segment counts', async () => {
  const app = await limitedApp({ scope: 'app', perDay: 3 })
  const segment = `method=${METHOD}&pid=${server.demo.pid}`
  const answers = await sendBatch(server, { app, segments: Array.from({ length: 5 }, () => segment) })
  // Segments run side by side: how many pass is certain, not which.
  const codes = answers.map((text) => JSON.parse(text).error_response?.code ?? 0)
  expect(codes.sort()).toEqual([0, 0, 0, 7, 7])
})

describe('over a restart on the same data', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await createTestDatabase()
  })

  afterAll(() => database.drop())

  test('daily counts go on where they stood, and turn at midnight', async () => {
    const first = await startTestServer({ database })
    const app = await addApp(first.ctx, { memberId, packages: ['publisher'] })
    await addLimit(first.ctx, app.id, { scope: 'app', perDay: 5 })
    const call = async (on: TestServer) => (await on.call('taobao.time.get', {}, { app })).error_response
    expect(await passed(3, () => call(first))).toBe(3)
    await first.close()

    const second = await startTestServer({ database })
    try {
      expect(await passed(10, () => call(second))).toBe(2)
      second.ctx.clock.aheadMs = DAY_MS
      expect(await passed(10, () => call(second))).toBe(5)
    } finally {
      await second.close()
    }
  })
})
