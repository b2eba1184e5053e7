import type { Context } from '../../../context.ts'
import { takeStamp } from '../../../store/stamp.ts'
import type { MerchantAccount } from './account.ts'
import { insertAccountEvents, selectAccount, writeDefaultLimit, writeLimit } from './account-rows.ts'
import { reviewMerchants } from './review-merchants.ts'

type By = { reason: string; operatorId: bigint | undefined }

/**
 * What a merchant may owe from now on; a limit of undefined is the one of all. Its plans are paused or resumed
 * at once where that makes a difference. Undefined: no such merchant.
 */
export async function setCreditLimit(
  ctx: Context,
  { memberId, limitFen, reason, operatorId }: { memberId: bigint; limitFen: bigint | undefined } & By,
): Promise<MerchantAccount | undefined> {
  return ctx.store.transact(async (tx) => {
    const { at } = await takeStamp(tx, ctx.clock.aheadMs, 0)
    const account = await selectAccount(tx, memberId)
    if (!account) return undefined
    const { balanceFen } = account
    await writeLimit(tx, memberId, limitFen)
    await insertAccountEvents(tx, [
      { memberId, kind: 'limit', creditLimitFen: limitFen, balanceFen, reason, operatorId, at },
    ])
    await reviewMerchants(tx, { merchants: new Map([[memberId, `credit limit: ${reason}`]]), at, operatorId })
    return selectAccount(tx, memberId)
  })
}

/** What every merchant without a limit of its own may owe from now on. */
export async function setDefaultCreditLimit(
  ctx: Context,
  { limitFen, reason, operatorId }: { limitFen: bigint } & By,
): Promise<void> {
  await ctx.store.transact(async (tx) => {
    const { at } = await takeStamp(tx, ctx.clock.aheadMs, 0)
    await writeDefaultLimit(tx, limitFen)
    await insertAccountEvents(tx, [
      {
        memberId: undefined,
        kind: 'limit',
        creditLimitFen: limitFen,
        balanceFen: undefined,
        reason,
        operatorId,
        at,
      },
    ])
    await reviewMerchants(tx, { merchants: { all: `credit limit of all: ${reason}` }, at, operatorId })
  })
}
