import type { Tx } from '../../store/store.ts'
import { selectPaidOut } from './audit-rows.ts'
import { PAYOUT_KEYS } from './post-payouts.ts'

/** What the ledger holds as paid out: payouts less those that came back. */
export async function sumPayouts(tx: Tx): Promise<bigint> {
  return selectPaidOut(tx, PAYOUT_KEYS)
}
