import type { Context } from '../../../context.ts'
import type { AccountEvent, MerchantAccount } from './account.ts'
import { selectAccount, selectAccountEvents, selectDefaultLimit } from './account-rows.ts'

export async function findMerchantAccount(
  ctx: Context,
  memberId: bigint,
): Promise<MerchantAccount | undefined> {
  return selectAccount(ctx.store.read, memberId)
}

/** What every merchant without a limit of its own may owe. */
export async function getDefaultCreditLimit(ctx: Context): Promise<bigint> {
  return selectDefaultLimit(ctx.store.read)
}

/**
 * Changes of a merchant's limit, pauses and resumptions, each with its reason, the oldest first; of nobody the
 * changes of the limit of all.
 */
export async function listAccountEvents(
  ctx: Context,
  page: { memberId: bigint | undefined; after: bigint; limit: number },
): Promise<AccountEvent[]> {
  return selectAccountEvents(ctx.store.read, page)
}
