import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { Browser, forgetFailures, moveWall } from './browser.ts'
import { demoLogin } from './demo-login.ts'

const SECOND_MS = 1000
const DAY_MS = 86_400_000
let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(() => forgetFailures(server))
afterEach(() => vi.restoreAllMocks())

const attempt = (login: string, password: string) => new Browser(server.url).signIn(login, password)
const wrong = async (login: string) => (await attempt(login, 'wrong password')).status
const times = <T>(count: number, work: () => Promise<T>) =>
  Array.from({ length: count }).reduce<Promise<T[]>>(
    async (before) => [...(await before), await work()],
    Promise.resolve([]),
  )

describe('a name', () => {
  test.each(['publisher', 'nobody', 'nobody@demo.example'])(
    '%s waits after five wrong passwords, each time twice as long, and never for ever',
    async (login) => {
      expect(await times(5, () => wrong(login))).toEqual([401, 401, 401, 401, 401])
      let at = 0
      const waits = []
      for (let i = 0; i < 8; i++) {
        const locked = await attempt(login, 'wrong password')
        expect(locked.status).toBe(429)
        expect(locked.headers.get('retry-after')).toBe(String(locked.body.retry_after))
        waits.push(locked.body.retry_after)
        at += (locked.body.retry_after + 1) * SECOND_MS
        moveWall(server, at)
        expect(await wrong(login)).toBe(401)
      }
      const expected = [30, 60, 120, 240, 480, 900, 900, 900]
      waits.forEach((wait, i) => {
        expect(Math.abs(wait - (expected[i] as number))).toBeLessThan(3)
      })
    },
  )

  test('is not told from one that does not exist, also when it waits', async () => {
    const said = async (login: string) => {
      await times(5, () => wrong(login))
      const { status, body } = await attempt(login, 'wrong password')
      return [status, Object.keys(body), body.status]
    }
    expect(await said('second')).toEqual(await said('nobody else'))
  })

  test('while it waits, the right password is not looked at and the wait does not grow', async () => {
    await times(5, () => wrong('publisher'))
    const { password } = demoLogin('publisher')
    const waits = await times(3, async () => (await attempt('publisher', password)).body.retry_after)
    expect(Math.max(...waits)).toBeLessThanOrEqual(30)
    moveWall(server, 31 * SECOND_MS)
    expect((await attempt('publisher', password)).status).toBe(200)
    // And all is forgiven.
    expect(await times(5, () => wrong('publisher'))).toEqual([401, 401, 401, 401, 401])
  })

  test('a day later nothing is held against it', async () => {
    await times(5, () => wrong('publisher'))
    moveWall(server, DAY_MS + SECOND_MS)
    expect(await times(5, () => wrong('publisher'))).toEqual([401, 401, 401, 401, 401])
  })

  test('many tries at once are not all the first', async () => {
    const statuses = await Promise.all(Array.from({ length: 20 }, () => wrong('publisher')))
    expect(statuses.filter((status) => status === 401)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(15)
  })
})

test('an address waits after thirty wrong passwords, whatever the names', async () => {
  for (let i = 0; i < 30; i++) expect(await wrong(`name ${i}`)).toBe(401)
  expect(await wrong('one more')).toBe(429)
  expect((await attempt('publisher', demoLogin('publisher').password)).status).toBe(429)
  moveWall(server, 31 * SECOND_MS)
  expect((await attempt('publisher', demoLogin('publisher').password)).status).toBe(200)
})

test('right passwords do not make an address wait', async () => {
  const { password } = demoLogin('publisher')
  for (let i = 0; i < 35; i++) expect((await attempt('publisher', password)).status).toBe(200)
})

test('no name and no address is readable in what is kept', async () => {
  await wrong('a very particular name')
  const rows = await server.db.selectFrom('sign_in_failures').selectAll().execute()
  expect(rows.map((row) => row.subject.length)).toEqual([32, 32])
})
