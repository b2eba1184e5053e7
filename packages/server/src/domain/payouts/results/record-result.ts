import type { Context } from '../../../context.ts'
import { takeStamp } from '../../../store/stamp.ts'
import type { Tx } from '../../../store/store.ts'
import { BadField } from '../../goods/index.ts'
import { postReturns } from '../../settlement/index.ts'
import type { BankResult, Operator, Payout } from '../payout.ts'
import { insertEvents, lockPayout, type PayoutKey, writeResult } from '../rows.ts'
import { judgeResult } from '../rules.ts'

export type Recorded = { payout: Payout; isNew: boolean }

/**
 * Writes down what became of a payout at the bank; what came back is available to the member again. The same
 * result a second time changes nothing. Undefined without such a payout; BadField where it cannot be.
 */
export async function recordResult(
  ctx: Context,
  key: PayoutKey,
  { result, operator }: { result: BankResult; operator: Operator },
): Promise<Recorded | undefined> {
  const at = ctx.clock.now()
  return ctx.store.transact(async (tx) => {
    const payout = await lockPayout(tx, key)
    if (!payout) return undefined
    const judged = judgeResult(payout, result)
    if (judged === 'known') return { payout, isNew: false }
    if (judged !== 'new') throw new BadField('id' in key ? 'id' : 'reference', judged.problem)
    if (result.state === 'returned') await giveBack(ctx, tx, payout)
    await writeResult(tx, payout.id, { result, at })
    const note = result.state === 'paid' ? result.bankReference : result.reason
    await insertEvents(tx, [payout.id], { event: result.state, operator, note, at })
    return { payout: apply(payout, result, at), isNew: true }
  })
}

async function giveBack(ctx: Context, tx: Tx, { id, memberId, amountFen }: Payout): Promise<void> {
  const stamp = await takeStamp(tx, ctx.clock.aheadMs, 0)
  await postReturns(tx, [{ key: String(id), memberId, amountFen }], stamp.at)
}

function apply(payout: Payout, result: BankResult, at: Date): Payout {
  return result.state === 'paid'
    ? { ...payout, state: 'paid', paidAt: at, bankReference: result.bankReference }
    : { ...payout, state: 'returned', returnedAt: at, failure: result.reason }
}
