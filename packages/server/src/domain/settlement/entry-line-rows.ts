import type { Db } from '../../store/store.ts'
import type { Account, Line } from './entry.ts'

/** The lines of entries, each with its entry's key. */
export async function selectEntryLines(db: Db, keys: readonly string[]): Promise<(Line & { key: string })[]> {
  const rows = await db
    .selectFrom('ledger_entries as e')
    .innerJoin('ledger_lines as l', 'l.entry_id', 'e.id')
    .select(['e.idempotency_key as key', 'l.account', 'l.member_id', 'l.amount_fen'])
    .where('e.idempotency_key', 'in', keys)
    .orderBy('e.id')
    .orderBy('l.line_no')
    .execute()
  return rows.map((row) => ({
    key: row.key,
    account: row.account as Account,
    memberId: row.member_id ?? undefined,
    amountFen: row.amount_fen,
  }))
}
