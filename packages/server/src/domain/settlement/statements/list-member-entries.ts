import type { Context } from '../../../context.ts'
import type { Account } from '../entry.ts'
import { findMemberAccounts } from './member-accounts.ts'
import { type MemberLine, selectMemberLines } from './member-rows.ts'

/** An entry as far as it moved one member's money. */
export type MemberEntry = {
  id: bigint
  cause: string
  postedAt: Date
  /** The order that it was posted for. */
  tradeId: bigint | undefined
  lines: { account: Account; amountFen: bigint }[]
}

/** The last number an entry may have. */
const NEWEST = 2n ** 63n - 1n

/**
 * What a member's balances are made of, the oldest first, from after an entry; of one account or of all.
 * Undefined: no such member.
 */
export async function listMemberEntries(
  ctx: Context,
  asked: { memberId: bigint; account: Account | undefined; after: bigint; limit: number },
): Promise<MemberEntry[] | undefined> {
  const accounts = await findMemberAccounts(ctx, asked.memberId, asked.account)
  return accounts && readEntries(ctx, { ...asked, accounts, last: NEWEST })
}

/** Every entry of a page is whole: of each account as many lines are read as there may be entries. */
export async function readEntries(
  ctx: Context,
  page: { memberId: bigint; accounts: readonly Account[]; after: bigint; last: bigint; limit: number },
): Promise<MemberEntry[]> {
  const entries = new Map<bigint, MemberEntry>()
  for (const line of await selectMemberLines(ctx.store.read, page)) {
    const entry = entries.get(line.entryId) ?? toEntry(line)
    entry.lines.push({ account: line.account, amountFen: line.amountFen })
    entries.set(entry.id, entry)
  }
  return [...entries.values()].slice(0, page.limit)
}

function toEntry({ entryId: id, cause, postedAt, tradeId }: MemberLine): MemberEntry {
  return { id, cause, postedAt, tradeId, lines: [] }
}
