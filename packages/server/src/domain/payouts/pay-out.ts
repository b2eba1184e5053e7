import type { Context } from '../../context.ts'
import { BadField } from '../goods/index.ts'
import type { BankProvider } from './batches/bank.ts'
import { fileBank } from './batches/file-bank.ts'
import { sendUnsent } from './batches/send-unsent.ts'
import { bookMembers } from './book-members.ts'
import { getMinimumFen } from './minimum.ts'
import type { PayoutRun } from './payout.ts'
import { cutOffOf, dueAtOf, isPeriod } from './rules.ts'
import { claimRun, selectRun } from './run-rows.ts'

/**
 * Pays out what was settled until the end of a month: every member's amount leaves their balance, and then the
 * bank gets the payments, batch by batch. Asked again it goes on where it was cut off, and once it is done it
 * does nothing; in however many processes, nobody is paid twice.
 */
export async function payOut(
  ctx: Context,
  { period, bank = fileBank(ctx.payoutDir) }: { period: string; bank?: BankProvider },
): Promise<PayoutRun> {
  checkDue(ctx, period)
  const runId = await claimRun(ctx.store.read, {
    period,
    cutOff: cutOffOf(period),
    minimumFen: await getMinimumFen(ctx.store.read),
    startedAt: ctx.clock.now(),
  })
  while (await bookMembers(ctx, runId));
  await sendUnsent(ctx, bank, { id: runId, period })
  return (await selectRun(ctx.store.read, period)) as PayoutRun
}

function checkDue(ctx: Context, period: string): void {
  if (!isPeriod(period)) throw new BadField('period', 'a month expected, like "2026-10"')
  if (dueAtOf(period) > ctx.clock.now()) {
    throw new BadField('period', `${period} is paid out from ${dueAtOf(period).toISOString()} on`)
  }
}
