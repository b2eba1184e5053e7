import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { rollUpFigures } from '../../src/jobs/roll-up-figures.ts'
import { landingOf } from '../setup/shop.ts'
import {
  advance,
  buy,
  click,
  type DaysNetwork,
  endDay,
  type Medium,
  moveTo,
  siteDays,
  startDaysNetwork,
  today,
} from './days-network.ts'

let network: DaysNetwork
let first: Medium
let second: Medium

beforeAll(async () => {
  network = await startDaysNetwork()
  ;({ first, second } = network)
})
afterAll(() => network.server.close())
afterEach(() => void vi.restoreAllMocks())

const dayOf = async (medium: Medium, day: string) =>
  (await siteDays(network, medium.siteId)).days.find((row: { day: string }) => row.day === day)

/** What the tables themselves say, for what must not change. */
const everything = () =>
  network.server.db.selectFrom('site_days').selectAll().orderBy('day').orderBy('site_id').execute()

describe('a day', () => {
  let day: string

  test('has no figures while it lasts', async () => {
    day = today(network)
    await click(first, 3)
    const { cookie } = await landingOf(first.link)
    // The same shopper on the same link within the hour, and a crawler: neither counts.
    await click(first, 2, { cookie })
    await click(first, 1, { 'user-agent': 'Googlebot/2.1' })
    await click(second, 1)
    const refunded = await buy(network, first, { events: ['created', 'paid', 'received'] })
    await refunded.send('refund_requested', { refund_id: 'r1', refund_fee: '99.99' })
    await refunded.send('refunded', { refund_id: 'r1', refund_fee: '99.99' })
    await buy(network, first, { price: '0.01' })
    await buy(network, first, { events: ['created'] })
    await buy(network, first, { events: ['created', 'closed'] })
    expect(await dayOf(first, day)).toBeUndefined()
  })

  test('over, it has what happened: counted clicks, and orders that were paid whatever became of them', async () => {
    await endDay(network)
    expect(await dayOf(first, day)).toEqual({ day, clicks: 8, paid_orders: 2, paid: '100.00' })
    expect(await dayOf(second, day)).toEqual({ day, clicks: 1, paid_orders: 0, paid: '0.00' })
    expect(await siteDays(network, first.siteId)).toMatchObject({ rolled_until: day })
  })

  test('an order counts on the day it was paid, not on that of its click', async () => {
    const order = await buy(network, first, { events: ['created'] })
    const clicked = await endDay(network)
    await order.send('paid')
    const paid = await endDay(network)
    expect(await dayOf(first, clicked)).toEqual({ day: clicked, clicks: 1, paid_orders: 0, paid: '0.00' })
    expect(await dayOf(first, paid)).toEqual({ day: paid, clicks: 0, paid_orders: 1, paid: '99.99' })
  })

  test('twice is once', async () => {
    const before = await everything()
    expect(await rollUpFigures(network.server.ctx)).toMatchObject({ days: 0, cases: 0 })
    await Promise.all([rollUpFigures(network.server.ctx), rollUpFigures(network.server.ctx)])
    expect(await everything()).toEqual(before)
  })
})

describe('a roll-up that is cut off', () => {
  const block = (day: string) =>
    sql`create or replace function refuse_day() returns trigger language plpgsql as
      ${sql.lit(`begin if new.day = '${day}' then raise 'cut off'; end if; return new; end`)}`.execute(
      network.server.db,
    )

  test('between two days goes on with the next, and neither loses nor doubles', async () => {
    const { db } = network.server
    const one = today(network)
    await block(one)
    await sql`create trigger refuse_day before insert on site_days for each row execute function refuse_day()`.execute(
      db,
    )
    await click(first, 2)
    const failed = await moveTo(network, '10:00:00')
    expect(failed.jobs).toContainEqual({ name: 'roll up figures', period: today(network), ok: false })
    const other = today(network)
    await click(first, 1)
    await buy(network, first)
    await block(other)
    // Two days wait: the first is added up, then it is cut off.
    await moveTo(network, '10:00:00')
    expect(await dayOf(first, one)).toMatchObject({ clicks: 2 })
    expect(await siteDays(network, first.siteId)).toMatchObject({ rolled_until: one })
    await sql`drop trigger refuse_day on site_days`.execute(db)
    const { jobs } = await advance(network, '1s')
    expect(jobs).toContainEqual({ name: 'roll up figures', period: today(network), ok: true })
    expect(await dayOf(first, one)).toEqual({ day: one, clicks: 2, paid_orders: 0, paid: '0.00' })
    expect(await dayOf(first, other)).toEqual({ day: other, clicks: 2, paid_orders: 1, paid: '99.99' })
  })
})

test('what the last moments of a day wrote after its roll-up is there a day later', async () => {
  const day = today(network)
  await click(first, 1)
  const lastMoment = new Date(`${day}T23:59:59.900+08:00`)
  await moveTo(network, '00:00:00')
  expect(await dayOf(first, day)).toMatchObject({ clicks: 1 })
  // Stamped before midnight, by a process that was slow to write it.
  vi.spyOn(network.server.ctx.clock, 'now').mockReturnValue(lastMoment)
  await click(first, 1)
  vi.restoreAllMocks()
  expect(await dayOf(first, day)).toMatchObject({ clicks: 1 })
  await moveTo(network, '00:00:00')
  expect(await dayOf(first, day)).toMatchObject({ clicks: 2 })
})

test('a leap of a year leaves no day out and loses nothing of the last one before it', async () => {
  const { db } = network.server
  const day = today(network)
  await click(first, 1)
  await advance(network, '365d')
  const rolled = await db.selectFrom('rolled_days').select('day').where('day', '>=', day).execute()
  expect(rolled).toHaveLength(365)
  const days = await everything()
  expect(days.filter((row) => row.day >= day)).toEqual([
    { site_id: BigInt(first.siteId), day, clicks: 1n, paid_orders: 0n, paid_fen: 0n },
  ])
})

test('figures that no rule looks back to are deleted', async () => {
  const { db } = network.server
  const at = (days: number) => sql<string>`(${today(network)}::date - ${days}::integer)::text`
  const insert = (days: number) =>
    sql`insert into site_days values (${second.siteId}::bigint, ${at(days)}::date, 7, 0, 0)`.execute(db)
  await insert(400)
  await insert(399)
  await endDay(network)
  const kept = (await everything()).filter((row) => row.clicks === 7n)
  expect(kept).toHaveLength(1)
})
