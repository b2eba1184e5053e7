import type { Context } from '../../../context.ts'
import { writeBatchFile } from '../batches/batch-file.ts'
import { selectRun } from '../run-rows.ts'
import { readPayments } from './read-payments.ts'

/** The file of a batch as the bank gets it, with whole account numbers; undefined without such a batch. */
export async function readBatchFile(
  ctx: Context,
  { period, no }: { period: string; no: number },
): Promise<string | undefined> {
  const run = await selectRun(ctx.store.read, period)
  const payments = run ? await readPayments(ctx, { runId: run.id, no }) : []
  return payments.length === 0 ? undefined : writeBatchFile(payments)
}
