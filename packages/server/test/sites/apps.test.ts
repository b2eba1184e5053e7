import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Browser, moveWall } from '../accounts/browser.ts'
import type { Wire } from '../setup/server.ts'
import { type SiteNetwork, signedIn, startSiteNetwork } from './site-network.ts'

const HOUR_MS = 3_600_000
const PATH = '/account/v1/apps'
let network: SiteNetwork

beforeAll(async () => {
  network = await startSiteNetwork()
})
afterAll(() => network.server.close())
afterEach(() => vi.restoreAllMocks())

async function create(browser: Browser = network.owner, name = '省钱助手'): Promise<Wire> {
  const { status, body } = await browser.post(PATH, { name })
  expect(status).toBe(201)
  return body
}

/** What a call signed with this secret is answered: nothing wrong, or the error's code. */
async function codeOf(key: string, secret: string): Promise<number | undefined> {
  const answer = await network.server.call('taobao.time.get', {}, { app: { key, secret } })
  return answer.error_response?.code
}

async function put(browser: Browser, path: string, body: unknown): Promise<{ status: number; body: Wire }> {
  const headers = { cookie: browser.cookie, 'content-type': 'application/json', 'x-csrf-token': browser.csrf }
  const init = { method: 'PUT', headers, body: JSON.stringify(body) }
  const response = await fetch(`${network.server.url}${path}`, init)
  return { status: response.status, body: await response.json() }
}

test('a member makes an app, whose secret signs calls and is told once', async () => {
  const app = await create()
  expect(app).toEqual({
    app_key: expect.stringMatching(/^\d{8}$/),
    name: '省钱助手',
    secret: expect.stringMatching(/^[0-9a-f]{32}$/),
  })
  expect(await codeOf(app.app_key, app.secret)).toBeUndefined()
  expect(await codeOf(app.app_key, '0'.repeat(32))).toBe(25)
  const listed = (await network.owner.get(PATH)).body
  expect(listed.apps.at(-1)).toMatchObject({ app_key: app.app_key, status: 'live', old_secret_until: null })
  expect(JSON.stringify(listed)).not.toContain(app.secret)
  const kept = await network.server.db.selectFrom('app_secrets').select('secret_sealed').execute()
  expect(kept.some((row) => row.secret_sealed.includes(app.secret))).toBe(false)
  // A new app holds no package.
  const called = await network.server.call(
    'taobao.tbk.dg.material.optional.upgrade',
    { adzone_id: 1, q: '水' },
    { app: { key: app.app_key, secret: app.secret } },
  )
  expect(called.error_response.code).toBe(11)
})

describe('a new secret', () => {
  test('works at once, and the old one for a day more', async () => {
    const app = await create()
    const rotated = (await network.owner.post(`${PATH}/${app.app_key}/secret`)).body
    expect(rotated.secret).not.toBe(app.secret)
    await expect.poll(() => codeOf(app.app_key, rotated.secret)).toBeUndefined()
    expect(await codeOf(app.app_key, app.secret)).toBeUndefined()
    moveWall(network.server, 23 * HOUR_MS)
    expect(await codeOf(app.app_key, app.secret)).toBeUndefined()
    moveWall(network.server, 25 * HOUR_MS)
    expect(await codeOf(app.app_key, app.secret)).toBe(25)
    expect(await codeOf(app.app_key, rotated.secret)).toBeUndefined()
  })

  test('once more ends the first one at once', async () => {
    const app = await create()
    const rotate = async () => (await network.owner.post(`${PATH}/${app.app_key}/secret`)).body.secret
    const [second, third] = [await rotate(), await rotate()]
    await expect.poll(() => codeOf(app.app_key, app.secret)).toBe(25)
    expect(await codeOf(app.app_key, second)).toBeUndefined()
    expect(await codeOf(app.app_key, third)).toBeUndefined()
    const lines = await network.server.db
      .selectFrom('decisions')
      .innerJoin('apps', 'apps.id', 'decisions.app_id')
      .select('kind')
      .where('app_key', '=', app.app_key)
      .orderBy('decisions.id')
      .execute()
    expect(lines.map((line) => line.kind)).toEqual(['app.create', 'app.secret', 'app.secret'])
  })
})

describe('the IP list', () => {
  test('decides from where an app may call', async () => {
    const app = await create()
    const set = (ip_list: string[]) => put(network.owner, `${PATH}/${app.app_key}/ip-list`, { ip_list })
    expect(await set(['10.0.0.0/8', '192.168.*.*', '2001:db8::/32'])).toMatchObject({ status: 200 })
    await expect.poll(() => codeOf(app.app_key, app.secret)).toBe(11)
    expect((await set(['127.0.0.1'])).body).toEqual({ app_key: app.app_key, ip_list: ['127.0.0.1'] })
    await expect.poll(() => codeOf(app.app_key, app.secret)).toBeUndefined()
    expect((await set([])).status).toBe(200)
  })

  test.each([
    'x',
    '10.0.0',
    '10.0.0.0/33',
    '10.0.0.0/x',
    '::1/129',
    '10.0.0.0/8/8',
    '*',
    '10.*1.*.*',
    '256.*.*.*',
    '',
  ])('%j is no entry', async (entry) => {
    const { apps } = (await network.owner.get(PATH)).body
    const answer = await put(network.owner, `${PATH}/${apps[0].app_key}/ip-list`, { ip_list: [entry] })
    expect(answer).toMatchObject({ status: 400, body: { field: 'ip_list' } })
  })
})

test('another member’s app answers like one that there is not', async () => {
  const app = await create()
  const { other } = network
  const tries = (key: string) =>
    Promise.all([
      other.post(`${PATH}/${key}/secret`),
      put(other, `${PATH}/${key}/ip-list`, { ip_list: ['1.2.3.4'] }),
    ])
  const [foreign, unknown] = [await tries(app.app_key), await tries('99999999')]
  expect(foreign.map((one) => [one.status, one.body])).toEqual(unknown.map((one) => [one.status, one.body]))
  expect(foreign.map((one) => one.status)).toEqual([404, 404])
  expect(await codeOf(app.app_key, app.secret)).toBeUndefined()
  const { apps } = (await other.get(PATH)).body
  expect(apps.map((one: Wire) => one.app_key)).not.toContain(app.app_key)
})

test('nothing changes without the token against forged requests', async () => {
  const { owner, server } = network
  const headers = { cookie: owner.cookie, 'content-type': 'application/json' }
  const { apps } = (await owner.get(PATH)).body
  for (const [method, path] of [
    ['POST', ''],
    ['POST', `/${apps[0].app_key}/secret`],
    ['PUT', `/${apps[0].app_key}/ip-list`],
  ]) {
    const init = { method: method as string, headers, body: '{}' }
    expect((await fetch(`${server.url}${PATH}${path}`, init)).status).toBe(403)
  }
})

test('at most twenty apps, also when many come at once', async () => {
  const provider = await signedIn(network.server, 'provider')
  const count = async () => (await provider.get(PATH)).body.apps.length
  const missing = 19 - (await count())
  for (let at = 0; at < missing; at++) await create(provider)
  const many = [1, 2, 3].map(() => provider.post(PATH, { name: '多一个' }))
  const answers = await Promise.all(many)
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 400, 400])
  expect(answers.find((answer) => answer.status === 400)?.body.error).toBe('member: at most 20 apps')
  expect(await count()).toBe(20)
  expect((await provider.post(PATH, { name: ' ' })).body.field).toBe('name')
})
