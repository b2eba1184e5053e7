import { sql } from 'kysely'
import type { Tx } from '../../store/store.ts'

export type BookedOrder = { id: bigint; commissionFen: bigint; feeFen: bigint; memberId: bigint | null }

/** Everything that follows in this transaction sees the same moment. */
export async function beginSnapshot(tx: Tx): Promise<void> {
  await sql`set transaction isolation level repeatable read, read only`.execute(tx)
}

/** What the orders say is booked for them, by id, the next `limit` after this one. */
export async function selectBookedOrders(tx: Tx, after: bigint, limit: number): Promise<BookedOrder[]> {
  const rows = await tx
    .selectFrom('orders')
    .select(['id', 'booked_commission_fen', 'booked_fee_fen', 'booked_member_id'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    commissionFen: row.booked_commission_fen,
    feeFen: row.booked_fee_fen,
    memberId: row.booked_member_id,
  }))
}
