import type { Context } from '../../context.ts'
import { auditBookings } from '../orders/index.ts'
import { auditPayouts } from '../payouts/index.ts'
import { auditLedger, type LedgerAudit } from '../settlement/index.ts'

/** The ledger held against itself, against the orders and against the payouts. */
export type BooksCheck = {
  ledger: LedgerAudit
  orders: number
  /** What all orders say is booked. */
  bookedFen: bigint
  paidOutFen: bigint
  /** What should not be, in words; of each kind the first ones. None: everything is in order. */
  faults: string[]
}

export async function checkBooks(ctx: Context): Promise<BooksCheck> {
  const ledger = await auditLedger(ctx)
  const bookings = await auditBookings(ctx)
  const { payouts, payoutFen, ledgerFen } = await auditPayouts(ctx)
  const unnamed = bookings.wrongCount - bookings.wrong.length
  return {
    ledger,
    orders: bookings.orders,
    bookedFen: bookings.commissionFen,
    paidOutFen: payoutFen,
    faults: [
      ...faultsOf(ledger),
      ...(payoutFen === ledgerFen
        ? []
        : [`${payouts} payouts: ${payoutFen} fen, in the ledger ${ledgerFen}`]),
      ...bookings.wrong.map(({ orderId, difference }) => `order ${orderId}: ${difference}`),
      ...(unnamed > 0 ? [`and ${unnamed} orders more`] : []),
    ],
  }
}

function faultsOf({ totalFen, unbalanced, wrongBalances }: LedgerAudit): string[] {
  return [
    ...(totalFen === 0n ? [] : ['the ledger does not add up to zero']),
    ...unbalanced.map(({ entryId, sumFen }) => `entry ${entryId} adds up to ${sumFen} fen`),
    ...wrongBalances.map(
      ({ account, memberId, excessFen }) =>
        `balance of ${account}${memberId === null ? '' : ` of member ${memberId}`}: ${excessFen} fen more than its lines`,
    ),
  ]
}
