import { sql } from 'kysely'
import { jsonRows } from '../../store/json-rows.ts'
import { KEPT_PLAN } from '../../store/kept-plan.ts'
import type { Tx } from '../../store/store.ts'
import type { Entry } from './entry.ts'

/**
 * Writes entries with their lines; their ids by key. A key that was posted before is an error: callers know
 * what they posted.
 */
export async function insertEntries(tx: Tx, entries: readonly Entry[]): Promise<Map<string, bigint>> {
  const heads = entries.map((entry) => ({
    idempotency_key: entry.idempotencyKey,
    cause: entry.cause,
    order_id: entry.orderId ?? null,
    posted_at: entry.postedAt,
  }))
  const { rows } = await sql<{ id: bigint; idempotency_key: string }>`${KEPT_PLAN}
    insert into ledger_entries (idempotency_key, cause, order_id, posted_at)
    select idempotency_key, cause, order_id, posted_at
    from json_populate_recordset(null::ledger_entries, ${jsonRows(heads)}::json)
    returning id, idempotency_key`.execute(tx)
  const idOf = new Map(rows.map((row) => [row.idempotency_key, row.id]))
  const lines = entries.flatMap((entry) =>
    entry.lines.map((line, index) => ({
      entry_id: idOf.get(entry.idempotencyKey) as bigint,
      line_no: index + 1,
      account: line.account,
      member_id: line.memberId ?? null,
      amount_fen: line.amountFen,
    })),
  )
  await sql`${KEPT_PLAN}
    insert into ledger_lines (entry_id, line_no, account, member_id, amount_fen)
    select entry_id, line_no, account, member_id, amount_fen
    from json_populate_recordset(null::ledger_lines, ${jsonRows(lines)}::json)`.execute(tx)
  return idOf
}
