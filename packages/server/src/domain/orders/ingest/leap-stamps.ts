import { moveStamps } from '../../../store/stamp.ts'
import type { Tx } from '../../../store/store.ts'

/**
 * Business time jumps: from the commit of this transaction on, no change of an order is stamped earlier than
 * the new time. So a window of orders that now lies in the past gains no row, whatever a process has yet
 * to hear.
 */
export async function leapStamps(tx: Tx, aheadMs: number): Promise<void> {
  await moveStamps(tx, aheadMs)
}
