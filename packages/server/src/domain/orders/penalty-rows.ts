import { sql } from 'kysely'
import type { Stamp } from '../../store/stamp.ts'
import type { Tx } from '../../store/store.ts'
import type { OrderRow } from './order-row.ts'

/** Whose order this is, by the network's number. */
export async function selectShopOf(tx: Tx, tradeId: bigint): Promise<bigint | undefined> {
  const row = await tx
    .selectFrom('orders')
    .select('shop_id')
    .where('trade_id', '=', tradeId)
    .executeTakeFirst()
  return row?.shop_id
}

/** An order with its merchant. Its shop is locked. */
export async function selectWithMerchant(
  tx: Tx,
  tradeId: bigint,
): Promise<{ order: OrderRow; merchantId: bigint }> {
  const { merchantId, ...order } = await tx
    .selectFrom('orders')
    .innerJoin('shops', 'shops.id', 'orders.shop_id')
    .selectAll('orders')
    .select('shops.member_id as merchantId')
    .where('trade_id', '=', tradeId)
    .executeTakeFirstOrThrow()
  return { order, merchantId }
}

type Penalised = Pick<
  OrderRow,
  | 'penalty'
  | 'penalty_id'
  | 'booked_member_id'
  | 'booked_commission_fen'
  | 'booked_fee_fen'
  | 'booked_service_fen'
>

/** Answers the number of the booking that is about to follow. */
export async function updatePenalised(
  tx: Tx,
  orderId: bigint,
  to: { columns: Penalised; stamp: Stamp },
): Promise<number> {
  const { columns, stamp } = to
  const { ledger_revision } = await tx
    .updateTable('orders')
    .set({
      ...columns,
      ledger_revision: sql<number>`ledger_revision + 1`,
      modified_at: stamp.at,
      change_no: stamp.firstChange,
    })
    .where('id', '=', orderId)
    .returning('ledger_revision')
    .executeTakeFirstOrThrow()
  return ledger_revision
}
