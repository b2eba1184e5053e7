import { sql } from 'kysely'
import type { Tx } from '../../../store/store.ts'
import type { BookedOrder } from '../booking.ts'

export type AuditedOrder = BookedOrder & { id: bigint; merchantId: bigint; booked_fee_fen: bigint }

/** Everything that follows in this transaction sees the same moment. */
export async function beginSnapshot(tx: Tx): Promise<void> {
  await sql`set transaction isolation level repeatable read, read only`.execute(tx)
}

/** What the orders say is booked for them, by id, the next `limit` after this one. */
export async function selectBookedOrders(tx: Tx, after: bigint, limit: number): Promise<AuditedOrder[]> {
  return tx
    .selectFrom('orders')
    .innerJoin('shops', 'shops.id', 'orders.shop_id')
    .select(['orders.id', 'shops.member_id as merchantId'])
    .select([
      'booked_member_id',
      'booked_commission_fen',
      'booked_service_fen',
      'third_member_id',
      'share_bp',
    ])
    .select(['booked_fee_fen', 'fee_bp', 'leader_id', 'tk_earned_at', 'penalty'])
    .where('orders.id', '>', after)
    .orderBy('orders.id')
    .limit(limit)
    .execute()
}
