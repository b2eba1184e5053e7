import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rollUpFigures } from '../../src/jobs/roll-up-figures.ts'
import { Browser } from '../accounts/browser.ts'
import {
  advance,
  buy,
  click,
  type DaysNetwork,
  type Medium,
  moveTo,
  siteDays,
  startDaysNetwork,
  today,
} from '../figures/days-network.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import type { Wire } from '../setup/server.ts'
import { landingOf } from '../setup/shop.ts'
import { askCases, casesOfToday, set } from './case-network.ts'

let network: DaysNetwork
let first: Medium
let second: Medium

beforeAll(async () => {
  network = await startDaysNetwork()
  ;({ first, second } = network)
})
afterAll(() => network.server.close())

const ofSite = ({ siteId, promoter }: Medium, kind: string, figures: Wire) => ({
  ...{ kind, site_id: siteId, member_id: String(promoter.memberId) },
  ...{ state: 'open', decided_at: null, figures },
})

describe('clicks without orders', () => {
  beforeAll(async () => {
    await set(network, 'case_clicks_least', 3)
    await set(network, 'case_clicks_times', 10)
  })
  afterAll(() => set(network, 'case_clicks_least', 1_000_000))

  test('with an order there is no case', async () => {
    await click(first, 8)
    await buy(network, first)
    await click(second, 9)
    await buy(network, second)
    expect(await casesOfToday(network)).toEqual([])
  })

  test('at ten times the average of the 30 days before there is one, just below there is none', async () => {
    // Before were 9 clicks of the first's and 10 of the second's.
    await click(first, 3)
    await click(second, 3)
    const settings = { case_clicks_least: 3, case_clicks_times: 10 }
    const figures = { clicks: 3, past_days: 30, past_clicks: 9, settings }
    expect(await casesOfToday(network)).toMatchObject([ofSite(first, 'clicks_without_orders', figures)])
  })

  test('with fewer clicks than the least there is none', async () => {
    await set(network, 'case_clicks_least', 4)
    await set(network, 'case_clicks_times', 1)
    await click(first, 3)
    await click(second, 4)
    const figures = { clicks: 4, past_clicks: 13 }
    expect(await casesOfToday(network)).toMatchObject([ofSite(second, 'clicks_without_orders', figures)])
  })
})

describe('one shopper', () => {
  beforeAll(() => set(network, 'case_shopper_clicks', 4))
  afterAll(() => set(network, 'case_shopper_clicks', 1_000_000))

  test('with so many clicks on one site raises a case; one click fewer, several shoppers and bots do not', async () => {
    const { cookie } = await landingOf(first.link)
    await click(first, 3, { cookie })
    await click(first, 4)
    for (const shopper of [await landingOf(second.link), await landingOf(second.link)]) {
      await click(second, 2, { cookie: shopper.cookie })
      await click(second, 2, { cookie: shopper.cookie, 'user-agent': 'Googlebot/2.1' })
    }
    const [found, ...others] = await casesOfToday(network)
    expect(others).toEqual([])
    const busiest = [{ shopper: expect.stringMatching(/^[0-9a-f]{8}$/), clicks: 4, share_bp: 5000 }]
    const figures = { shoppers: 1, clicks: 4, site_clicks: 8, share_bp: 5000, busiest }
    expect(found).toMatchObject(ofSite(first, 'one_shopper', figures))
    expect(found.figures.busiest[0].shopper).not.toBe(cookie.split('=')[1]?.slice(0, 8))
  })
})

describe('purchases of the promoter', () => {
  test('by the browser in which the promoter signed in, on the promoter’s own link alone', async () => {
    const { cookie } = await landingOf(first.link)
    const browser = new Browser(network.server.url)
    browser.cookie = cookie
    expect((await browser.signIn('publisher')).status).toBe(200)
    const own = await buy(network, first, { headers: { cookie } })
    await buy(network, second, { headers: { cookie } })
    await buy(network, first)
    const { trade_id } = await network.server.db
      .selectFrom('orders')
      .select('trade_id')
      .where('outer_id', '=', own.outerId)
      .executeTakeFirstOrThrow()
    const figures = { orders: 1, by_buyer: 0, by_shopper: 1, paid_fen: '9999', trade_ids: [String(trade_id)] }
    expect(await casesOfToday(network)).toMatchObject([ofSite(first, 'self_purchase', figures)])
  })

  test('by a mark that is not ours nobody is known', async () => {
    const browser = new Browser(network.server.url)
    browser.cookie = `otbk_shopper=${'a'.repeat(56)}`
    expect((await browser.signIn('publisher')).status).toBe(200)
    const known = await network.server.db.selectFrom('member_shoppers').selectAll().execute()
    expect(known).toHaveLength(1)
  })

  test('by a buyer id that an operator noted, in that shop and of that member alone', async () => {
    const { server } = network
    const noted = await askAsOperator(server, `/admin/v1/members/${second.promoter.memberId}/buyers`, {
      body: { shop_key: server.demo.shop.key, buyer_id: 'buyer-2', reason: '客服核实' },
    })
    expect(noted.status).toBe(201)
    await buy(network, second, { fields: { buyer_id: 'buyer-2' } })
    await buy(network, first, { fields: { buyer_id: 'buyer-2' } })
    await buy(network, second, { fields: { buyer_id: 'buyer-3' } })
    const unpaid = await buy(network, second, { events: ['created'], fields: { buyer_id: 'buyer-2' } })
    const figures = { orders: 1, by_buyer: 1, by_shopper: 0, paid_fen: '9999' }
    expect(await casesOfToday(network)).toMatchObject([ofSite(second, 'self_purchase', figures)])
    await unpaid.send('paid')
    expect(await casesOfToday(network)).toMatchObject([ofSite(second, 'self_purchase', figures)])
  })
})

describe('refunds', () => {
  const refund = { refund_id: 'r1', refund_fee: '99.99' }

  beforeAll(async () => {
    await advance(network, '31d')
    await set(network, 'case_refund_least_orders', 4)
    await set(network, 'case_refund_share_bp', 5000)
  })
  afterAll(() => set(network, 'case_refund_least_orders', 1_000_000))

  async function buyRefunded(medium: Medium): Promise<void> {
    const order = await buy(network, medium)
    await order.send('refund_requested', refund)
  }

  test('below the share, and of too few orders, raise none', async () => {
    for (let orders = 0; orders < 3; orders++) await buy(network, first)
    await buyRefunded(first)
    for (let orders = 0; orders < 2; orders++) await buyRefunded(second)
    await buy(network, second)
    expect(await casesOfToday(network)).toEqual([])
  })

  test('reaching both on another day raise one about all, and not again a day later', async () => {
    await buy(network, second)
    const figures = { orders: 4, refunded: 2, share_bp: 5000, past_days: 30 }
    expect(await casesOfToday(network)).toMatchObject([ofSite(second, 'refund_rate', figures)])
    await buyRefunded(second)
    expect(await casesOfToday(network)).toEqual([])
  })

  test('that come later count with the day of the payment, on a day without any trade too', async () => {
    const orders = [await buy(network, first), await buy(network, first)]
    for (const order of orders) await order.send('received')
    expect(await casesOfToday(network)).toEqual([])
    for (const order of orders) await order.send('refund_requested', refund)
    const figures = { orders: 6, refunded: 3 }
    expect(await casesOfToday(network)).toMatchObject([ofSite(first, 'refund_rate', figures)])
  })
})

describe('looking again', () => {
  const all = async () => (await askCases(network, '?limit=200')).body.cases

  test('at every day raises nothing that was raised', async () => {
    const { ctx, db } = network.server
    const before = await all()
    expect(before.length).toBeGreaterThan(5)
    await db.deleteFrom('settings').where('key', '=', 'cases_looked_at').execute()
    expect(await rollUpFigures(ctx)).toMatchObject({ days: 0, cases: 0 })
    expect(await all()).toEqual(before)
    const raised = db.selectFrom('decisions').select('subject_id').where('kind', '=', 'case.raise')
    expect((await raised.orderBy('subject_id').execute()).map((row) => String(row.subject_id))).toEqual(
      before.map((one: Wire) => one.id),
    )
  })

  test('a check that fails holds up no figures, and is made up for', async () => {
    const { db } = network.server
    await set(network, 'case_shopper_clicks', 1)
    await sql`create function refuse_case() returns trigger language plpgsql as 'begin raise ''cut off''; end'`.execute(
      db,
    )
    await sql`create trigger refuse_case before insert on cheating_cases execute function refuse_case()`.execute(
      db,
    )
    const day = today(network)
    await click(first, 1)
    const { jobs } = await moveTo(network, '10:00:00')
    expect(jobs).toContainEqual({ name: 'roll up figures', period: today(network), ok: false })
    expect(await siteDays(network, first.siteId)).toMatchObject({ rolled_until: day })
    await sql`drop trigger refuse_case on cheating_cases`.execute(db)
    await casesOfToday(network)
    const found = (await all()).filter((one: Wire) => one.day === day)
    expect(found).toMatchObject([ofSite(first, 'one_shopper', { shoppers: 1, clicks: 1, share_bp: 10_000 })])
  })
})
