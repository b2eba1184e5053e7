import { formatGmt8 } from '@opentbk/top'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addWorkingDays } from '../../src/domain/calendar/rules.ts'
import type { Wire } from '../setup/server.ts'
import {
  advance,
  ask,
  call,
  confirmFigure,
  getBasic,
  getReviewed,
  grantOf,
  logOf,
  newAdzone,
  newApp,
  openSite,
  type PermissionNetwork,
  sell,
  set,
  setTraits,
  startPermissionNetwork,
  told,
  toolLink,
  unmet,
} from './permission-network.ts'

let network: PermissionNetwork

beforeAll(async () => {
  network = await startPermissionNetwork()
})
afterAll(() => network.server.close())
beforeEach(async () => {
  // A click and an order a day, over two days.
  await set(network, { link_daily_clicks: 1, link_daily_paid_fen: 100, average_days: 2 })
})

const today = () => formatGmt8(network.server.ctx.clock.now()).slice(0, 10)
const invite = (site: string, pkg = 'link') =>
  network.operate('/invitations', { site_id: site, package: pkg, reason: '优质媒体' })
const decide = (id: string, ruling: Wire) =>
  network.operate(`/applications/${id}/decide`, { reason: '已审核', ...ruling })
const queue = async (query = ''): Promise<Wire[]> =>
  (await network.operate(`/applications?limit=200${query}`)).body.applications

/** A site that has basic, is invited, and has the clicks and orders that link asks for. */
async function openBusySite(how: { fields?: Wire; traits?: Wire } = {}): Promise<string> {
  const site = await openSite(network, how)
  await getBasic(network, site)
  await invite(site)
  await trade(site)
  return site
}

async function trade(site: string): Promise<void> {
  const link = await toolLink(network, await newAdzone(network, site))
  for (let n = 0; n < 3; n++) await sell(network, link)
  await advance(network, '1d')
}

describe('链接API', () => {
  test('the whole way: clicks and orders by the link tool, the queue, a reviewer, calls', async () => {
    network = { ...network, app: await newApp(network) }
    const site = await openBusySite()
    const adzone = await newAdzone(network, site)
    const limit = { code: 11, sub_code: 'isv.permission-api-package-limit', sub_msg: 'scope ids is 11655' }
    expect(await call(network, 'link', adzone)).toMatchObject(limit)
    const { body } = await ask(network, 'link', site)
    expect(body).toMatchObject({ state: 'waiting', overdue: false })
    expect(await grantOf(network, 'link', site)).toBeUndefined()
    expect((await decide(body.id, { decision: 'grant' })).body).toMatchObject({ state: 'granted' })
    await expect.poll(() => call(network, 'link', adzone)).toBeUndefined()
    const grant = await grantOf(network, 'link', site)
    expect(grant).toMatchObject({ status: 'granted', basis: 'review', checked: true })
    expect((await told(network)).at(-1)?.zh).toContain('链接API')
    const decided = (await logOf(network, site)).at(-1)
    expect(decided).toMatchObject({ kind: 'permission.grant', made_by: 'operator', reason: '已审核' })
    expect(decided.figures.rules.find((one: Wire) => one.rule === '二（二）1（1）')).toMatchObject({
      figures: { daily_clicks: 1, daily_paid_fen: 14_998 },
      thresholds: { daily_clicks: 1, daily_paid_fen: 100, days: 2 },
    })
  })

  test('二（二）1（1） clicks and amount of the full days, by the seed’s own thresholds', async () => {
    await set(network, { link_daily_clicks: null, link_daily_paid_fen: null, average_days: null })
    const site = await openSite(network)
    await getBasic(network, site)
    await invite(site)
    const write = (fields: { clicks: bigint; paid_fen: bigint }) => writeDays(site, 30, fields)
    await write({ clicks: 50_000n, paid_fen: 9_999_999n })
    expect(unmet((await ask(network, 'link', site)).body)).toEqual(['二（二）1（1）'])
    await write({ clicks: 49_999n, paid_fen: 10_000_000n })
    const { body } = await ask(network, 'link', site)
    expect(unmet(body)).toEqual(['二（二）1（1）'])
    expect(body.reason).toContain(
      '日均点击量须达 50,000、日均付款金额须达 100000.00 元：现为 49,999 与 100000.00 元',
    )
    await write({ clicks: 50_000n, paid_fen: 10_000_000n })
    expect((await ask(network, 'link', site)).body.state).toBe('waiting')
  })

  /** What the roll-ups of so many days until yesterday would be. */
  async function writeDays(site: string, days: number, fields: { clicks: bigint; paid_fen: bigint }) {
    const rows = Array.from({ length: days }, (_, n) => ({
      site_id: BigInt(site),
      day: formatGmt8(new Date(network.server.ctx.clock.now().getTime() - (n + 1) * 86_400_000)).slice(0, 10),
      paid_orders: 1n,
      ...fields,
    }))
    const insert = network.server.db.insertInto('site_days').values(rows)
    await insert.onConflict((on) => on.columns(['site_id', 'day']).doUpdateSet(fields)).execute()
  }

  test('二（二）1（2） an app: downloads or daily users, as confirmed', async () => {
    const site = await openBusySite({ fields: { kind: 'app', address: 'com.example.deals' } })
    expect(unmet((await ask(network, 'link', site)).body)).toEqual(['二（二）1（2）'])
    await confirmFigure(network, site, { kind: 'downloads', value: 999_999 })
    expect(unmet((await ask(network, 'link', site)).body)).toEqual(['二（二）1（2）'])
    await confirmFigure(network, site, { kind: 'daily_users', value: 300_000 })
    expect((await ask(network, 'link', site)).body.state).toBe('waiting')
  })

  test.each(['返利', '入口', '代购'])(
    '二（二）1（3） no website of category %s, an app may be',
    async (category) => {
      const site = await openBusySite({ fields: { category } })
      const { body } = await ask(network, 'link', site)
      expect(unmet(body)).toEqual(['二（二）1（3）'])
      expect(body.reason).toContain(`现为${category}`)
    },
  )

  test('is for those who are invited, or for all by the setting', async () => {
    const site = await openSite(network)
    await getBasic(network, site)
    await trade(site)
    expect(unmet((await ask(network, 'link', site)).body)).toEqual(['invitation'])
    await set(network, { open_applications: true })
    const { body } = await ask(network, 'link', site)
    expect(body.state).toBe('waiting')
    await set(network, { open_applications: null })
    // The reviewer looks past the invitation, and that is kept.
    expect(await decide(body.id, { decision: 'grant' })).toMatchObject({
      status: 400,
      body: { field: 'decision', error: expect.stringContaining('invitation') },
    })
    expect((await decide(body.id, { decision: 'grant', despite_rules: true })).status).toBe(200)
    expect((await logOf(network, site)).at(-1).figures).toMatchObject({ despite_rules: true })
  })

  test('an invitation is told, listed and taken back', async () => {
    const site = await openSite(network)
    expect((await invite(site)).status).toBe(201)
    expect((await told(network)).at(-1)).toMatchObject({ kind: 'permission.invite' })
    expect(await invite(site)).toMatchObject({ status: 400, body: { field: 'package' } })
    const listed = async () =>
      (await network.operate(`/invitations?after=${Number(site) - 1}`)).body.invitations.map(
        (one: Wire) => one.site_id,
      )
    expect(await listed()).toEqual([site])
    const back = { site_id: site, package: 'link', reason: '误发' }
    expect((await network.operate('/invitations/withdraw', back)).status).toBe(200)
    expect((await network.operate('/invitations/withdraw', back)).status).toBe(404)
    expect(await listed()).toEqual([])
  })
})

describe('三方API', () => {
  test('二（二）2 a platform with enough daily users, after basic', async () => {
    const site = await openSite(network)
    await invite(site, 'share')
    expect(unmet((await ask(network, 'share', site)).body)).toEqual(['basic', '二（二）2'])
    await getBasic(network, site)
    await confirmFigure(network, site, { kind: 'daily_users', value: 499_999 })
    await setTraits(network, site, { is_platform: true })
    expect(unmet((await ask(network, 'share', site)).body)).toEqual(['二（二）2'])
    await confirmFigure(network, site, { kind: 'daily_users', value: 500_000 })
    expect(await getReviewed(network, 'share', site)).toMatchObject({ status: 'granted', basis: 'review' })
  })
})

describe('the queue', () => {
  test('is sorted by due date, the 15th working day; late answers are flagged', async () => {
    await clearQueue()
    const later = await openBusySite()
    const first = (await ask(network, 'link', later)).body
    const due = addWorkingDays(today(), 15, await calendarNow())
    expect(first).toMatchObject({ due_on: due.day, due_provisional: due.isProvisional })
    await set(network, { answer_working_days: 5 })
    const sooner = await openBusySite()
    const second = (await ask(network, 'link', sooner)).body
    await set(network, { answer_working_days: null })
    expect((await queue()).map(({ id }) => id)).toEqual([second.id, first.id])
    expect((await queue(`&after=${second.id}`)).map(({ id }) => id)).toEqual([first.id])
    expect(await queue('&overdue=true')).toEqual([])
    await advance(network, `${daysUntil(second.due_on) + 1}d`)
    const late = await queue('&overdue=true')
    expect(late.map(({ id, overdue }) => [id, overdue])).toEqual([[second.id, true]])
    expect((await queue()).map(({ overdue }) => overdue)).toEqual([true, false])
    await clearQueue()
  })

  const daysUntil = (day: string) =>
    Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today()}T00:00:00Z`)) / 86_400_000)

  async function calendarNow() {
    const { db } = network.server
    const days = await db.selectFrom('calendar_days').selectAll().execute()
    const years = await db.selectFrom('calendar_years').selectAll().execute()
    return {
      days: new Map(days.map((row) => [row.day, row.is_working])),
      years: new Set(years.map((row) => row.year)),
    }
  }

  async function clearQueue() {
    for (const { id } of await queue()) await decide(id, { decision: 'refuse' })
    expect(await queue()).toEqual([])
  }

  test('a due date that was provisional is set again once the calendar knows the year', async () => {
    // Two years on no calendar knows the holidays.
    await advance(network, '400d')
    await advance(network, '400d')
    const year = network.server.ctx.clock.now().getUTCFullYear()
    const site = await openBusySite()
    const { body } = await ask(network, 'link', site)
    expect(body.due_provisional).toBe(true)
    for (const one of [year, year + 1]) {
      await network.operate(`/calendar/years/${one}`, { reason: '已公布' }, 'PUT')
    }
    // Every day of the next week off.
    for (let n = 2; n <= 8; n++) {
      const day = formatGmt8(new Date(network.server.ctx.clock.now().getTime() + n * 86_400_000)).slice(0, 10)
      const off = { working: false, name: '假期', reason: '已公布' }
      expect((await network.operate(`/calendar/${day}`, off, 'PUT')).status).toBe(200)
    }
    await advance(network, '1d')
    const [redated] = await queue()
    expect(redated).toMatchObject({ id: body.id, due_provisional: false })
    expect(redated?.due_on > body.due_on).toBe(true)
    await decide(body.id, { decision: 'refuse' })
  })

  test('an application is cancelled by whoever made it, once', async () => {
    const site = await openBusySite()
    const { body } = await ask(network, 'link', site)
    expect(await ask(network, 'link', site)).toMatchObject({ status: 400, body: { field: 'package' } })
    const path = `/account/v1/applications/${body.id}/cancel`
    expect((await network.other.post(path)).status).toBe(404)
    expect((await network.owner.post(path)).body.state).toBe('cancelled')
    expect(await network.owner.post(path)).toMatchObject({ status: 400, body: { field: 'id' } })
    expect(await decide(body.id, { decision: 'grant' })).toMatchObject({ status: 400, body: { field: 'id' } })
    expect((await ask(network, 'link', site)).body.state).toBe('waiting')
  })

  test('what was met when it was filed is judged again when it is decided', async () => {
    const site = await openBusySite()
    const { body } = await ask(network, 'link', site)
    await set(network, { link_daily_clicks: 1000 })
    const refused = await decide(body.id, { decision: 'grant' })
    expect(refused).toMatchObject({ status: 400, body: { field: 'decision' } })
    expect(refused.body.error).toContain('二（二）1（1）')
    // What a reviewer is to put right elsewhere is not looked past.
    await setTraits(network, site, { category: '返利' })
    const despite = { decision: 'grant', despite_rules: true }
    expect((await decide(body.id, despite)).body.error).toContain('二（二）1（3）')
    await setTraits(network, site, { category: '导购' })
    const shown = (await network.operate(`/applications/${body.id}`)).body
    expect(unmet(shown)).toEqual([])
    expect(unmet({ rules: shown.rules_now })).toEqual(['二（二）1（1）'])
    expect((await decide(body.id, despite)).body.state).toBe('granted')
    expect(await decide(body.id, despite)).toMatchObject({ status: 400, body: { field: 'id' } })
  })

  test('refused by the reviewer, the owner hears why and may ask again', async () => {
    const site = await openBusySite()
    const { body } = await ask(network, 'link', site)
    const answer = await decide(body.id, { decision: 'refuse', reason: '内容质量不足' })
    expect(answer.body).toMatchObject({ state: 'refused', reason: '内容质量不足' })
    expect((await told(network)).at(-1)).toMatchObject({
      kind: 'permission.refuse',
      zh: expect.stringContaining('内容质量不足'),
    })
    expect((await ask(network, 'link', site)).body.state).toBe('waiting')
  })
})

test.each([
  ['/applications/1/decide', { decision: 'maybe', reason: '好' }, 'decision'],
  ['/applications/1/decide', { decision: 'grant' }, 'reason'],
  ['/invitations', { site_id: '1', package: 'basic', reason: '好' }, 'package'],
  ['/invitations', { site_id: '1', package: 'link', reason: '好' }, 'site_id'],
  ['/grants', { app_key: '1', package: 'link', reason: '好' }, 'app_key'],
  ['/grants', { app_key: '12630101', package: 'link', site_id: '1', reason: '好' }, 'site_id'],
  ['/grants', { app_key: '12630101', package: 'link', checked: true, reason: '好' }, 'checked'],
])('%s %j is refused by its name', async (path, body, field) => {
  expect(await network.operate(path, body)).toMatchObject({ status: 400, body: { field } })
})
