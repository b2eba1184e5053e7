import type { Tx } from '../../store/store.ts'
import { type OrderSums, selectOrderSums } from './audit-rows.ts'

export type { OrderSums }

/** What the ledger holds for each of these orders; one with nothing in it is not in the answer. */
export async function sumOrders(tx: Tx, orderIds: readonly bigint[]): Promise<Map<bigint, OrderSums>> {
  return selectOrderSums(tx, orderIds)
}
