import type { Tx } from '../../store/store.ts'
import type { OrderRow } from './order-row.ts'
import { selectShopOf, selectWithMerchant } from './penalty-rows.ts'
import { lockShop } from './rows.ts'

/** An order that nothing else changes until the transaction ends. */
export type HeldOrder = { order: OrderRow; merchantId: bigint }

/** Holds an order, by the network's number: events of its shop and its settlement wait. */
export async function holdOrder(tx: Tx, tradeId: bigint): Promise<HeldOrder | undefined> {
  const shopId = await selectShopOf(tx, tradeId)
  if (shopId === undefined) return undefined
  await lockShop(tx, shopId)
  return selectWithMerchant(tx, tradeId)
}
