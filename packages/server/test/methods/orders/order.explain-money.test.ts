import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  advance,
  freeze,
  openNumbered,
  type PenaltyNetwork,
  shareItem,
  startPenaltyNetwork,
} from '../../penalties/penalty-network.ts'
import type { Wire } from '../../setup/server.ts'
import type { Promoter } from '../../setup/trade.ts'
import { demoLeader, joinItem, openCampaign } from './campaign-network.ts'

let network: PenaltyNetwork

beforeAll(async () => {
  network = await startPenaltyNetwork()
})
afterAll(() => network.server.close())

async function explain(tradeId: string, { app }: Promoter): Promise<Wire> {
  const answer = await network.server.call('opentbk.order.explain', { trade_id: tradeId }, { app })
  return answer.opentbk_order_explain_response.data
}

/** The lines of each entry, by account. */
const entries = (told: Wire): Record<string, string>[] =>
  told.ledger_entries.order_ledger_entry.map((entry: Wire) =>
    Object.fromEntries(entry.lines.order_ledger_line.map((line: Wire) => [line.account, line.amount_fee])),
  )

test('a frozen part and a settled one are told to both parties, each its own', async () => {
  const { trade } = network
  const link = await shareItem(network)
  const frozen = await openNumbered(network, { link })
  const settled = await openNumbered(network, { link })
  expect((await freeze(network, frozen.tradeId)).status).toBe(201)
  await advance(network, '16d')
  for (const [promoter, payable] of [[trade.first, '7.78'] as const, [trade.second, '3.33'] as const]) {
    const held = await explain(frozen.tradeId, promoter)
    expect(held.settlement).toMatchObject({ penalty: 'frozen', is_refunding: false })
    expect(held.settlement.settle_time).toBeUndefined()
    expect(entries(held)).toEqual([
      { publisher_pending: payable },
      { publisher_pending: `-${payable}`, publisher_frozen: payable },
    ])
    const paid = await explain(settled.tradeId, promoter)
    expect(paid.settlement.settle_time >= paid.settlement.due_time).toBe(true)
    expect(paid.settlement.penalty).toBeUndefined()
    expect(entries(paid)).toEqual([
      { publisher_pending: payable },
      { publisher_pending: `-${payable}`, publisher_available: payable },
    ])
  }
})

test('what the merchant pays a recruiting leader is not told to the promoter', async () => {
  const { server, trade } = network
  const itemId = trade.items[3] as bigint
  const leader = await demoLeader(server)
  const campaign = await openCampaign(server, leader, { service_rate: '7.77' })
  await joinItem(server, trade, { campaign, itemId, rate: '45.00' })
  const { tradeId } = await openNumbered(network, { itemId, price: '59.90' })
  const row = await server.db
    .selectFrom('orders')
    .select(['leader_id', 'booked_service_fen'])
    .where('trade_id', '=', BigInt(tradeId))
    .executeTakeFirstOrThrow()
  // 59.90 × 7.77 % = 4.65423
  expect(row).toEqual({ leader_id: leader.memberId, booked_service_fen: 465n })
  const told = await explain(tradeId, trade.first)
  // 59.90 × 45 % = 26.955, 10 % of 26.95 = 2.695
  expect(told.amounts.booked).toEqual({
    total_commission_fee: '26.95',
    commission_fee: '26.95',
    service_fee: '2.69',
    payable_fee: '24.26',
  })
  expect(entries(told)).toEqual([{ publisher_pending: '24.26' }])
  expect(JSON.stringify(told)).not.toMatch(/4\.65|7\.77/)
})
