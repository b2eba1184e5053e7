import { parseGmt8 } from '@opentbk/top'
import { expect } from 'vitest'
import { auditBookings, settleOrders } from '../../src/domain/orders/index.ts'
import { auditLedger, isLedgerInOrder } from '../../src/domain/settlement/index.ts'
import { type OneOrder, openOrder } from '../orders/one-order.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'
import { openTrade, type Promoter, type Trade } from '../setup/trade.ts'

const HOUR_MS = 3_600_000
/** Of the demo items the price, and what their promoter has of it in the end. */
export const goods = {
  /** 12.33 less the fee: more than the minimum of a payout. */
  large: { index: 0, price: '99.99', netFen: 1110n },
  /** 0.49 less the fee: less than it. */
  small: { index: 2, price: '9.99', netFen: 45n },
}

export type PayoutNetwork = { server: TestServer; trade: Trade; now(): Date }

export async function openPayoutNetwork(): Promise<PayoutNetwork> {
  const server = await startTestServer()
  return { server, trade: await openTrade(server), now: () => server.ctx.clock.now() }
}

/** Closes it, after a look at its books. */
export async function closePayoutNetwork({ server }: PayoutNetwork): Promise<void> {
  const ledger = await auditLedger(server.ctx)
  const bookings = await auditBookings(server.ctx)
  await server.close()
  expect(isLedgerInOrder(ledger)).toBe(true)
  expect(bookings.wrong).toEqual([])
}

/** The month that business time is in, or one some months later. */
export function monthAt({ now }: PayoutNetwork, later = 0): string {
  const local = new Date(now().getTime() + 8 * HOUR_MS)
  return new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + later, 1)).toISOString().slice(0, 7)
}

export function gmt8(month: string, day: number): Date {
  return parseGmt8(`${month}-${String(day).padStart(2, '0')} 00:00:00`) as Date
}

/** Business time goes on to a day of a month in GMT+8, and what has been received for long enough is settled. */
export async function advanceTo({ server, now }: PayoutNetwork, month: string, day: number): Promise<void> {
  const seconds = Math.ceil((gmt8(month, day).getTime() - now().getTime()) / 1000)
  const { status } = await askAsOperator(server, '/sandbox/clock', { body: { advance: `${seconds}s` } })
  expect(status).toBe(200)
  await settleOrders(server.ctx)
}

/** An order of a promoter's that the shopper received just now. */
export async function receiveOrder(
  { server, trade }: PayoutNetwork,
  promoter: Promoter,
  good: { index: number; price: string },
): Promise<OneOrder> {
  const itemId = trade.items[good.index] as bigint
  const order = await openOrder(server, { ...trade, first: promoter }, { itemId, price: good.price })
  for (const type of ['created', 'paid', 'received']) await order.send(type)
  return order
}

/** What an account holds; the bank is nobody's. */
export async function balanceOf(
  { server }: PayoutNetwork,
  account: 'publisher_available' | 'bank',
  memberId?: bigint,
): Promise<bigint> {
  const query = server.db.selectFrom('ledger_balances').select('amount_fen').where('account', '=', account)
  const row = await (memberId === undefined
    ? query.where('member_id', 'is', null)
    : query.where('member_id', '=', memberId)
  ).executeTakeFirst()
  return row?.amount_fen ?? 0n
}

/** Has a month paid out, by an operator; the run as it is then. */
export async function runPayout({ server }: PayoutNetwork, period: string): Promise<Wire> {
  const { status, body } = await askAsOperator(server, '/admin/v1/payouts/runs', { body: { period } })
  expect(body.error).toBeUndefined()
  expect(status).toBe(200)
  return body
}

export async function payoutsOf({ server }: PayoutNetwork, period: string): Promise<Wire[]> {
  return (await askAsOperator(server, `/admin/v1/payouts?period=${period}`)).body.payouts
}

export async function carriedIn({ server }: PayoutNetwork, period: string): Promise<Wire[]> {
  return (await askAsOperator(server, `/admin/v1/payouts/runs/${period}/carried`)).body.members
}
