import type { Tx } from '../../store/store.ts'
import type { Entry } from './entry.ts'

/**
 * Writes entries with their lines; their ids by key. A key that was posted before is an error: callers know
 * what they posted.
 */
export async function insertEntries(tx: Tx, entries: readonly Entry[]): Promise<Map<string, bigint>> {
  const ids = await tx
    .insertInto('ledger_entries')
    .values(
      entries.map((entry) => ({
        idempotency_key: entry.idempotencyKey,
        cause: entry.cause,
        order_id: entry.orderId ?? null,
        posted_at: entry.postedAt,
      })),
    )
    .returning(['id', 'idempotency_key'])
    .execute()
  const idOf = new Map(ids.map((row) => [row.idempotency_key, row.id]))
  await tx
    .insertInto('ledger_lines')
    .values(
      entries.flatMap((entry) =>
        entry.lines.map((line, index) => ({
          entry_id: idOf.get(entry.idempotencyKey) as bigint,
          line_no: index + 1,
          account: line.account,
          member_id: line.memberId ?? null,
          amount_fen: line.amountFen,
        })),
      ),
    )
    .execute()
  return idOf
}
