import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Wire } from '../setup/server.ts'
import { landingOf } from '../setup/shop.ts'
import {
  advance,
  ask,
  call,
  getBasic,
  getReviewed,
  givePoints,
  grantOf,
  logOf,
  newAdzone,
  newApp,
  openSite,
  type PermissionNetwork,
  passDays,
  sell,
  set,
  setTraits,
  startPermissionNetwork,
  told,
  toolLink,
} from './permission-network.ts'

let network: PermissionNetwork

beforeAll(async () => {
  network = await startPermissionNetwork()
})
afterAll(() => network.server.close())
beforeEach(async () => {
  network = { ...network, app: await newApp(network) }
  await set(network, { idle_days: null, grace_days: null, basic_points_limit: null })
})

const kindsSince = async (from: number) => (await told(network)).slice(from).map(({ kind }) => kind)
const isHeld = async (pkg: string, site: string) => (await grantOf(network, pkg, site)).status === 'granted'
const stopsOf = async (site: string) => {
  const rows = network.server.db.selectFrom('site_stops').selectAll().where('site_id', '=', BigInt(site))
  return (await rows.execute()).map(({ cause }) => cause).sort()
}

/** An app that holds basic for a site, calls it and sells, each of which may be left out. */
async function openHolder() {
  const site = await openSite(network)
  await getBasic(network, site)
  const link = await toolLink(network, await newAdzone(network, site))
  await expect.poll(() => call(network, 'basic')).toBeUndefined()
  const doCall = async () => expect(await call(network, 'basic')).toBeUndefined()
  return { site, call: doCall, sell: () => sell(network, link) }
}

/** link without figures, so that a test need not earn them. */
async function getLink(site: string): Promise<string> {
  await set(network, { link_daily_clicks: 0, link_daily_paid_fen: 0 })
  await getReviewed(network, 'link', site)
  return newAdzone(network, site)
}

describe('三 2', () => {
  test('30 full days without a paid order: warned 7 and 1 days before, once each, then withdrawn', async () => {
    const holder = await openHolder()
    await holder.sell()
    const from = (await told(network)).length
    await passDays(network, 23, holder.call)
    expect(await kindsSince(from)).toEqual([])
    expect(await grantOf(network, 'basic', holder.site)).toMatchObject({
      days_left: 8,
      threats: [{ cause: 'no_orders', days_left: 8 }],
    })
    await passDays(network, 1, holder.call)
    expect(await kindsSince(from)).toEqual(['permission.warn'])
    await passDays(network, 5, holder.call)
    expect(await kindsSince(from)).toEqual(['permission.warn'])
    await passDays(network, 1, holder.call)
    expect(await kindsSince(from)).toEqual(['permission.warn', 'permission.warn'])
    const [week, last] = (await told(network)).slice(from)
    expect(week?.zh).toContain('将在 7 天后被清退')
    expect(last?.zh).toContain('将在 1 天后被清退')
    expect(last?.zh).toMatch(/三 2：自 \d{4}-\d\d-\d\d 起连续 29 天无成交，满 30 天即清退/)
    expect(await isHeld('basic', holder.site)).toBe(true)
    await passDays(network, 1, holder.call)
    expect(await grantOf(network, 'basic', holder.site)).toMatchObject({
      ...{ status: 'withdrawn', withdrawn_cause: 'no_orders', days_left: null },
    })
    const notice = (await told(network)).at(-1)
    expect(notice).toMatchObject({ kind: 'permission.withdraw' })
    expect(notice?.en).toContain('30 days in a row without a paid order')
    const log = await logOf(network, holder.site)
    expect(log.map(({ kind }) => kind)).toEqual([
      ...['permission.grant', 'permission.warn', 'permission.warn', 'permission.withdraw'],
    ])
    expect(log.at(-1)).toMatchObject({
      made_by: 'rule',
      figures: { cause: 'no_orders', threats: [{ cause: 'no_orders', days_left: 0 }], idle_days: 30 },
    })
    await expect
      .poll(() => call(network, 'basic'))
      .toMatchObject({ code: 11, sub_code: 'isv.permission-api-package-empty' })
    // Reinstated, its days count anew, for all that it has sold nothing.
    const { id } = await grantOf(network, 'basic', holder.site)
    const appeal = await network.owner.post(`/account/v1/grants/${id}/appeal`, { reason: '店铺改版' })
    await network.operate(`/appeals/${appeal.body.id}/decide`, { decision: 'uphold', reason: '属实' })
    await expect.poll(() => call(network, 'basic')).toBeUndefined()
    await passDays(network, 2, holder.call)
    expect(await grantOf(network, 'basic', holder.site)).toMatchObject({ status: 'granted', days_left: 29 })
    // A month of days, each with its jobs.
  }, 120_000)

  test('30 full days without a call; one call begins them anew', async () => {
    await set(network, { idle_days: 3, warn_days: [1] })
    const holder = await openHolder()
    await passDays(network, 2, holder.sell)
    await passDays(network, 1, async () => {
      await holder.call()
      await holder.sell()
    })
    const from = (await told(network)).length
    await passDays(network, 1, holder.sell)
    expect(await kindsSince(from)).toEqual([])
    await passDays(network, 1, holder.sell)
    expect(await kindsSince(from)).toEqual(['permission.warn'])
    await passDays(network, 1, holder.sell)
    expect(await grantOf(network, 'basic', holder.site)).toMatchObject({
      ...{ status: 'withdrawn', withdrawn_cause: 'no_calls' },
    })
    await set(network, { warn_days: null })
  })

  test('what the operator gave unchecked stays, as the demo network does', async () => {
    const site = await openSite(network)
    const given = { app_key: network.app.key, site_id: site, reason: '合作' }
    await network.operate('/grants', { ...given, package: 'basic' })
    await network.operate('/grants', { ...given, package: 'order', checked: true })
    await advance(network, '32d')
    expect(await isHeld('basic', site)).toBe(true)
    expect(await isHeld('order', site)).toBe(false)
    expect((await network.server.call('taobao.time.get')).error_response).toBeUndefined()
    const demo = (await network.operate(`/grants?app_key=${network.server.demo.app.key}`)).body.grants
    expect(demo.every((grant: Wire) => grant.status === 'granted' && grant.days_left === null)).toBe(true)
  })
})

describe('三 1', () => {
  test('points: at once, with link; calls answer 11, links earn nothing; appeal and reinstatement', async () => {
    const holder = await openHolder()
    await network.operate('/grants', { app_key: network.app.key, package: 'order', reason: '合作' })
    const adzone = await getLink(holder.site)
    await expect.poll(() => call(network, 'link', adzone)).toBeUndefined()
    const link = await apiLink(adzone)
    const from = (await told(network)).length
    await givePoints(network, holder.site, 18)
    const limit = { code: 11, sub_code: 'isv.permission-api-package-limit', sub_msg: 'scope ids is 14814' }
    await expect.poll(() => call(network, 'basic')).toMatchObject(limit)
    expect(await call(network, 'link', adzone)).toMatchObject(limit)
    expect((await grantOf(network, 'basic', holder.site)).withdrawn_cause).toBe('rule')
    expect((await grantOf(network, 'link', holder.site)).withdrawn_cause).toBe('rule')
    const notices = (await told(network)).slice(from)
    expect(notices.map(({ kind }) => kind)).toEqual(['permission.withdraw', 'permission.withdraw'])
    expect(notices[0]?.zh).toContain('二（一）3：媒体扣分须小于 18：现为 18')
    expect(notices[1]?.zh).toContain('该应用已失去此媒体的基础API')
    expect(await stopsOf(holder.site)).toEqual(['link'])
    await expect.poll(() => lastClick(link)).toMatchObject({ attributable: false })

    const lost = await grantOf(network, 'basic', holder.site)
    const appeal = await network.owner.post(`/account/v1/grants/${lost.id}/appeal`, { reason: '扣分有误' })
    expect(appeal).toMatchObject({ status: 201, body: { state: 'waiting', package: 'basic' } })
    const decide = (id: string, decision: string) =>
      network.operate(`/appeals/${id}/decide`, { decision, reason: '复核' })
    expect((await decide(appeal.body.id, 'uphold')).body.error).toContain('二（一）3')
    await givePoints(network, holder.site, -18)
    expect((await decide(appeal.body.id, 'uphold')).body.state).toBe('upheld')
    await expect.poll(() => call(network, 'basic')).toBeUndefined()
    expect(await call(network, 'link', adzone)).toMatchObject({ sub_msg: 'scope ids is 11655 14814' })
    const other = await grantOf(network, 'link', holder.site)
    const second = await network.owner.post(`/account/v1/grants/${other.id}/appeal`, { reason: '基础已恢复' })
    expect((await decide(second.body.id, 'uphold')).status).toBe(200)
    await expect.poll(() => call(network, 'link', adzone)).toBeUndefined()
    expect(await stopsOf(holder.site)).toEqual([])
    await expect.poll(() => lastClick(link)).toMatchObject({ attributable: true })
    expect((await told(network)).at(-1)).toMatchObject({ kind: 'permission.uphold_appeal' })
    // Its days count anew.
    expect(await grantOf(network, 'link', holder.site)).toMatchObject({ days_left: null, threats: [] })
  })

  test.each([
    [
      'approval',
      (site: string) => network.operate(`/sites/${site}/withdraw`, { reason: '停运' }),
      '二（一）1',
    ],
    ['closing', (site: string) => network.owner.post(`/account/v1/sites/${site}/close`), '二（一）1'],
  ])('the end of the site’s %s takes it at once', async (_name, end, rule) => {
    const holder = await openHolder()
    expect((await end(holder.site)).status).toBe(200)
    expect(await grantOf(network, 'basic', holder.site)).toMatchObject({ withdrawn_cause: 'rule' })
    expect((await told(network)).at(-1)?.zh).toContain(rule)
  })

  test('a category that link is not for takes link alone', async () => {
    const holder = await openHolder()
    await getLink(holder.site)
    await setTraits(network, holder.site, { category: '返利' })
    expect(await isHeld('basic', holder.site)).toBe(true)
    expect(await isHeld('link', holder.site)).toBe(false)
    expect((await told(network)).at(-1)?.zh).toContain('二（二）1（3）')
  })

  test('no platform any more takes share, and the links of share alone', async () => {
    const holder = await openHolder()
    await getLink(holder.site)
    await setTraits(network, holder.site, { is_platform: true })
    await set(network, { share_daily_users: 0 })
    await getReviewed(network, 'share', holder.site)
    await setTraits(network, holder.site, { is_platform: false })
    expect(await isHeld('share', holder.site)).toBe(false)
    expect(await isHeld('link', holder.site)).toBe(true)
    expect(await stopsOf(holder.site)).toEqual(['share'])
    expect((await told(network)).at(-1)?.zh).toContain('二（二）2')
  })

  test('a component that is seen no more, after its days and those of grace', async () => {
    await set(network, { idle_days: 1, grace_days: 2, component_last_days: 2 })
    const holder = await openHolder()
    const each = async () => {
      await holder.call()
      await holder.sell()
    }
    await setTraits(network, holder.site, { component_attested: false })
    expect(await isHeld('basic', holder.site)).toBe(true)
    await passDays(network, 2, each)
    expect((await grantOf(network, 'basic', holder.site)).threats).toMatchObject([{ cause: 'rule' }])
    await passDays(network, 1, each)
    expect(await grantOf(network, 'basic', holder.site)).toMatchObject({ withdrawn_cause: 'rule' })
    expect((await told(network)).at(-1)?.zh).toContain('二（一）2')
    await set(network, { component_last_days: null })
  })

  test('figures have 7 days of grace from the first day on which they are too low', async () => {
    await set(network, { idle_days: 3 })
    const holder = await openHolder()
    await getLink(holder.site)
    const adzone = await newAdzone(network, holder.site)
    await expect.poll(() => call(network, 'link', adzone)).toBeUndefined()
    const each = async () => {
      await holder.call()
      expect(await call(network, 'link', adzone)).toBeUndefined()
      await holder.sell()
    }
    await passDays(network, 4, each)
    await set(network, { link_daily_clicks: 50_000 })
    const from = (await told(network)).length
    await passDays(network, 1, each)
    expect(await kindsSince(from)).toEqual(['permission.warn'])
    expect((await told(network)).at(-1)?.zh).toContain('二（二）1（1）')
    expect((await grantOf(network, 'link', holder.site)).days_left).toBe(7)
    // Met for a day, they begin anew.
    await set(network, { link_daily_clicks: 0 })
    await passDays(network, 1, each)
    await set(network, { link_daily_clicks: 50_000 })
    await passDays(network, 7, each)
    expect((await grantOf(network, 'link', holder.site)).days_left).toBe(1)
    const stages = (await told(network)).slice(from).map(({ zh }) => /(\d+) 天后/.exec(zh)?.[1])
    expect(stages).toEqual(['7', '7', '1'])
    await passDays(network, 1, each)
    expect(await grantOf(network, 'link', holder.site)).toMatchObject({
      ...{ status: 'withdrawn', withdrawn_cause: 'rule' },
    })
    expect(await isHeld('basic', holder.site)).toBe(true)
  })
})

describe('三 3', () => {
  test('a confirmed violation takes all that rules gave, and stops every link', async () => {
    const holder = await openHolder()
    await getLink(holder.site)
    const { caseId } = await raiseCase(holder.site)
    const decided = await network.operate(`/cases/${caseId}/decide`, { decision: 'confirm', reason: '刷量' })
    expect(decided.status).toBe(200)
    for (const pkg of ['basic', 'link'])
      expect(await grantOf(network, pkg, holder.site)).toMatchObject({ withdrawn_cause: 'violation' })
    expect(await stopsOf(holder.site)).toEqual(['link', 'violation'])
    const refused = (await ask(network, 'basic', holder.site)).body
    expect(refused.reason).toContain('三 3')
    const uphold = async (pkg: string) => {
      const { id } = await grantOf(network, pkg, holder.site)
      const appeal = await network.owner.post(`/account/v1/grants/${id}/appeal`, { reason: '误判' })
      return network.operate(`/appeals/${appeal.body.id}/decide`, { decision: 'uphold', reason: '误判' })
    }
    expect((await uphold('basic')).status).toBe(200)
    expect(await stopsOf(holder.site)).toEqual(['link', 'violation'])
    expect((await uphold('link')).status).toBe(200)
    expect(await stopsOf(holder.site)).toEqual([])
  })

  test('by the operator’s own decision; lifted, it may be asked for again', async () => {
    const holder = await openHolder()
    const { id } = await grantOf(network, 'basic', holder.site)
    const withdrawal = { reason: '作弊', violation: true }
    expect(await network.operate(`/grants/${id}/withdraw`, withdrawal)).toMatchObject({
      body: { status: 'withdrawn', withdrawn_cause: 'violation' },
    })
    expect(await network.operate(`/grants/${id}/withdraw`, withdrawal)).toMatchObject({ status: 400 })
    expect(await stopsOf(holder.site)).toEqual(['violation'])
    const lift = () => network.operate(`/sites/${holder.site}/lift-violation`, { reason: '整改完成' })
    expect((await lift()).status).toBe(200)
    expect((await lift()).status).toBe(404)
    expect(await stopsOf(holder.site)).toEqual([])
    expect((await ask(network, 'basic', holder.site)).body.state).toBe('granted')
  })

  async function raiseCase(site: string): Promise<{ caseId: string }> {
    const { db } = network.server
    const { member_id } = await db
      .selectFrom('sites')
      .select('member_id')
      .where('id', '=', BigInt(site))
      .executeTakeFirstOrThrow()
    const { id } = await db
      .insertInto('cheating_cases')
      .values({
        ...{ kind: 'one_shopper', site_id: BigInt(site), member_id, day: '2026-01-01', figures: '{}' },
        raised_at: new Date(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { caseId: String(id) }
  }
})

describe('appeals', () => {
  test('of one’s own loss alone, one at a time, decided once', async () => {
    const holder = await openHolder()
    const { id } = await grantOf(network, 'basic', holder.site)
    const path = `/account/v1/grants/${id}/appeal`
    const reason = { reason: '误判' }
    expect(await network.owner.post(path, reason)).toMatchObject({ status: 400, body: { field: 'id' } })
    await network.operate(`/grants/${id}/withdraw`, { reason: '抽查' })
    expect((await network.other.post(path, reason)).status).toBe(404)
    expect((await network.owner.post('/account/v1/grants/999999/appeal', reason)).status).toBe(404)
    expect((await network.owner.post(path, {})).body.field).toBe('reason')
    const appeal = await network.owner.post(path, reason)
    expect(appeal.status).toBe(201)
    expect(await network.owner.post(path, reason)).toMatchObject({ status: 400, body: { field: 'id' } })
    expect(await ask(network, 'basic', holder.site)).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('appeal') },
    })
    const listed = (await network.operate(`/appeals?grant_id=${id}`)).body.appeals
    expect(listed).toEqual([appeal.body])
    const decide = `/appeals/${appeal.body.id}/decide`
    const dismissed = await network.operate(decide, { decision: 'dismiss', reason: '证据不足' })
    expect(dismissed.body).toMatchObject({ state: 'dismissed', decision_reason: '证据不足' })
    expect(await network.operate(decide, { decision: 'uphold', reason: '好' })).toMatchObject({ status: 400 })
    expect((await told(network)).at(-1)).toMatchObject({ kind: 'permission.dismiss_appeal' })
    expect(await isHeld('basic', holder.site)).toBe(false)
    const own = (await network.owner.get('/account/v1/appeals?limit=100')).body.appeals
    expect(own.map((one: Wire) => one.id)).toContain(appeal.body.id)
    expect((await network.other.get('/account/v1/appeals')).body.appeals).toEqual([])
    const log = (await network.owner.get('/account/v1/decisions?limit=3')).body.decisions
    expect(log.map((one: Wire) => one.kind)).toEqual([
      ...['permission.dismiss_appeal', 'permission.appeal', 'permission.withdraw'],
    ])
  })
})

/** A link to an item by the API. */
async function apiLink(adzone: string): Promise<string> {
  const { server, app } = network
  const answer = await server.call(
    'taobao.tbk.dg.general.link.convert',
    { adzone_id: adzone, item_id_list: server.demo.item_ids[0] },
    { app },
  )
  const { item_url_list } = answer.tbk_dg_general_link_convert_response.data
  return item_url_list.item_url_list[0].link_info_dto.cps_long_url
}

/** How a click on the link was taken. */
async function lastClick(link: string): Promise<{ attributable: boolean; reason: string | null }> {
  await landingOf(link)
  return network.server.db
    .selectFrom('clicks')
    .select(['attributable', 'reason'])
    .orderBy('clicked_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}
