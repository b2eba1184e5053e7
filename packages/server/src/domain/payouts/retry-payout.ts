import type { Context } from '../../context.ts'
import { takeStamp } from '../../store/stamp.ts'
import type { Tx } from '../../store/store.ts'
import { BadField } from '../goods/index.ts'
import { getPayable } from '../settlement/index.ts'
import type { BankProvider } from './bank.ts'
import { selectUnsent } from './batch-rows.ts'
import { bookPayouts } from './book-payouts.ts'
import { decideMembers } from './decide-members.ts'
import { fileBank } from './file-bank.ts'
import type { Operator, Payout } from './payout.ts'
import { lockPayout, selectLive, selectPayout } from './rows.ts'
import { type LockedRun, lockRun, reopenRun } from './run-rows.ts'
import { sendBatch } from './send-batch.ts'

const problems = {
  negative: 'the member owes money by now',
  below_minimum: 'what is left of it by now is below the minimum, and is carried',
  suspended: 'the member is not in good standing',
  no_payee: 'the member has no payee',
}

type How = { operator: NonNullable<Operator>; bank?: BankProvider }

/**
 * Pays again what came back, to the payee now in force: what is still there of the month's money, so nothing
 * where a later run has paid it. Answers the new attempt; undefined without such a payout.
 */
export async function retryPayout(
  ctx: Context,
  id: bigint,
  { operator, bank = fileBank(ctx.payoutDir) }: How,
): Promise<Payout | undefined> {
  const known = await selectPayout(ctx.store.read, id)
  if (!known) return undefined
  const { newId, run } = await ctx.store.transact((tx) => bookAgain(ctx, tx, { id, operator }))
  for (const no of await selectUnsent(ctx.store.read, run.id)) {
    await sendBatch(ctx, bank, { runId: run.id, no, period: run.period })
  }
  return selectPayout(ctx.store.read, newId)
}
