import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Wire } from '../setup/server.ts'
import {
  advance,
  ask,
  askWith,
  call,
  fileSite,
  givePoints,
  grantOf,
  logOf,
  newApp,
  openSite,
  type PermissionNetwork,
  set,
  startPermissionNetwork,
  told,
  unmet,
} from './permission-network.ts'

let network: PermissionNetwork

beforeAll(async () => {
  network = await startPermissionNetwork()
})
afterAll(() => network.server.close())

const rule = (application: Wire, name: string) => application.rules.find((one: Wire) => one.rule === name)

/** The component reports from a page; it is written within a second. */
async function showComponent(siteId: string, origin: string): Promise<void> {
  const beacons = network.server.db.selectFrom('site_beacons').where('site_id', '=', BigInt(siteId))
  const hits = async () => {
    const rows = await beacons.select('hits').execute()
    return rows.reduce((sum, row) => sum + row.hits, 0n)
  }
  const before = await hits()
  const url = `${network.server.url}/component/beacon?site=${siteId}`
  expect((await fetch(url, { method: 'POST', headers: { origin } })).status).toBe(204)
  await expect.poll(hits, { timeout: 5000 }).toBe(before + 1n)
}

describe('a site that meets every rule', () => {
  test('has basic at once, and calls', async () => {
    const site = await openSite(network)
    expect(await call(network, 'basic')).toMatchObject({
      code: 11,
      sub_code: 'isv.permission-api-package-empty',
    })
    const { status, body } = await askWith(network, {
      package: 'basic',
      site_id: site,
      statement: '导购网站',
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({ state: 'granted', due_on: null, overdue: false, statement: '导购网站' })
    expect(unmet(body)).toEqual([])
    await expect.poll(() => call(network, 'basic')).toBeUndefined()
    expect(await call(network, 'link', '1')).toMatchObject({ code: 11, sub_msg: 'scope ids is 11655' })
    const grant = await grantOf(network, 'basic', site)
    expect(grant).toMatchObject({ status: 'granted', basis: 'rule', checked: true, days_left: null })
    expect((await told(network)).at(-1)).toMatchObject({ kind: 'permission.grant' })
    const [decided] = await logOf(network, site)
    expect(decided).toMatchObject({ kind: 'permission.grant', made_by: 'rule', subject_id: grant.id })
    expect(decided.figures.rules[2]).toEqual({
      ...{ rule: '二（一）3', is_met: true },
      ...{ figures: { points: 0 }, thresholds: { points_below: 18 } },
    })
  })

  test('is not asked for twice', async () => {
    const site = await openSite(network)
    expect((await ask(network, 'basic', site)).status).toBe(201)
    expect(await ask(network, 'basic', site)).toMatchObject({ status: 400, body: { field: 'package' } })
  })

  test('of two at once one is granted', async () => {
    const site = await openSite(network)
    const answers = await Promise.all([1, 2, 3].map(() => ask(network, 'basic', site)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400])
  })
})

describe('refused at once, with each reason, its figure and its threshold', () => {
  test('二（一）1 approval', async () => {
    const site = await fileSite(network)
    const { body } = await ask(network, 'basic', site)
    expect(body.state).toBe('refused')
    expect(rule(body, '二（一）1')).toMatchObject({
      ...{ met: false, figures: { status: 'filed' }, thresholds: { status: 'approved' } },
      text: { zh: '媒体须备案审核通过：现为待审核' },
    })
    expect(body.reason).toContain('二（一）1：媒体须备案审核通过：现为待审核')
    expect(await grantOf(network, 'basic', site)).toBeUndefined()
  })

  test('二（一）2 component: seen on its own host, within the days', async () => {
    const site = await openSite(network, {
      fields: { address: 'https://component.example.org/' },
      traits: { component_attested: false },
    })
    expect(unmet((await ask(network, 'basic', site)).body)).toEqual(['二（一）2'])
    await showComponent(site, 'https://elsewhere.example.net')
    expect(unmet((await ask(network, 'basic', site)).body)).toEqual(['二（一）2'])
    await showComponent(site, 'https://www.component.example.org')
    await advance(network, '30d')
    const late = (await ask(network, 'basic', site)).body
    expect(rule(late, '二（一）2')).toMatchObject({ met: false, thresholds: { seen_within_days: 30 } })
    expect(rule(late, '二（一）2').figures.seen_at).toMatch(/^2/)
    await showComponent(site, 'https://component.example.org')
    expect((await ask(network, 'basic', site)).body.state).toBe('granted')
  })

  test('二（一）3 points, by the setting', async () => {
    const site = await openSite(network)
    await givePoints(network, site, 17)
    await set(network, { basic_points_limit: 17 })
    const { body } = await ask(network, 'basic', site)
    expect(rule(body, '二（一）3')).toMatchObject({
      ...{ met: false, figures: { points: 17 }, thresholds: { points_below: 17 } },
    })
    await set(network, { basic_points_limit: null })
    expect((await ask(network, 'basic', site)).body.state).toBe('granted')
  })

  test('all of them together, kept as an application and told', async () => {
    const site = await fileSite(network)
    await givePoints(network, site, 18).catch(() => {})
    const before = (await told(network)).length
    const { body } = await ask(network, 'basic', site)
    expect(unmet(body)).toEqual(expect.arrayContaining(['二（一）1', '二（一）2']))
    const kept = (await network.owner.get(`/account/v1/applications?site_id=${site}&state=refused`)).body
    expect(kept.applications).toEqual([body])
    const notices = (await told(network)).slice(before)
    expect(notices.map(({ kind }) => kind)).toEqual(['permission.refuse'])
    for (const name of unmet(body)) expect(notices[0]?.zh).toContain(`${name}：`)
    expect((await logOf(network, site)).at(-1)).toMatchObject({ kind: 'permission.refuse', made_by: 'rule' })
  })
})

describe('what cannot be asked', () => {
  test('for a foreign app or site, as for ones that do not exist', async () => {
    const site = await openSite(network)
    const foreign = (await network.server.db.selectFrom('sites').selectAll().execute()).find(
      ({ name }) => name === '别家导购',
    )
    const answers = await Promise.all([
      askWith(network, { package: 'basic', site_id: site, app_key: '12630103' }),
      askWith(network, { package: 'basic', site_id: site, app_key: '99999999' }),
    ])
    expect(answers[0]).toMatchObject({ status: 400, body: { field: 'app_key' } })
    expect(answers[0]?.body).toEqual(answers[1]?.body)
    const sites = await Promise.all([String(foreign?.id), '999999999'].map((id) => ask(network, 'basic', id)))
    expect(sites[0]).toMatchObject({ status: 400, body: { field: 'site_id' } })
    expect(sites[0]?.body).toEqual(sites[1]?.body)
    const { key } = network.app
    for (const id of [String(foreign?.id), '999999999']) {
      const answer = await network.owner.get(`/account/v1/permissions?app_key=${key}&site_id=${id}`)
      expect(answer).toMatchObject({ status: 400, body: { field: 'site_id' } })
    }
  })

  test('packages that the operator gives', async () => {
    const site = await openSite(network)
    expect(await ask(network, 'order', site)).toMatchObject({ status: 400, body: { field: 'package' } })
    const given = await network.operate('/grants', {
      ...{ app_key: network.app.key, package: 'order', site_id: site, reason: '合作' },
    })
    expect(given).toMatchObject({
      status: 201,
      body: { package: 'order', basis: 'operator', checked: false },
    })
    expect((await grantOf(network, 'order', site)).status).toBe('granted')
  })

  test('by a member who is suspended', async () => {
    const site = await openSite(network)
    const { member_id } = (await network.owner.get('/account/v1/me')).body
    const standing = (to: string) =>
      network.operate(`/members/${member_id}/standing`, { standing: to, reason: '调查' })
    expect((await standing('suspended')).status).toBe(200)
    await expect
      .poll(() => ask(network, 'basic', site))
      .toMatchObject({ status: 400, body: { field: 'member' } })
    expect((await standing('good')).status).toBe(200)
  })

  test('without signing in', async () => {
    const answer = await fetch(`${network.server.url}/account/v1/applications`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    expect(answer.status).toBe(401)
  })
})

test('every package with every rule, and what is missing', async () => {
  const site = await openSite(network, { traits: { component_attested: false } })
  const app = await newApp(network)
  const read = async () =>
    (await network.owner.get(`/account/v1/permissions?app_key=${app.key}&site_id=${site}`)).body.packages
  const packages = await read()
  expect(packages).toHaveLength(10)
  const [basic, link] = packages
  expect(basic).toMatchObject({ package: 'basic', scope_id: 11655, got_by: 'rule', open: false, grant: null })
  expect(basic.missing.map((one: Wire) => one.rule)).toEqual(['二（一）2'])
  expect(link).toMatchObject({ package: 'link', got_by: 'review', open: false })
  expect(link.missing.map((one: Wire) => one.rule)).toEqual(['basic', 'invitation', '二（二）1（1）'])
  expect(link.rules.find((one: Wire) => one.rule === '二（二）1（1）')).toMatchObject({
    figures: { daily_clicks: 0, daily_paid_fen: 0 },
    thresholds: { daily_clicks: 50_000, daily_paid_fen: 10_000_000, days: 30 },
  })
  const traits = { component_attested: true, reason: '已部署' }
  await network.operate(`/sites/${site}/traits`, traits)
  expect((await read())[0]).toMatchObject({ open: true, missing: [] })
  await ask({ ...network, app }, 'basic', site)
  const after = (await read())[0]
  expect(after).toMatchObject({
    open: false,
    grant: { status: 'granted' },
    application: { state: 'granted' },
  })
})
