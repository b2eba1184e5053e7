import type { Context } from '../../../context.ts'
import type { Payment } from '../batches/bank.ts'
import { selectPayments } from '../batches/batch-rows.ts'
import { openPayee } from '../payee.ts'

/** A batch as the bank gets it, the same each time. */
export async function readPayments(ctx: Context, batch: { runId: bigint; no: number }): Promise<Payment[]> {
  const rows = await selectPayments(ctx.store.read, batch)
  return rows.map(({ reference, amountFen, sealed }) => ({
    reference,
    amountFen,
    payee: openPayee(ctx, sealed),
  }))
}
