import type { Tx } from '../../../store/store.ts'
import type { OrderRow } from '../order-row.ts'

/** An order by the network's number, if this member earns by it as its promoter or as the third party of its link. */
export async function selectOwnOrder(
  tx: Tx,
  { tradeId, memberId }: { tradeId: bigint; memberId: bigint },
): Promise<OrderRow | undefined> {
  return tx
    .selectFrom('orders')
    .selectAll()
    .where('trade_id', '=', tradeId)
    .where((eb) => eb.or([eb('member_id', '=', memberId), eb('third_member_id', '=', memberId)]))
    .executeTakeFirst()
}

/** When each event of an order was accepted. */
export async function selectAcceptTimes(tx: Tx, orderId: bigint): Promise<Map<string, Date>> {
  const rows = await tx
    .selectFrom('order_events')
    .select(['event_id', 'accepted_at'])
    .where('order_id', '=', orderId)
    .execute()
  return new Map(rows.map((row) => [row.event_id, row.accepted_at]))
}
