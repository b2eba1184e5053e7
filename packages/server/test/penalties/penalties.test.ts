import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  advance,
  expectSoundBooks,
  freeze,
  openNumbered,
  type PenaltyNetwork,
  shareItem,
  show,
  startPenaltyNetwork,
  step,
} from './penalty-network.ts'

let network: PenaltyNetwork

beforeAll(async () => {
  network = await startPenaltyNetwork()
})
afterEach(() => expectSoundBooks(network))
afterAll(() => network.server.close())

const received = { merchant: -1233n, publisher_pending: 1110n, platform_fee: 123n }
const frozen = { publisher_pending: -1110n, publisher_frozen: 1110n }
const released = { publisher_pending: 1110n, publisher_frozen: -1110n }
const settled = { publisher_pending: -1110n, publisher_available: 1110n }
const taken = { merchant: 1233n, publisher_frozen: -1110n, platform_fee: -123n }

async function freezeOrder(tradeId: string): Promise<string> {
  const { status, body } = await freeze(network, tradeId)
  expect(status).toBe(201)
  return body.id
}

async function take(id: string, ...steps: string[]): Promise<void> {
  for (const what of steps) expect((await step(network, id, what)).status).toBe(200)
}

describe('what was earned is held back', () => {
  test('while it is pending: settlement passes over it, and comes once it is released', async () => {
    const order = await openNumbered(network)
    const id = await freezeOrder(order.tradeId)
    await advance(network, '16d')
    expect(await order.entries()).toEqual([received, frozen])
    await take(id, 'release')
    expect(await order.entries()).toEqual([received, frozen, released])
    expect(await order.read()).toMatchObject({ tk_status: 14 })
    await advance(network, '1h')
    expect(await order.entries()).toEqual([received, frozen, released, settled])
    expect(await order.read()).toMatchObject({ tk_status: 3 })
  })

  test('after settlement: out of available and back, the order stays settled', async () => {
    const order = await openNumbered(network)
    await advance(network, '15d')
    const id = await freezeOrder(order.tradeId)
    expect((await order.entries()).at(-1)).toEqual({ publisher_available: -1110n, publisher_frozen: 1110n })
    expect(await order.read()).toMatchObject({ tk_status: 3 })
    await take(id, 'release')
    expect((await order.entries()).at(-1)).toEqual({ publisher_available: 1110n, publisher_frozen: -1110n })
    await advance(network, '1d')
    expect(await order.entries()).toHaveLength(4)
  })

  test('before receipt: what will be booked is booked as frozen', async () => {
    const order = await openNumbered(network, { events: ['created', 'paid'] })
    const id = await freezeOrder(order.tradeId)
    expect(await order.entries()).toEqual([])
    await order.send('received')
    expect(await order.entries()).toEqual([{ merchant: -1233n, publisher_frozen: 1110n, platform_fee: 123n }])
    await take(id, 'release')
    expect((await order.entries()).at(-1)).toEqual(released)
  })

  test('taken: the whole of it goes back to the merchant, the fee too, and nothing comes after', async () => {
    const order = await openNumbered(network)
    const id = await freezeOrder(order.tradeId)
    await take(id, 'take')
    expect(await order.entries()).toEqual([received, frozen, taken])
    await order.send('refunded', { refund_id: 'r', refund_fee: '33.33' })
    await advance(network, '16d')
    expect(await order.entries()).toEqual([received, frozen, taken])
  })

  test('taken before receipt: nothing is ever booked', async () => {
    const order = await openNumbered(network, { events: ['created', 'paid'] })
    await take(await freezeOrder(order.tradeId), 'take')
    await order.send('received')
    await advance(network, '16d')
    expect(await order.entries()).toEqual([])
  })

  test('a refund of 33.33 while it is frozen takes 4.11 back out of what is held', async () => {
    const order = await openNumbered(network)
    const id = await freezeOrder(order.tradeId)
    await order.send('refunded', { refund_id: 'r', refund_fee: '33.33' })
    expect((await order.entries()).at(-1)).toEqual({
      merchant: 411n,
      publisher_frozen: -370n,
      platform_fee: -41n,
    })
    await take(id, 'release')
    expect((await order.entries()).at(-1)).toEqual({ publisher_pending: 740n, publisher_frozen: -740n })
  })

  test('the third party’s part of a shared order too', async () => {
    const { first, second } = network.trade
    const order = await openNumbered(network, { link: await shareItem(network) })
    const id = await freezeOrder(order.tradeId)
    expect(await order.entries(first.memberId)).toEqual([
      { publisher_pending: 778n },
      { publisher_pending: -778n, publisher_frozen: 778n },
    ])
    expect((await order.entries(second.memberId)).at(-1)).toEqual({
      publisher_pending: -333n,
      publisher_frozen: 333n,
    })
    await take(id, 'take')
    expect((await order.entries(first.memberId)).at(-1)).toEqual({ publisher_frozen: -778n })
    expect((await order.entries(second.memberId)).at(-1)).toEqual({ publisher_frozen: -333n })
    expect((await order.entries(network.trade.merchantId)).at(-1)).toEqual({ merchant: 1233n })
    await take(id, 'appeal', 'uphold')
    expect((await order.entries(second.memberId)).at(-1)).toEqual({ publisher_pending: 333n })
    await advance(network, '16d')
    expect((await order.entries(first.memberId)).at(-1)).toEqual({
      publisher_pending: -778n,
      publisher_available: 778n,
    })
  })
})

describe('a recruiting leader', () => {
  test('keeps the service fee when the commission is taken, and has it settled', async () => {
    const { server, trade } = network
    const [leaderId, itemId] = [trade.second.memberId, trade.items[2] as bigint]
    const starts_at = new Date(Date.now() - 86_400_000)
    const campaign = await server.db
      .insertInto('campaigns')
      .values({
        leader_id: leaderId,
        name: '招商',
        service_rate_bp: 300,
        starts_at,
        ends_at: new Date(Date.now() + 900 * 86_400_000),
        created_at: starts_at,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await server.db
      .updateTable('commission_plans')
      .set({ campaign_id: campaign.id, leader_id: leaderId, service_rate_bp: 300 })
      .where('item_id', '=', itemId)
      .execute()
    const order = await openNumbered(network, { itemId, price: '100.00' })
    expect(await order.entries(leaderId)).toEqual([{ publisher_pending: 300n }])
    const id = await freezeOrder(order.tradeId)
    await take(id, 'take')
    expect((await order.entries()).at(-1)).toEqual({
      merchant: 500n,
      publisher_frozen: -450n,
      platform_fee: -50n,
    })
    await advance(network, '16d')
    expect(await order.entries(leaderId)).toEqual([
      { publisher_pending: 300n },
      { publisher_pending: -300n, publisher_available: 300n },
    ])
    // Upheld after that time: what the promoter earned is available at once.
    await take(id, 'appeal', 'uphold')
    expect((await order.entries()).at(-1)).toEqual({
      merchant: -500n,
      publisher_available: 450n,
      platform_fee: 50n,
    })
  })
})

describe('an appeal', () => {
  test('upheld after the commission was taken gives back what the events say is due by then', async () => {
    const order = await openNumbered(network)
    const id = await freezeOrder(order.tradeId)
    await take(id, 'take')
    await order.send('refunded', { refund_id: 'r', refund_fee: '33.33' })
    await take(id, 'appeal', 'uphold')
    expect((await order.entries()).at(-1)).toEqual({
      merchant: -822n,
      publisher_pending: 740n,
      platform_fee: 82n,
    })
    await advance(network, '16d')
    expect((await order.entries()).at(-1)).toEqual({ publisher_pending: -740n, publisher_available: 740n })
  })

  test('dismissed changes nothing, and another may follow; its whole life is kept', async () => {
    const { trade, server } = network
    const order = await openNumbered(network)
    const id = await freezeOrder(order.tradeId)
    await take(id, 'appeal', 'dismiss')
    expect(await order.entries()).toEqual([received, frozen])
    await take(id, 'appeal', 'uphold')
    expect(await order.entries()).toEqual([received, frozen, released])
    const operator = await server.db
      .selectFrom('operators')
      .select('id')
      .where('name', '=', 'demo')
      .executeTakeFirstOrThrow()
    const common = { by_operator: true, operator_id: String(operator.id), at: expect.stringMatching(/Z$/) }
    const member_id = String(trade.first.memberId)
    const move = (account: string, amount: string) => ({ account, member_id, amount })
    expect(await show(network, id)).toEqual({
      id,
      trade_id: order.tradeId,
      member_id,
      violation_type: '订单虚假交易',
      state: 'released',
      reason: '刷单',
      created_at: expect.stringMatching(/Z$/),
      decided_at: expect.stringMatching(/Z$/),
      appealed_at: null,
      events: [
        { ...common, step: 'freeze', member_id: null, reason: '刷单', moved: expect.any(Array) },
        { ...common, step: 'appeal', member_id, reason: '因为appeal', moved: [] },
        { ...common, step: 'dismiss', member_id: null, reason: '因为dismiss', moved: [] },
        { ...common, step: 'appeal', member_id, reason: '因为appeal', moved: [] },
        { ...common, step: 'uphold', member_id: null, reason: '因为uphold', moved: expect.any(Array) },
      ],
    })
    const { events } = await show(network, id)
    expect(events[0].moved).toHaveLength(2)
    expect(events[0].moved).toContainEqual(move('publisher_frozen', '11.10'))
    expect(events[0].moved).toContainEqual(move('publisher_pending', '-11.10'))
    expect(events[4].moved).toContainEqual(move('publisher_pending', '11.10'))
    await expect(server.db.updateTable('penalty_events').set({ reason: 'other' }).execute()).rejects.toThrow(
      'append-only',
    )
  })
})
