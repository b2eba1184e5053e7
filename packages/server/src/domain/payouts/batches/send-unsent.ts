import type { Context } from '../../../context.ts'
import { finishRun } from '../run-rows.ts'
import type { BankProvider } from './bank.ts'
import { selectUnsent } from './batch-rows.ts'
import { sendBatch } from './send-batch.ts'

/** Hands over every batch of a run that the bank has not, and with that the run is done. */
export async function sendUnsent(
  ctx: Context,
  bank: BankProvider,
  run: { id: bigint; period: string },
): Promise<void> {
  for (const no of await selectUnsent(ctx.store.read, run.id)) {
    await sendBatch(ctx, bank, { runId: run.id, no, period: run.period })
  }
  await finishRun(ctx.store.read, run.id, ctx.clock.now())
}
