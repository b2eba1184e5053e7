import type { Context } from '../../context.ts'
import { type OrderSums, sumOrders } from '../settlement/index.ts'
import { type BookedOrder, beginSnapshot, selectBookedOrders } from './audit-rows.ts'

const SLICE = 5000
const MAX_NAMED = 20

export type BookingAudit = {
  orders: number
  /** What all orders say is booked. */
  commissionFen: bigint
  /** Orders whose own columns differ from the ledger, at most 20 of them. */
  wrong: { orderId: bigint; difference: string }[]
  wrongCount: number
}

/** Compares what every order says is booked for it with what the ledger holds, in one snapshot. */
export async function auditBookings(ctx: Context): Promise<BookingAudit> {
  return ctx.store.transact(async (tx) => {
    await beginSnapshot(tx)
    const audit: BookingAudit = { orders: 0, commissionFen: 0n, wrong: [], wrongCount: 0 }
    for (let after = 0n; ; ) {
      const orders = await selectBookedOrders(tx, after, SLICE)
      const sums = await sumOrders(
        tx,
        orders.map((order) => order.id),
      )
      for (const order of orders) addOrder(audit, order, sums.get(order.id))
      const last = orders.at(-1)
      if (!last || orders.length < SLICE) return audit
      after = last.id
    }
  })
}

function addOrder(audit: BookingAudit, order: BookedOrder, sums: OrderSums | undefined): void {
  audit.orders++
  audit.commissionFen += order.commissionFen
  const difference = compare(order, sums)
  if (difference === undefined) return
  audit.wrongCount++
  if (audit.wrong.length < MAX_NAMED) audit.wrong.push({ orderId: order.id, difference })
}

function compare(order: BookedOrder, sums: OrderSums | undefined): string | undefined {
  const publishers = new Map(sums?.publisherFen)
  const publisherFen = order.memberId === null ? 0n : (publishers.get(order.memberId) ?? 0n)
  if (order.memberId !== null) publishers.delete(order.memberId)
  const pairs: [what: string, booked: bigint, held: bigint][] = [
    ['commission paid by the merchant', order.commissionFen, -(sums?.merchantFen ?? 0n)],
    ['platform fee', order.feeFen, sums?.feeFen ?? 0n],
    ['publisher', order.commissionFen - order.feeFen, publisherFen],
    ['other publishers', 0n, [...publishers.values()].reduce((total, fen) => total + fen, 0n)],
  ]
  const differing = pairs.filter(([, booked, held]) => booked !== held)
  if (differing.length === 0) return undefined
  return differing.map(([what, booked, held]) => `${what}: order ${booked}, ledger ${held} fen`).join('; ')
}
