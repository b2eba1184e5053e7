import type { Context } from '../../../context.ts'
import { BadField } from '../../goods/index.ts'
import type { Account } from '../entry.ts'
import { type Balance, selectBalances, selectMemberRoles } from './member-rows.ts'

/** The accounts that are somebody's, in the order in which they are told. */
export const MEMBER_ACCOUNTS = [
  'merchant',
  'publisher_pending',
  'publisher_available',
  'publisher_frozen',
  'gift_reserve',
] as const satisfies readonly Account[]

/** Those that members of a role have, though nothing may have been posted on them. */
const OF_ROLE: Readonly<Record<string, readonly Account[]>> = {
  merchant: ['merchant'],
  publisher: ['publisher_pending', 'publisher_available', 'publisher_frozen'],
}

/** What each of a member's accounts holds. Undefined: no such member. */
export async function listBalances(ctx: Context, memberId: bigint): Promise<Balance[] | undefined> {
  const roles = await selectMemberRoles(ctx.store.read, memberId)
  if (!roles) return undefined
  const held = await selectBalances(ctx.store.read, { memberId, accounts: MEMBER_ACCOUNTS })
  const amounts = new Map(held.map((one) => [one.account, one.amountFen]))
  const own = new Set<Account>([...roles.flatMap((role) => OF_ROLE[role] ?? []), ...amounts.keys()])
  return MEMBER_ACCOUNTS.filter((account) => own.has(account)).map((account) => ({
    account,
    amountFen: amounts.get(account) ?? 0n,
  }))
}

/** A member's accounts, or the one of them that is asked for. BadField when it is not the member's. */
export async function findMemberAccounts(
  ctx: Context,
  memberId: bigint,
  account: Account | undefined,
): Promise<Account[] | undefined> {
  const own = (await listBalances(ctx, memberId))?.map((one) => one.account)
  if (own && account !== undefined && !own.includes(account)) {
    throw new BadField('account', `this member has ${own.join(', ') || 'no accounts'}`)
  }
  return account === undefined ? own : own && [account]
}
