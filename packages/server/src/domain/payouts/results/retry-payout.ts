import type { Context } from '../../../context.ts'
import { takeStamp } from '../../../store/stamp.ts'
import type { Tx } from '../../../store/store.ts'
import { BadField } from '../../goods/index.ts'
import { getPayable } from '../../settlement/index.ts'
import type { BankProvider } from '../batches/bank.ts'
import { fileBank } from '../batches/file-bank.ts'
import { sendUnsent } from '../batches/send-unsent.ts'
import { bookPayouts } from '../book-payouts.ts'
import { decideMembers } from '../decide-members.ts'
import type { Operator, Payout } from '../payout.ts'
import { lockPayout, selectAttempts, selectPayout } from '../rows.ts'
import { type LockedRun, lockRun, reopenRun } from '../run-rows.ts'

const problems = {
  negative: 'the member owes money by now',
  below_minimum: 'what is left of it is below the minimum, and is carried',
  suspended: 'the member is not in good standing',
  no_payee: 'the member has no payee',
}

type How = { operator: NonNullable<Operator>; bank?: BankProvider }

/**
 * Pays again what came back, to the payee now in force: as much of that month's money as is still there, so
 * nothing where a later run has paid it. Answers the new attempt; undefined without such a payout.
 */
export async function retryPayout(
  ctx: Context,
  id: bigint,
  { operator, bank = fileBank(ctx.payoutDir) }: How,
): Promise<Payout | undefined> {
  const failed = await selectPayout(ctx.store.read, id)
  if (!failed) return undefined
  const newId = await ctx.store.transact(async (tx) => {
    const run = await lockRun(tx, failed.runId)
    return bookAgain(ctx, tx, { run, id, operator })
  })
  await sendUnsent(ctx, bank, { id: failed.runId, period: failed.period })
  return selectPayout(ctx.store.read, newId)
}

type Retry = { run: LockedRun; id: bigint; operator: NonNullable<Operator> }

async function bookAgain(ctx: Context, tx: Tx, { run, id, operator }: Retry): Promise<bigint> {
  const payout = (await lockPayout(tx, { id })) as Payout
  if (payout.state !== 'returned') throw new BadField('id', `it is ${payout.state}, it did not come back`)
  const { memberId, attempt } = payout
  if ((await selectAttempts(tx, payout)) > attempt) throw new BadField('id', 'it was tried again already')
  const stamp = await takeStamp(tx, ctx.clock.aheadMs, 0)
  const payable = await getPayable(tx, { cutOff: run.cutOff, memberId })
  const [decision] = await decideMembers(tx, [payable], run.minimumFen)
  if (!decision) throw new BadField('id', 'nothing is left of it: a later run has paid it')
  if (!decision.pay) throw new BadField('id', problems[decision.reason])
  await reopenRun(tx, run.id)
  const due = [{ ...decision, attempt: attempt + 1 }]
  const [newId] = await bookPayouts(tx, { run, stamp, now: ctx.clock.now(), due, operator })
  return newId as bigint
}
