import { sql } from 'kysely'
import type { Tx } from '../../store/store.ts'

/** Payouts that did not come back. What follows in this transaction sees the same moment. */
export async function selectPaidSum(tx: Tx): Promise<{ payouts: number; payoutFen: bigint }> {
  await sql`set transaction isolation level repeatable read, read only`.execute(tx)
  const { rows } = await sql<{ payouts: number; fen: string }>`
    select count(*)::int as payouts, coalesce(sum(amount_fen), 0)::text as fen
    from payouts where state <> 'returned'`.execute(tx)
  const [row] = rows
  return { payouts: row?.payouts ?? 0, payoutFen: BigInt(row?.fen ?? '0') }
}
