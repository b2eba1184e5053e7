import { expect } from 'vitest'
import { Browser } from '../accounts/browser.ts'
import { type Answer, askAsOperator } from '../sandbox/operator.ts'
import type { TestDatabase } from '../setup/database.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'
import { landingOf, sendEvents } from '../setup/shop.ts'

export type App = { key: string; secret: string }

/** A publisher who is signed in, with a new app that holds nothing, and the operator. */
export type PermissionNetwork = {
  server: TestServer
  owner: Browser
  /** Another publisher. */
  other: Browser
  app: App
  /** An operator's door under /admin/v1. */
  operate(path: string, body?: unknown, method?: string): Promise<Answer>
}

let serial = 0

export async function startPermissionNetwork(
  options: { database?: TestDatabase } = {},
): Promise<PermissionNetwork> {
  const server = await startTestServer(options)
  const owner = new Browser(server.url)
  const other = new Browser(server.url)
  expect((await owner.signIn('publisher')).status).toBe(200)
  expect((await other.signIn('second')).status).toBe(200)
  const operate: PermissionNetwork['operate'] = (path, body, method) =>
    askAsOperator(server, `/admin/v1${path}`, {
      ...(body === undefined ? {} : { body }),
      ...(method === undefined ? {} : { method }),
    })
  return { server, owner, other, operate, app: await newApp({ owner }) }
}

export async function newApp({ owner }: Pick<PermissionNetwork, 'owner'>): Promise<App> {
  const { status, body } = await owner.post('/account/v1/apps', { name: `应用${serial++}` })
  expect(status).toBe(201)
  return { key: body.app_key, secret: body.secret }
}

/** A website that was filed, not reviewed. */
export async function fileSite({ owner }: PermissionNetwork, fields: Wire = {}): Promise<string> {
  const filing = { kind: 'website', name: '省钱日记', category: '导购', ...fields }
  const address = `https://site${serial++}.example.org/`
  const { status, body } = await owner.post('/account/v1/sites', { address, ...filing })
  expect(status).toBe(201)
  return body.id
}

/** A site that is approved, its component attested unless `traits` say otherwise. */
export async function openSite(
  network: PermissionNetwork,
  { fields = {}, traits = {} }: { fields?: Wire; traits?: Wire } = {},
): Promise<string> {
  const id = await fileSite(network, fields)
  const review = { decision: 'approve', reason: '资料属实', owner_attested: true, component_attested: true }
  const answer = await network.operate(`/sites/${id}/review`, { ...review, ...traits })
  expect(answer).toMatchObject({ status: 200, body: { status: 'approved' } })
  return id
}

export async function setTraits(network: PermissionNetwork, siteId: string, traits: Wire): Promise<void> {
  const answer = await network.operate(`/sites/${siteId}/traits`, { reason: '复核', ...traits })
  expect(answer.status).toBe(200)
}

export async function givePoints(network: PermissionNetwork, siteId: string, points: number): Promise<void> {
  const answer = await network.operate(`/sites/${siteId}/points`, { points, reason: '违规扣分' })
  expect(answer.status).toBeLessThan(300)
}

/** What the owner reports and the operator confirms. */
export async function confirmFigure(
  network: PermissionNetwork,
  siteId: string,
  { kind, value }: { kind: 'downloads' | 'daily_users'; value: number },
): Promise<void> {
  const report = await network.owner.post(`/account/v1/sites/${siteId}/reports`, {
    kind,
    value,
    note: '截图',
  })
  expect(report.status).toBe(201)
  const path = `/site-reports/${report.body.id}/decide`
  expect((await network.operate(path, { decision: 'confirm', reason: '属实' })).status).toBe(200)
}

export async function set({ operate }: PermissionNetwork, settings: Wire): Promise<void> {
  for (const [name, value] of Object.entries(settings)) {
    expect(await operate(`/settings/${name}`, { value, reason: '测试' }, 'PUT')).toMatchObject({
      status: 200,
    })
  }
}

/** Moves business time, with all jobs that come due by it. */
export async function advance({ server }: PermissionNetwork, text: string): Promise<void> {
  const { status, body } = await askAsOperator(server, '/sandbox/clock', { body: { advance: text } })
  expect(status).toBe(200)
  expect(body.jobs.filter((job: Wire) => !job.ok)).toEqual([])
}

/** Day after day, as a server that runs all the time has them. */
export async function passDays(network: PermissionNetwork, days: number, each?: () => Promise<void>) {
  for (let n = 0; n < days; n++) {
    await each?.()
    await advance(network, '1d')
  }
}

export function ask(network: PermissionNetwork, pkg: string, siteId: string): Promise<Answer> {
  return askWith(network, { package: pkg, site_id: siteId })
}

export function askWith({ owner, app }: PermissionNetwork, fields: Wire): Promise<Answer> {
  return owner.post('/account/v1/applications', { app_key: app.key, ...fields })
}

/** basic for the site, which is to meet its rules. */
export async function getBasic(network: PermissionNetwork, siteId: string): Promise<Wire> {
  expect(await ask(network, 'basic', siteId)).toMatchObject({ status: 201, body: { state: 'granted' } })
  return grantOf(network, 'basic', siteId)
}

/** link or share by invitation and a reviewer who looks past figures. */
export async function getReviewed(
  network: PermissionNetwork,
  pkg: 'link' | 'share',
  siteId: string,
): Promise<Wire> {
  await network.operate('/invitations', { site_id: siteId, package: pkg, reason: '优质媒体' })
  const asked = await ask(network, pkg, siteId)
  expect(asked).toMatchObject({ status: 201, body: { state: 'waiting' } })
  const ruling = { decision: 'grant', reason: '符合要求' }
  expect(await network.operate(`/applications/${asked.body.id}/decide`, ruling)).toMatchObject({
    status: 200,
    body: { state: 'granted' },
  })
  return grantOf(network, pkg, siteId)
}

/** The grant as its holder sees it. */
export async function grantOf({ owner, app }: PermissionNetwork, pkg: string, siteId: string): Promise<Wire> {
  const { body } = await owner.get(`/account/v1/grants?app_key=${app.key}&site_id=${siteId}`)
  return body.grants.find((grant: Wire) => grant.package === pkg)
}

/** The rules that are not met, by number. */
export function unmet(of: Wire): string[] {
  return of.rules.filter((rule: Wire) => !rule.met).map((rule: Wire) => rule.rule)
}

/** A call of a package's method by the new app: nothing, or the error. */
export async function call(network: PermissionNetwork, pkg: 'basic' | 'link', adzone = ''): Promise<Wire> {
  const { server, app } = network
  const answer =
    pkg === 'basic'
      ? await server.call('taobao.tbk.item.info.get', { num_iids: server.demo.item_ids[0] }, { app })
      : await server.call(
          'taobao.tbk.dg.general.link.convert',
          { adzone_id: adzone, item_id_list: server.demo.item_ids[0] },
          { app },
        )
  return answer.error_response
}

export async function newAdzone({ owner }: PermissionNetwork, siteId: string): Promise<string> {
  const { status, body } = await owner.post('/account/v1/adzones', { site_id: siteId, name: '首页' })
  expect(status).toBe(201)
  return body.adzone_id
}

/** A link by the console's tool, which needs no package. */
export async function toolLink({ server, owner }: PermissionNetwork, adzoneId: string): Promise<string> {
  const texts = [server.demo.item_ids[0]]
  const { body } = await owner.post('/account/v1/links', { adzone_id: adzoneId, texts })
  return body.links[0].cps.long_url
}

/** A shopper clicks on a link and pays. */
export async function sell({ server }: PermissionNetwork, link: string, price = '99.99'): Promise<void> {
  const { clickId, itemId } = await landingOf(link)
  const id = `permission-order-${serial++}`
  const order = { trade_parent_id: id, trade_id: id, item_id: itemId, item_num: 1, click_id: clickId }
  const at = server.ctx.clock.now().toISOString()
  const event = { event_id: id, type: 'paid', price, paid_fee: price, at, ...order }
  expect((await sendEvents(server, [event]))[0].status).toBe('accepted')
}

/** What the owner was told about packages, the oldest first: kind, and the text in both languages. */
export async function told({
  owner,
}: PermissionNetwork): Promise<{ kind: string; zh: string; en: string }[]> {
  const all: Wire[] = []
  for (let next: string | null = ''; next !== null; ) {
    const { body } = await owner.get(`/account/v1/notices?limit=100&before=${next}`)
    all.push(...body.notices)
    next = body.next
  }
  return all
    .filter(({ kind }) => kind.startsWith('permission.'))
    .map(({ kind, body }) => ({ kind, ...body }))
    .reverse()
}

/** The audit log of a site's packages, the oldest first. */
export async function logOf({ operate }: PermissionNetwork, siteId: string): Promise<Wire[]> {
  const { body } = await operate(`/decisions?site_id=${siteId}&kind=permission.&limit=200`)
  return body.decisions.reverse()
}
