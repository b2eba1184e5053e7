import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browser } from '../accounts/browser.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { moveTo, today } from './days-network.ts'

let server: TestServer
let owner: Browser
let other: Browser
let siteId: string

beforeAll(async () => {
  server = await startTestServer()
  siteId = server.demo.pid.split('_')[2] as string
  const { db } = server
  await moveTo({ server }, '10:00:00')
  const app = await db
    .selectFrom('apps')
    .select('id')
    .where('app_key', '=', server.demo.app.key)
    .executeTakeFirstOrThrow()
  const day = today({ server })
  await db
    .insertInto('site_days')
    .values({ site_id: BigInt(siteId), day, clicks: 3n, paid_orders: 1n, paid_fen: 9999n })
    .execute()
  await db.insertInto('package_days').values({ app_id: app.id, day, package: 'link', calls: 5n }).execute()
  owner = await signedIn('publisher')
  other = await signedIn('second')
})
afterAll(() => server.close())

async function signedIn(login: string): Promise<Browser> {
  const browser = new Browser(server.url)
  expect((await browser.signIn(login)).status).toBe(200)
  return browser
}

const paths = () => [`/sites/${siteId}/days`, `/apps/${server.demo.app.key}/days`] as const

test('the owner and operators read the same', async () => {
  const [site, app] = paths()
  const day = today({ server })
  const seen = await owner.get(`/account/v1${site}`)
  expect(seen).toMatchObject({
    status: 200,
    body: {
      to: day,
      rolled_until: expect.any(String),
      days: [{ day, clicks: 3, paid_orders: 1, paid: '99.99' }],
    },
  })
  expect((await askAsOperator(server, `/admin/v1${site}`)).body).toEqual(seen.body)
  const calls = await owner.get(`/account/v1${app}`)
  expect(calls).toMatchObject({ status: 200, body: { days: [{ day, package: 'link', calls: 5 }] } })
  expect((await askAsOperator(server, `/admin/v1${app}`)).body).toEqual(calls.body)
})

test('to another member they answer as what there is not', async () => {
  const [site, app] = paths()
  const unknown = ['/account/v1/sites/999999/days', '/account/v1/apps/999999/days'] as const
  for (const [index, path] of [site, app].entries()) {
    const foreign = await other.get(`/account/v1${path}`)
    expect(foreign.status).toBe(404)
    expect(foreign.body).toEqual((await other.get(unknown[index] as string)).body)
  }
  for (const id of ['999999', '0', 'x', '99999999999999999999']) {
    expect((await askAsOperator(server, `/admin/v1/sites/${id}/days`)).status).toBe(404)
  }
  expect((await askAsOperator(server, '/admin/v1/apps/nobody/days')).status).toBe(404)
  expect((await new Browser(server.url).get(`/account/v1${site}`)).status).toBe(401)
})

describe('a range', () => {
  test.each([
    ['from=2026-02-30', 'from'],
    ['to=yesterday', 'to'],
    ['from=2026-02-02&to=2026-02-01', 'from'],
    ['from=2024-01-01&to=2026-01-01', 'from'],
    ['since=2026-01-01', 'since'],
  ])('%s is refused by its name', async (query, field) => {
    for (const path of paths()) {
      const refused = { status: 400, body: { field } }
      expect(await askAsOperator(server, `/admin/v1${path}?${query}`)).toMatchObject(refused)
      expect(await owner.get(`/account/v1${path}?${query}`)).toMatchObject(refused)
    }
  })

  test('holds its first and its last day', async () => {
    const day = today({ server })
    const [site, app] = paths()
    for (const path of [site, app]) {
      const { body } = await owner.get(`/account/v1${path}?from=${day}&to=${day}`)
      expect(body).toMatchObject({ from: day, to: day, days: [{ day }] })
    }
  })
})
