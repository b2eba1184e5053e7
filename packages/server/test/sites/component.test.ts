import { createContext, runInContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isOwnHost, readAddress } from '../../src/domain/sites/rules.ts'
import type { Wire } from '../setup/server.ts'
import {
  advance,
  approve,
  decisions,
  fileOne,
  filing,
  type SiteNetwork,
  show,
  startSiteNetwork,
} from './site-network.ts'

let network: SiteNetwork

beforeAll(async () => {
  network = await startSiteNetwork()
})
afterAll(() => network.server.close())

async function beacon(id: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${network.server.url}/component/beacon?site=${id}`, { method: 'POST', headers })
}

/** Beacons that are sent after others are written with them or later: once this one is there, all are. */
async function written(site: Wire, hosts: Wire[]): Promise<void> {
  const seen = async () =>
    (await show(network, site)).component_hosts.map((one: Wire) => [one.host, one.is_own, one.hits])
  await expect.poll(seen, { timeout: 10_000 }).toEqual(hosts)
}

describe('the script', () => {
  const load = (query: string) => fetch(`${network.server.url}/component.js${query}`)

  test('is the same for every site, known or not, and may be kept', async () => {
    const site = await fileOne(network)
    const answers = await Promise.all([`?site=${site.id}`, '?site=999', '?site=x', ''].map(load))
    const texts = await Promise.all(answers.map((answer) => answer.text()))
    expect(new Set(texts).size).toBe(1)
    for (const { status, headers } of answers) {
      expect(status).toBe(200)
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=300',
        'cross-origin-resource-policy': 'cross-origin',
        'x-content-type-options': 'nosniff',
      })
    }
  })

  /** What the script sends from a page that holds it so many times. */
  async function run(src: string, times: number): Promise<{ url: string; init: Wire }[]> {
    const sent: { url: string; init: Wire }[] = []
    const window: Wire = {
      fetch: async (url: URL, init: Wire) => {
        sent.push({ url: url.href, init })
      },
    }
    const page = createContext({ ...window, window, URL, document: { currentScript: { src } } })
    const text = await (await load('?site=1')).text()
    for (let time = 0; time < times; time++) runInContext(text, page)
    return sent
  }

  test('tells of a page view once, with nothing but the origin', async () => {
    const src = 'https://union.example.com/component.js?site=45000001'
    const [first, ...others] = await run(src, 2)
    expect(others).toEqual([])
    expect(first?.url).toBe('https://union.example.com/component/beacon?site=45000001')
    expect(first?.init).toMatchObject({
      ...{ method: 'POST', mode: 'no-cors', keepalive: true },
      ...{ credentials: 'omit', referrerPolicy: 'origin' },
    })
    expect(await run('https://union.example.com/component.js', 1)).toEqual([])
  })
})

describe('a beacon', () => {
  test('is compared with the host of the site', async () => {
    const cases: [address: string, headers: Record<string, string>, host: string, isOwn: boolean][] = [
      ['www.beacon1.example', { origin: 'https://beacon1.example' }, 'beacon1.example', true],
      ['beacon2.example', { origin: 'https://www.beacon2.example:8443' }, 'www.beacon2.example', true],
      ['beacon3.example', { origin: 'http://m.beacon3.example' }, 'm.beacon3.example', true],
      ['beacon4.example', { referer: 'https://beacon4.example/a?b=c' }, 'beacon4.example', true],
      ['beacon5.example', { origin: 'null', referer: 'https://beacon5.example/' }, 'beacon5.example', true],
      ['省钱.example', { origin: 'https://xn--10y664d.example' }, 'xn--10y664d.example', true],
      ['m.beacon6.example', { origin: 'https://beacon6.example' }, 'beacon6.example', false],
      ['beacon7.example', { origin: 'https://notbeacon7.example' }, 'notbeacon7.example', false],
      [
        'beacon8.example',
        { origin: 'https://x.example', referer: 'https://beacon8.example/' },
        'x.example',
        false,
      ],
    ]
    const sent = cases.map(async ([address, headers, host, isOwn]) => {
      const site = await fileOne(network, { address: `https://${address}/` })
      const answer = await beacon(site.id, headers)
      expect([answer.status, await answer.text()]).toEqual([204, ''])
      return { site, host, isOwn }
    })
    for (const { site, host, isOwn } of await Promise.all(sent)) {
      await written(site, [[host, isOwn, 1]])
      expect((await show(network, site)).component_seen_at === null).toBe(!isOwn)
    }
  })

  test('that says nothing of its page counts for nothing, and those of one host together', async () => {
    const site = await fileOne(network, { address: 'https://count.example/' })
    const origin = 'https://count.example'
    for (const headers of [{}, { origin: 'null' }, { referer: 'about:blank' }, { origin: 'file://' }])
      expect((await beacon(site.id, headers as Record<string, string>)).status).toBe(204)
    for (let time = 0; time < 5; time++) await beacon(site.id, { origin })
    await written(site, [['count.example', true, 5]])
    await beacon(site.id, { origin })
    await written(site, [['count.example', true, 6]])
  })

  test('is also the script being loaded, where the page lets its address be known', async () => {
    const site = await fileOne(network, { address: 'https://loads.example/' })
    for (const headers of [{}, { referer: 'https://loads.example/' }, { referer: 'https://other.example/a' }])
      await fetch(`${network.server.url}/component.js?site=${site.id}`, {
        headers: headers as Record<string, string>,
      })
    await written(site, [
      ['loads.example', true, 1],
      ['other.example', false, 1],
    ])
  })

  test('of an app is kept, but no host is the app’s own', async () => {
    const app = await fileOne(network, { kind: 'app', address: 'https://apps.example.com/id1' })
    await beacon(app.id, { origin: 'https://apps.example.com' })
    await written(app, [['apps.example.com', false, 1]])
  })

  test('of a site that there is not, or of no site, is answered the same', async () => {
    const site = await fileOne(network)
    const known = await beacon(site.id, { origin: 'https://a.example' })
    const headersOf = ({ headers }: Response) => [...headers.keys()].filter((name) => name !== 'date')
    for (const id of ['999', '0', 'x', '99999999999999999999', '']) {
      const answer = await beacon(id, { origin: 'https://a.example' })
      expect([answer.status, headersOf(answer)]).toEqual([204, headersOf(known)])
    }
    const body = 'a=b'
    const withBody = await fetch(`${network.server.url}/component/beacon?site=${site.id}`, {
      ...{ method: 'POST', body },
      headers: { 'content-type': 'application/json', origin: 'https://a.example' },
    })
    expect(withBody.status).toBe(204)
    await written(site, [['a.example', false, 2]])
  })

  test('of invented hosts fills no table, and the own host is always heard', async () => {
    const site = await fileOne(network, { address: 'https://crowd.example/' })
    for (let host = 0; host < 30; host++) await beacon(site.id, { origin: `https://h${host}.example` })
    await beacon(site.id, { origin: 'https://crowd.example' })
    await expect
      .poll(async () => (await show(network, site)).component_seen_at, { timeout: 10_000 })
      .not.toBeNull()
    await beacon(site.id, { origin: 'https://late.example' })
    await beacon(site.id, { origin: 'https://m.crowd.example' })
    const rows = () =>
      network.server.db
        .selectFrom('site_beacons')
        .selectAll()
        .where('site_id', '=', BigInt(site.id))
        .execute()
    await expect
      .poll(async () => (await rows()).filter((row) => row.is_own).length, { timeout: 10_000 })
      .toBe(2)
    const foreign = (await rows()).filter((row) => !row.is_own).map((row) => row.host)
    expect(foreign).toHaveLength(20)
    expect(foreign).not.toContain('late.example')
  })
})

test('what the component told is kept with the approval, and goes when the site moves elsewhere', async () => {
  const site = await fileOne(network, { address: 'https://moving.example/' })
  await beacon(site.id, { origin: 'https://moving.example' })
  await written(site, [['moving.example', true, 1]])
  const seen = (await show(network, site)).component_seen_at
  const review = { decision: 'refuse', reason: '名称不符', owner_attested: true }
  await network.operate(`/sites/${site.id}/review`, review)
  const again = filing({ address: 'https://www.moving.example/new' })
  const path = `/account/v1/sites/${site.id}/refile`
  await network.owner.post(path, again)
  await network.operate(`/sites/${site.id}/review`, review)
  expect((await decisions(network, site)).map((line) => line.figures.component_seen_at)).toEqual([
    undefined,
    seen,
    undefined,
    seen,
  ])
  await network.owner.post(path, filing({ address: 'https://elsewhere.example/' }))
  await approve(network, site)
  expect(await show(network, site)).toMatchObject({ component_seen_at: null, component_hosts: [] })
})

test('beacons are forgotten after ninety days', async () => {
  const site = await fileOne(network, { address: 'https://old.example/' })
  await beacon(site.id, { origin: 'https://old.example' })
  await written(site, [['old.example', true, 1]])
  await advance(network, '89d')
  await written(site, [['old.example', true, 1]])
  await advance(network, '2d')
  await written(site, [])
})

test.each([
  ['example.com.', 'www.example.com', true],
  ['www.com', 'www.com', true],
  ['example.com', 'www.com', false],
  ['www.example.com', 'm.example.com', false],
  ['localhost', 'localhost', true],
])('%s of %s: %j', (host, siteHost, isOwn) => {
  expect(isOwnHost(host, siteHost)).toBe(isOwn)
})

test('an address is kept with its host in lower case and ASCII', () => {
  expect(readAddress('website', 'https://省钱.Example:8443/首页')).toEqual({
    address: 'https://xn--10y664d.example:8443/%E9%A6%96%E9%A1%B5',
  })
})
