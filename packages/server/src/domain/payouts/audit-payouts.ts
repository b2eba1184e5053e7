import type { Context } from '../../context.ts'
import { sumPayouts } from '../settlement/index.ts'
import { selectPaidSum } from './audit-rows.ts'

/** What the payouts that did not come back add up to, by themselves and in the ledger: the same, or it is a fault. */
export type PayoutAudit = { payouts: number; payoutFen: bigint; ledgerFen: bigint }

export async function auditPayouts(ctx: Context): Promise<PayoutAudit> {
  return ctx.store.transact(async (tx) => {
    const { payouts, payoutFen } = await selectPaidSum(tx)
    return { payouts, payoutFen, ledgerFen: await sumPayouts(tx) }
  })
}
