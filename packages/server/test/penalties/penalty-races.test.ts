import { afterAll, beforeAll, expect, test } from 'vitest'
import { settleOrders } from '../../src/domain/orders/index.ts'
import {
  expectSoundBooks,
  freeze,
  openNumbered,
  type PenaltyNetwork,
  show,
  startPenaltyNetwork,
  step,
} from './penalty-network.ts'

let network: PenaltyNetwork

beforeAll(async () => {
  network = await startPenaltyNetwork()
})
afterAll(async () => {
  await expectSoundBooks(network)
  await network.server.close()
})

/** What the entries hold together, by account. */
function balances(entries: readonly Record<string, bigint>[]): Record<string, bigint> {
  const sums: Record<string, bigint> = {}
  for (const entry of entries)
    for (const [account, fen] of Object.entries(entry)) sums[account] = (sums[account] ?? 0n) + fen
  return Object.fromEntries(Object.entries(sums).filter(([, fen]) => fen !== 0n))
}

test('one of many freezes at once is taken', async () => {
  const order = await openNumbered(network)
  const answers = await Promise.all(Array.from({ length: 6 }, () => freeze(network, order.tradeId)))
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 400, 400, 400, 400, 400])
  expect(balances(await order.entries())).toEqual({
    merchant: -1233n,
    publisher_frozen: 1110n,
    platform_fee: 123n,
  })
})

test('of release and take at once one is done', async () => {
  for (let round = 0; round < 4; round++) {
    const order = await openNumbered(network)
    const { id } = (await freeze(network, order.tradeId)).body
    const steps = round % 2 ? ['release', 'take', 'release'] : ['take', 'release', 'take']
    const answers = await Promise.all(steps.map((what) => step(network, id, what)))
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    const { state, events } = await show(network, id)
    expect(events).toHaveLength(2)
    expect(balances(await order.entries())).toEqual(
      state === 'taken' ? {} : { merchant: -1233n, publisher_pending: 1110n, platform_fee: 123n },
    )
  }
})

test('freezes, refunds and settlement at once leave each order exact', async () => {
  const orders = await Promise.all(Array.from({ length: 6 }, () => openNumbered(network)))
  // Only the clock: the settlement is this one.
  network.server.ctx.clock.aheadMs += 16 * 86_400_000
  await Promise.all([
    ...orders.map(({ tradeId }) => freeze(network, tradeId)),
    settleOrders(network.server.ctx),
    ...orders.map((order) => order.send('refunded', { refund_id: 'r', refund_fee: '33.33' })),
    settleOrders(network.server.ctx),
  ])
  const held = { merchant: -822n, publisher_frozen: 740n, platform_fee: 82n }
  for (const order of orders) expect(balances(await order.entries())).toEqual(held)
  await expectSoundBooks(network)
})

test('a receipt that comes while the order is frozen or released is booked where it belongs', async () => {
  for (const what of ['release', 'take']) {
    const order = await openNumbered(network, { events: ['created', 'paid'] })
    const { id } = (await freeze(network, order.tradeId)).body
    await Promise.all([order.send('received'), step(network, id, what)])
    expect(balances(await order.entries())).toEqual(
      what === 'take' ? {} : { merchant: -1233n, publisher_pending: 1110n, platform_fee: 123n },
    )
  }
})
