import { formatYuan } from '@opentbk/top'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import { checkBooks } from '../../domain/audit/index.ts'

/** The ledger, held against itself, the orders and the payouts: reads all of it. */
export function ledgerRoutes(http: FastifyInstance, ctx: Context): void {
  http.get('/admin/v1/ledger', async () => {
    const { ledger, orders, bookedFen, paidOutFen, faults } = await checkBooks(ctx)
    return {
      is_in_order: faults.length === 0,
      faults,
      entries: Number(ledger.entries),
      lines: Number(ledger.lines),
      orders,
      accounts: Object.fromEntries([...ledger.sums].map(([account, fen]) => [account, formatYuan(fen)])),
      sum: formatYuan(ledger.totalFen),
      booked_for_orders: formatYuan(bookedFen),
      paid_out: formatYuan(paidOutFen),
    }
  })
}
