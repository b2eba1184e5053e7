import type { Context } from '../../context.ts'
import { takeStamp } from '../../store/stamp.ts'
import { listPayable } from '../settlement/index.ts'
import { bookPayouts } from './book-payouts.ts'
import { decideMembers } from './decide-members.ts'
import { advanceRun, insertCarried, lockRun } from './run-rows.ts'

/** Members decided in one transaction: while it writes, nobody else moves money. The bank gets them as one batch. */
const BATCH = 500

/**
 * Decides the next members of a run, by their ids, and books what is paid; whatever process asks. Answers
 * whether there may be more. A run that was cut off goes on after the last members that were written.
 */
export async function bookMembers(ctx: Context, runId: bigint): Promise<boolean> {
  const now = ctx.clock.now()
  return ctx.store.transact(async (tx) => {
    const run = await lockRun(tx, runId)
    if (run.state !== 'booking') return false
    // Under the lock that everything takes which moves money: balances stay as they are read.
    const stamp = await takeStamp(tx, ctx.clock.aheadMs, 0)
    const payables = await listPayable(tx, { cutOff: run.cutOff, after: run.bookedTo, limit: BATCH })
    const decisions = await decideMembers(tx, payables, run.minimumFen)
    const due = decisions.flatMap((one) => (one.pay ? { ...one, attempt: 1 } : []))
    const carried = decisions.flatMap((one) => (one.pay ? [] : one))
    await bookPayouts(tx, { run, stamp, now, due, operator: undefined })
    await insertCarried(tx, run.id, carried)
    const isLast = payables.length < BATCH
    await advanceRun(tx, run.id, {
      bookedTo: isLast ? undefined : payables.at(-1)?.memberId,
      payouts: due.length,
      payoutFen: sum(due),
      carried: carried.length,
      carriedFen: sum(carried),
    })
    return !isLast
  })
}

function sum(amounts: readonly { amountFen: bigint }[]): bigint {
  return amounts.reduce((total, { amountFen }) => total + amountFen, 0n)
}
