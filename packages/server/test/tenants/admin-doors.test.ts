import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operatorDoors } from '../../src/ops/doors/all-doors.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { signedIn } from '../sites/site-network.ts'
import { addressOf, recordRoutes, routesUnder } from './routes-of.ts'

const logins = ['publisher', 'second', 'provider', 'merchant', 'leader'] as const

let server: TestServer
let routes: string[]
/** Of each member who is no operator, and of the one who is. */
const cookies = new Map<string, { cookie: string; 'x-csrf-token': string }>()

beforeAll(async () => {
  const { started, routes: all } = await recordRoutes(() => startTestServer())
  server = started
  routes = all
  for (const login of [...logins, 'operator']) {
    const { cookie, csrf } = await signedIn(server, login)
    cookies.set(login, { cookie, 'x-csrf-token': csrf })
  }
})
afterAll(() => server.close())

test('no route is left out', () => {
  expect(routesUnder(routes, '/admin/')).toEqual(operatorDoors.map(({ at }) => at).sort())
})

describe.each(operatorDoors.map(({ at }) => at))('%s', (route) => {
  test('is shut to whoever is no operator', () => expectShut(route))
})

test('so is everything that only a sandbox has', async () => {
  const sandbox = routesUnder(routes, '/sandbox/')
  expect(sandbox.length).toBeGreaterThan(0)
  for (const route of sandbox) await expectShut(route)
})

async function expectShut(route: string): Promise<void> {
  const { session } = server.demo.provider_app
  for (const headers of [{}, bearer('op_nobody'), bearer(session), { cookie: 'sign_in=nobody' }])
    expect(await statusOf(route, headers), JSON.stringify(headers)).toBe(401)
  for (const login of logins) expect(await statusOf(route, cookieOf(login)), login).toBe(403)
  const { cookie } = cookieOf('operator')
  if (!route.startsWith('GET ')) expect(await statusOf(route, { cookie }), 'without the token').toBe(403)
  // And not because it is shut to everybody.
  else expect([200, 400, 404]).toContain(await statusOf(route, bearer(server.demo.operator.token)))
}

function bearer(token: string) {
  return { authorization: `Bearer ${token}` }
}

function cookieOf(login: string) {
  return cookies.get(login) as { cookie: string; 'x-csrf-token': string }
}

async function statusOf(route: string, headers: Record<string, string>): Promise<number> {
  const [method = '', path = ''] = route.split(' ')
  const hasBody = method === 'POST' || method === 'PUT'
  const response = await fetch(server.url + addressOf(path), {
    method,
    headers: { ...headers, ...(hasBody ? { 'content-type': 'application/json' } : {}) },
    ...(hasBody ? { body: '{}' } : {}),
  })
  await response.arrayBuffer()
  return response.status
}
