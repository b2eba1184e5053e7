import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownDoors } from '../../src/ops/doors/all-doors.ts'
import type { Door } from '../../src/ops/doors/door.ts'
import type { Browser } from '../accounts/browser.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { filing, signedIn } from '../sites/site-network.ts'
import { type Belongings, giveEverything, ownersOf } from './belongings.ts'
import { fingerprint } from './fingerprint.ts'
import { addressOf, recordRoutes, routesUnder } from './routes-of.ts'

type Belonging = keyof Belongings

/** Of whose `:id` a path speaks, by what stands before it. */
const byPath: Readonly<Record<string, Belonging>> = {
  sites: 'siteId',
  'sign-ins': 'signInId',
  authorisations: 'authorisationId',
  notices: 'noticeId',
  applications: 'applicationId',
  grants: 'grantId',
}
const byName: Readonly<Record<string, Belonging>> = {
  site_id: 'siteId',
  adzone_id: 'adzoneId',
  app_key: 'appKey',
  grant_id: 'grantId',
}
const unknown = { text: '00000000', id: '999999999989' }

/** Bodies that are valid but for what they name. */
const bodies: Readonly<Record<string, (own: Belongings) => object>> = {
  'POST /account/v1/sites/:id/refile': () => filing(),
  'POST /account/v1/sites/:id/reports': () => ({ kind: 'downloads', value: 5, note: '商店后台' }),
  'PUT /account/v1/apps/:app_key/ip-list': () => ({ ip_list: ['10.0.0.0/8'] }),
  'POST /account/v1/adzones': ({ siteId }) => ({ site_id: siteId, name: '新的' }),
  'POST /account/v1/links': ({ adzoneId }) => ({ adzone_id: adzoneId, texts: ['你好'] }),
  'POST /account/v1/applications': ({ appKey, siteId }) => ({
    app_key: appKey,
    package: 'share',
    site_id: siteId,
  }),
  'POST /account/v1/grants/:id/appeal': () => ({ reason: '请再看一次' }),
}
const queries: Readonly<Record<string, (own: Belongings) => Record<string, string>>> = {
  'GET /account/v1/permissions': ({ appKey, siteId }) => ({ app_key: appKey, site_id: siteId }),
}

let server: TestServer
let routes: string[]
let second: Browser
let firstId: bigint
let theirs: Belongings
let own: Belongings

beforeAll(async () => {
  const { started, routes: all } = await recordRoutes(() => startTestServer())
  server = started
  routes = all
  const owners = await ownersOf(server)
  firstId = owners.first.memberId
  theirs = await giveEverything(server, owners.first)
  own = await giveEverything(server, owners.second)
  second = await signedIn(server, owners.second.login)
})
afterAll(() => server.close())

test('no route is left out', () => {
  expect(routesUnder(routes, '/account/')).toEqual(ownDoors.map(({ at }) => at).sort())
})

const named = (wanted: (door: Door) => boolean) =>
  ownDoors.filter(wanted).map((door) => [door.at, door] as const)
const isChange = ({ at }: Door) => !at.startsWith('GET ')

test.each(named(({ isOpen }) => !isOpen))('%s wants a sign-in', async (_at, door) => {
  expect((await ask(door, { headers: {} })).status).toBe(401)
  expect((await ask(door, { headers: { cookie: 'sign_in=nobody' } })).status).toBe(401)
})

test.each(named(isChange))('%s takes nothing that another site sends', async (_at, door) => {
  const { cookie } = second
  if (!door.isOpen) expect((await ask(door, { headers: { cookie } })).status).toBe(403)
  const headers = { ...signIn(), origin: 'https://evil.example' }
  expect((await ask(door, { headers })).status).toBe(403)
})

describe.each(named((door) => namesIn(door).length > 0))('%s', (route, door) => {
  test.each(namesIn(door))('%s %s: somebody else’s is answered like one of nobody’s', async (where, name) => {
    const belonging = belongingOf(door, name)
    if (!belonging) throw new Error(`say in this file whose ${name} is: ${route}`)
    const nobodys = belonging === 'appKey' ? unknown.text : unknown.id
    const before = await fingerprint(server.db, firstId)
    const foreign = await askNaming(door, { where, name, value: theirs[belonging] })
    expect(foreign).toEqual(await askNaming(door, { where, name, value: nobodys }))
    expect(await fingerprint(server.db, firstId)).toEqual(before)
  })
})

test.each(named((door) => !isChange(door)))('%s shows nothing of somebody else', async (route, door) => {
  const { body } = await ask(door, { query: queries[route]?.(own) ?? {}, params: own })
  const { siteId, adzoneId, appKey } = theirs
  for (const word of [siteId, adzoneId, appKey, '演示推广者', '好物日报']) expect(body).not.toContain(word)
})

test('and each is answered otherwise to whose it is', async () => {
  const first = await signedIn(server, 'publisher')
  const headers = signIn(first)
  // A site that is closed answers no more: last.
  const doors = [...ownDoors].sort(
    (a, b) => Number(a.at.endsWith('/close')) - Number(b.at.endsWith('/close')),
  )
  const alike: string[] = []
  for (const door of doors) {
    for (const [where, name] of namesIn(door)) {
      const belonging = belongingOf(door, name) as Belonging
      const nobodys = belonging === 'appKey' ? unknown.text : unknown.id
      const none = await askNaming(door, { where, name, value: nobodys, headers, of: theirs })
      const owned = await askNaming(door, { where, name, value: theirs[belonging], headers, of: theirs })
      if (none.status === owned.status && none.body === owned.body) alike.push(`${door.at} ${name}`)
    }
  }
  expect(alike).toEqual([])
})

/** What a door may name that is somebody's: in its path, its body and its query. */
function namesIn({ at, body = {}, query = {} }: Door): ['path' | 'body' | 'query', string][] {
  const isName = (name: string) => /(_id|_key)$/.test(name)
  return [
    ...[...at.matchAll(/:(\w+)/g)].map(([, name = '']) => ['path', name] as ['path', string]),
    ...Object.keys(body)
      .filter(isName)
      .map((name) => ['body', name] as ['body', string]),
    ...Object.keys(query)
      .filter(isName)
      .map((name) => ['query', name] as ['query', string]),
  ]
}

function belongingOf({ at }: Door, name: string): Belonging | undefined {
  return name === 'id' ? byPath[/(\S+)\/:id/.exec(at)?.[1]?.split('/').at(-1) ?? ''] : byName[name]
}

type Naming = {
  where: 'path' | 'body' | 'query'
  name: string
  value: string
  headers?: Record<string, string>
  /** Who asks: the second publisher, unless it is said. */
  of?: Belongings
}

/** A call that is right but for one name; the answer without it. */
async function askNaming(door: Door, { where, name, value, headers = signIn(), of = own }: Naming) {
  const named = { [name]: value }
  const { status, body } = await ask(door, {
    headers,
    params: where === 'path' ? named : {},
    query: { ...queries[door.at]?.(of), ...(where === 'query' ? named : {}) },
    body: { ...bodies[door.at]?.(of), ...(where === 'body' ? named : {}) },
  })
  return { status, body: body.replaceAll(value, 'VALUE') }
}

type Asked = {
  headers?: Record<string, string>
  params?: Record<string, string>
  query?: Record<string, string>
  body?: object
}

async function ask({ at }: Door, { headers = signIn(), params, query, body = {} }: Asked) {
  const [method = '', path = ''] = at.split(' ')
  const response = await fetch(`${server.url}${addressOf(path, params)}?${new URLSearchParams(query)}`, {
    method,
    headers: { ...headers, ...(method !== 'GET' ? { 'content-type': 'application/json' } : {}) },
    ...(method !== 'GET' ? { body: JSON.stringify(body) } : {}),
  })
  return { status: response.status, body: await response.text() }
}

function signIn(browser = second): Record<string, string> {
  return { cookie: browser.cookie, 'x-csrf-token': browser.csrf }
}
