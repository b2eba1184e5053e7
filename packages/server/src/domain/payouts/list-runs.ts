import type { Context } from '../../context.ts'
import { type Batch, selectBatches } from './batches/batch-rows.ts'
import type { PayoutRun } from './payout.ts'
import { type Carried, selectCarried, selectRun, selectRuns } from './run-rows.ts'

export type { Batch, Carried }

/** The runs, the oldest first, from after an id. */
export async function listRuns(ctx: Context, page: { after: bigint; limit: number }): Promise<PayoutRun[]> {
  return selectRuns(ctx.store.read, page)
}

/** A month's run with its batches. */
export async function findRun(
  ctx: Context,
  period: string,
): Promise<(PayoutRun & { batches: Batch[] }) | undefined> {
  const run = await selectRun(ctx.store.read, period)
  return run && { ...run, batches: await selectBatches(ctx.store.read, run.id) }
}

/** Who was carried in a month's run and why, by member, from after one; undefined without such a run. */
export async function listCarried(
  ctx: Context,
  { period, ...page }: { period: string; after: bigint; limit: number },
): Promise<Carried[] | undefined> {
  const run = await selectRun(ctx.store.read, period)
  return run && selectCarried(ctx.store.read, { runId: run.id, ...page })
}
