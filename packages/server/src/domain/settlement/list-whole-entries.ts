import type { Tx } from '../../store/store.ts'
import type { Line } from './entry.ts'
import { selectOrderLines } from './order-entry-rows.ts'

/** An entry as an operator sees it: whatever it moved. */
export type WholeEntry = { id: bigint; cause: string; postedAt: Date; lines: Line[] }

/** The first entries of an order, oldest first. */
export async function listWholeEntries(tx: Tx, orderId: bigint, maxEntries: number): Promise<WholeEntry[]> {
  const entries = new Map<bigint, WholeEntry>()
  for (const row of await selectOrderLines(tx, orderId, maxEntries)) {
    const entry = entries.get(row.id) ?? { id: row.id, cause: row.cause, postedAt: row.posted_at, lines: [] }
    entries.set(row.id, entry)
    entry.lines.push({
      account: row.account,
      memberId: row.member_id ?? undefined,
      amountFen: row.amount_fen,
    })
  }
  return [...entries.values()]
}
