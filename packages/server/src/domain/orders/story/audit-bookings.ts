import type { Context } from '../../../context.ts'
import { holdingsOf, type OrderSums, sumOrders } from '../../settlement/index.ts'
import { bookingOf } from '../booking.ts'
import { type AuditedOrder, beginSnapshot, selectBookedOrders } from './audit-rows.ts'

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

function addOrder(audit: BookingAudit, order: AuditedOrder, sums: OrderSums | undefined): void {
  audit.orders++
  audit.commissionFen += order.booked_commission_fen
  const difference = compare(order, sums ?? new Map())
  if (difference === undefined) return
  audit.wrongCount++
  if (audit.wrong.length < MAX_NAMED) audit.wrong.push({ orderId: order.id, difference })
}

function compare(order: AuditedOrder, held: OrderSums): string | undefined {
  const booked = holdingsOf(order.merchantId, bookingOf(order))
  const holders = [...new Set([...booked.keys(), ...held.keys()])].sort()
  const differences = holders.flatMap((holder) => {
    const [ours, theirs] = [booked.get(holder) ?? 0n, held.get(holder) ?? 0n]
    return ours === theirs ? [] : `${holder}: order ${ours}, ledger ${theirs} fen`
  })
  const feeFen = booked.get('platform_fee') ?? 0n
  if (order.booked_fee_fen !== feeFen) {
    differences.push(`booked fee: order ${order.booked_fee_fen}, by its shares ${feeFen} fen`)
  }
  return differences.length === 0 ? undefined : differences.join('; ')
}
