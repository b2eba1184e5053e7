import type { Context } from '../../context.ts'
import { selectAccountSums, selectUnbalanced, selectWrongBalances } from './audit-rows.ts'
import type { Account } from './entry.ts'

const MAX_NAMED = 20

export type LedgerAudit = {
  entries: bigint
  lines: bigint
  /** What each account holds, over all members. */
  sums: ReadonlyMap<Account, bigint>
  /** The sum of every line: zero, or money came from nowhere. */
  totalFen: bigint
  /** Entries that do not add up to zero, at most 20 of them. */
  unbalanced: { entryId: bigint; sumFen: bigint }[]
  /** Balances that are not the sum of their account's lines, at most 20 of them. */
  wrongBalances: { account: Account; memberId: bigint | null; excessFen: bigint }[]
}

/** Adds up the whole ledger, in one snapshot. */
export async function auditLedger(ctx: Context): Promise<LedgerAudit> {
  return ctx.store.transact(async (tx) => {
    const { entries, lines, sums } = await selectAccountSums(tx)
    const totalFen = [...sums.values()].reduce((total, sum) => total + sum, 0n)
    const unbalanced = await selectUnbalanced(tx, MAX_NAMED)
    const wrongBalances = await selectWrongBalances(tx, MAX_NAMED)
    return { entries, lines, sums, totalFen, unbalanced, wrongBalances }
  })
}

/** Whether nothing was found that should not be. */
export function isLedgerInOrder(ledger: LedgerAudit): boolean {
  return ledger.totalFen === 0n && ledger.unbalanced.length === 0 && ledger.wrongBalances.length === 0
}
