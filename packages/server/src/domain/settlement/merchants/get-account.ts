import type { Context } from '../../../context.ts'
import type { AccountEvent, MerchantAccount } from './account.ts'
import { selectAccount, selectAccountEvents } from './account-rows.ts'

export async function findMerchantAccount(
  ctx: Context,
  memberId: bigint,
): Promise<MerchantAccount | undefined> {
  return selectAccount(ctx.store.read, memberId)
}

/** Changes of a merchant's limit, pauses and resumptions, each with its reason, the oldest first. */
export async function listAccountEvents(
  ctx: Context,
  page: { memberId: bigint; after: bigint; limit: number },
): Promise<AccountEvent[]> {
  return selectAccountEvents(ctx.store.read, page)
}
