import type { Tx } from '../../store/store.ts'
import type { Account } from './entry.ts'

export type EntryLineRow = {
  id: bigint
  cause: string
  posted_at: Date
  account: Account
  member_id: bigint | null
  amount_fen: bigint
}

/** The lines of the first entries of an order, oldest first. */
export async function selectOrderLines(tx: Tx, orderId: bigint, maxEntries: number): Promise<EntryLineRow[]> {
  const rows = await tx
    .selectFrom('ledger_lines as l')
    .innerJoin(
      tx
        .selectFrom('ledger_entries')
        .select(['id', 'cause', 'posted_at'])
        .where('order_id', '=', orderId)
        .orderBy('id')
        .limit(maxEntries)
        .as('e'),
      'e.id',
      'l.entry_id',
    )
    .select(['e.id', 'e.cause', 'e.posted_at', 'l.account', 'l.member_id', 'l.amount_fen'])
    .orderBy('e.id')
    .orderBy('l.line_no')
    .execute()
  return rows.map((row) => ({ ...row, account: row.account as Account }))
}
