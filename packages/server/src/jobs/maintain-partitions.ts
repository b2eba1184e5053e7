import type { Context } from '../context.ts'
import { dropOldPartitions, ensurePartitions } from '../store/partitions.ts'
import type { Counts } from './job.ts'

const DAY_MS = 86_400_000

/** Makes the partitions of now and of what comes next, and drops those whose rows are past keeping. */
export async function maintainPartitions(ctx: Context, { now }: { now: Date }): Promise<Counts> {
  const nextMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1))
  await ensurePartitions(ctx, 'clicks', [now, nextMonth])
  // Calls are logged by the wall's clock, which a sandbox's business time may have left behind.
  const today = ctx.clock.wall()
  await ensurePartitions(ctx, 'call_log', [today, new Date(today.getTime() + DAY_MS)])
  const dropped = [
    ...(await dropOldPartitions(ctx, 'clicks', now)),
    ...(await dropOldPartitions(ctx, 'call_log', today)),
  ]
  if (dropped.length > 0) ctx.log.info({ partitions: dropped }, 'old partitions were dropped')
  return { dropped: dropped.length }
}
