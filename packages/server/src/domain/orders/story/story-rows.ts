import type { Selectable } from 'kysely'
import type { Tx } from '../../../store/store.ts'
import type { OrderRefundsTable } from '../../../store/tables.ts'
import type { OrderRow } from '../order-row.ts'
import type { OrderName } from './find-order-story.ts'

const MAX_REFUNDS = 1000

/** An order with what its shop calls it and whose shop that is. */
export type StoryOrder = OrderRow & { outer_parent_id: string; merchant_id: bigint }

export type RefundSeen = Selectable<OrderRefundsTable>

export async function selectStoryOrder(tx: Tx, name: OrderName): Promise<StoryOrder | undefined> {
  const orders = tx
    .selectFrom('orders')
    .innerJoin('shops', 'shops.id', 'orders.shop_id')
    .innerJoin('trade_parents', 'trade_parents.id', 'orders.trade_parent_id')
    .selectAll('orders')
    .select(['shops.member_id as merchant_id', 'trade_parents.outer_id as outer_parent_id'])
  const found =
    'tradeId' in name
      ? orders.where('orders.trade_id', '=', name.tradeId)
      : orders.where('orders.shop_id', '=', name.shopId).where('orders.outer_id', '=', name.outerId)
  return found.executeTakeFirst()
}

/** The refund cases of an order, oldest first. */
export async function selectRefundsOf(tx: Tx, orderId: bigint): Promise<RefundSeen[]> {
  return tx
    .selectFrom('order_refunds')
    .selectAll()
    .where('order_id', '=', orderId)
    .orderBy('refund_suit_id')
    .limit(MAX_REFUNDS)
    .execute()
}
