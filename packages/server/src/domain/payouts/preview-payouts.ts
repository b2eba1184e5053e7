import type { Context } from '../../context.ts'
import { BadField } from '../goods/index.ts'
import { listPayable } from '../settlement/index.ts'
import { decideMembers } from './decide-members.ts'
import { getMinimumFen } from './minimum.ts'
import type { Decision } from './payout.ts'
import { cutOffOf, isPeriod, monthOf } from './rules.ts'
import { selectRun } from './run-rows.ts'

/** `next` is the member after whom the next page begins; undefined at the end. A page may be short of `limit`. */
export type Preview = { decisions: Decision[]; next: bigint | undefined }

/** Who would be paid for a month if it were paid out now, and who would be carried and why. Changes nothing. */
export async function previewPayouts(
  ctx: Context,
  { period, after, limit }: { period: string; after: bigint; limit: number },
): Promise<Preview> {
  if (!isPeriod(period) || period > monthOf(ctx.clock.now())) {
    throw new BadField('period', 'a month that has begun expected, like "2026-10"')
  }
  const db = ctx.store.read
  const run = await selectRun(db, period)
  const payables = await listPayable(db, { cutOff: cutOffOf(period), after, limit })
  const minimumFen = run?.minimumFen ?? (await getMinimumFen(db))
  return {
    decisions: await decideMembers(db, payables, minimumFen),
    next: payables.length < limit ? undefined : payables.at(-1)?.memberId,
  }
}
