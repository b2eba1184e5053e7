import { afterAll, describe, expect, test } from 'vitest'
import { encodeItemId } from '../../src/domain/goods/index.ts'
import type { Wire } from '../setup/server.ts'
import { landingOf, postEvents, sendEvents } from '../setup/shop.ts'
import { convertItem } from '../setup/trade.ts'
import { openShopEvents } from './shop-events.ts'

const { server, trade, event, storedEvents } = await openShopEvents()

afterAll(() => server.close())

describe('names of items', () => {
  test('the number, the wire id of any publisher, and the shop’s own id are one item', async () => {
    const itemId = trade.items[0] as bigint
    const { outer_id } = await server.db
      .selectFrom('items')
      .select('outer_id')
      .where('id', '=', itemId)
      .executeTakeFirstOrThrow()
    const { trade_id, trade_parent_id } = event()
    const names = [
      { item_id: String(itemId) },
      { item_id: encodeItemId(server.ctx.keys, itemId, trade.first.memberId) },
      { item_id: encodeItemId(server.ctx.keys, itemId, trade.second.memberId) },
      { item_id: undefined, outer_id },
    ]
    const results = await sendEvents(
      server,
      names.map((name) => event({ ...name, trade_id, trade_parent_id })),
    )
    expect(results.map((result) => result.status)).toEqual(names.map(() => 'accepted'))
  })
})

describe('repeats', () => {
  const statuses = (results: Wire[]) => results.map((result) => result.status)

  test('the same event again is a duplicate, in one request and in the next', async () => {
    const one = event()
    expect(statuses(await sendEvents(server, [one, one]))).toEqual(['accepted', 'duplicate'])
    expect(statuses(await sendEvents(server, [one]))).toEqual(['duplicate'])
    // Another spelling of the same content is the same content.
    const at = new Date(one.at as string)
    const east = `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, -1)}+08:00`
    expect(statuses(await sendEvents(server, [{ ...one, at: east }]))).toEqual(['duplicate'])
  })

  test.each([
    ['type', { type: 'paid' }],
    ['paid_fee', { paid_fee: '99.98' }],
    ['at', { at: '2026-01-01T00:00:00Z' }],
    ['trade_id', { trade_id: 'other' }],
    ['click_id', { click_id: 'other' }],
    ['buyer_id', { buyer_id: 'other' }],
  ])('the same event_id with another %s is a conflict', async (_, change) => {
    const one = event()
    const other = { ...one, ...change }
    const conflict = {
      event_id: one.event_id,
      status: 'refused',
      reason: expect.stringMatching(/^conflict: /),
    }
    const results = await sendEvents(server, [one, other, one])
    expect(results).toEqual([
      { event_id: one.event_id, status: 'accepted' },
      conflict,
      { event_id: one.event_id, status: 'duplicate' },
    ])
    expect(await sendEvents(server, [other])).toEqual([conflict])
  })

  test('in 20 requests at once an event is accepted once, and its order is one', async () => {
    const one = event({ trade_id: 'parallel' })
    const results = (await Promise.all(Array.from({ length: 20 }, () => sendEvents(server, [one])))).flat()
    expect(statuses(results).sort()).toEqual(['accepted', ...Array.from({ length: 19 }, () => 'duplicate')])
    const orders = await server.db
      .selectFrom('orders')
      .select('id')
      .where('outer_id', '=', 'parallel')
      .execute()
    expect(orders).toHaveLength(1)
  })

  test('the same event_id under 10 orders at once: one is accepted, the others conflict', async () => {
    const events = Array.from({ length: 10 }, () => event({ event_id: 'contested' }))
    const results = (await Promise.all(events.map((one) => sendEvents(server, [one])))).flat()
    expect(statuses(results).filter((status) => status === 'accepted')).toHaveLength(1)
    expect(results.filter((result) => /^conflict/.test(result.reason ?? ''))).toHaveLength(9)
  })
})

describe('contradictions', () => {
  test('an order does not change its item or its parent, in one request or in the next', async () => {
    const one = event()
    const { trade_id, trade_parent_id } = one
    const item = event({ trade_id, trade_parent_id, type: 'paid', item_id: String(trade.items[1]) })
    const parent = event({ trade_id, trade_parent_id: 'another', type: 'paid' })
    const paid = event({ trade_id, trade_parent_id, type: 'paid' })
    const results = await sendEvents(server, [one, item, parent, paid])
    expect(results).toMatchObject([
      { status: 'accepted' },
      { status: 'refused', reason: expect.stringMatching(/^item_id: /) },
      { status: 'refused', reason: expect.stringMatching(/^trade_parent_id: /) },
      { status: 'accepted' },
    ])
    expect(await sendEvents(server, [item, parent])).toMatchObject([
      { status: 'refused', reason: expect.stringMatching(/^item_id: /) },
      { status: 'refused', reason: expect.stringMatching(/^trade_parent_id: /) },
    ])
  })

  test('a parent is known from the first order under it that was accepted', async () => {
    const one = event()
    await sendEvents(server, [one])
    const { trade_id, trade_parent_id } = one
    const parent = event({ trade_id, trade_parent_id: 'never', type: 'paid' })
    const item = event({ trade_id, trade_parent_id: 'nor this', item_id: String(trade.items[1]) })
    const again = { ...one, trade_parent_id: 'nor that' }
    const fresh = event({ trade_parent_id: 'shared' })
    const results = await sendEvents(server, [
      parent,
      item,
      again,
      fresh,
      event({ trade_parent_id: 'shared' }),
    ])
    expect(results.map((result) => result.status)).toEqual([
      ...['refused', 'refused', 'refused', 'accepted', 'accepted'],
    ])
    const parents = await server.db
      .selectFrom('trade_parents')
      .select('outer_id')
      .where('outer_id', 'in', ['never', 'nor this', 'nor that', 'shared', trade_parent_id as string])
      .orderBy('id')
      .execute()
    expect(parents.map((row) => row.outer_id)).toEqual([trade_parent_id, 'shared'])
  })

  test('a refused event repeated in the same request is refused again, and put right it is taken', async () => {
    const one = event()
    await sendEvents(server, [one])
    const { trade_id, trade_parent_id } = one
    const right = event({ trade_id, trade_parent_id, type: 'paid' })
    const wrong = { ...right, item_id: String(trade.items[1]) }
    const results = await sendEvents(server, [wrong, wrong, right, right])
    expect(results.map((result) => result.status)).toEqual(['refused', 'refused', 'accepted', 'duplicate'])
    expect(results[1].reason).toMatch(/^item_id: /)
  })
})

describe('click ids that do not speak for the order are kept, and the event is accepted', () => {
  const verdictOf = async (order: Record<string, unknown>) => {
    const { decision } = await server.db
      .selectFrom('orders')
      .select('decision')
      .where('outer_id', '=', order.trade_id as string)
      .executeTakeFirstOrThrow()
    return decision as { claims: unknown[]; chosen: string | null }
  }

  test.each([
    ['no id at all', 'hello'],
    ['unknown', '01990000-0000-7000-8000-000000000000'],
    ['at the end of time', 'ffffffffffff7fffbfffffffffffffff'],
    ['at the beginning of time', '00000000000070008000000000000000'],
    ['of another version', '01990000000040008000000000000000'],
  ])('%s', async (_, clickId) => {
    const one = event({ click_id: clickId })
    expect(await sendEvents(server, [one])).toEqual([{ event_id: one.event_id, status: 'accepted' }])
    expect(await verdictOf(one)).toMatchObject({ claims: [{ clickId, verdict: 'unknown' }], chosen: null })
  })

  test('of another shop, older than 15 days, later than the order', async () => {
    const links = await convertItem(server, trade.first, { itemId: trade.items[0] as bigint })
    const { clickId } = await landingOf(links.long)
    const at = (ms: number) => new Date(Date.now() + ms).toISOString()
    const late = event({ click_id: clickId, at: at(-61_000) })
    const old = event({ click_id: clickId, at: at(15 * 86_400_000 + 5000) })
    const good = event({ click_id: clickId, at: at(-50_000) })
    await sendEvents(server, [late, old, good])
    expect(await verdictOf(late)).toMatchObject({ claims: [{ clickId, verdict: 'later than the order' }] })
    expect(await verdictOf(old)).toMatchObject({ claims: [{ clickId, verdict: 'too old' }], chosen: null })
    expect(await verdictOf(good)).toMatchObject({ claims: [{ clickId, verdict: 'accepted' }] })
    expect((await verdictOf(good)).chosen?.replaceAll('-', '')).toBe(clickId)
    await server.db
      .updateTable('clicks')
      .set({ shop_id: trade.shopId + 1n })
      .execute()
    const foreign = event({ click_id: clickId })
    await sendEvents(server, [foreign])
    expect(await verdictOf(foreign)).toMatchObject({
      claims: [{ clickId, verdict: 'other shop' }],
      chosen: null,
    })
  })
})

test('a shop that sends more than its share is told to come again, and loses nothing', async () => {
  const events = Array.from({ length: 260 }, () => event())
  const answers = await Promise.all(
    events.map((one) => postEvents(server, JSON.stringify({ events: [one] }))),
  )
  const busy = answers.filter((answer) => answer.status === 503)
  expect(answers.filter((answer) => answer.status === 200).length).toBeGreaterThanOrEqual(200)
  expect(answers.length - busy.length).toBe(answers.filter((answer) => answer.status === 200).length)
  const again = await sendEvents(server, events)
  expect(again.every((result) => ['accepted', 'duplicate'].includes(result.status))).toBe(true)
  const stored = new Set(await storedEvents())
  expect(events.every((one) => stored.has(one.event_id as string))).toBe(true)
})
