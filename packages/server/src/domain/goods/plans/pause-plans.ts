import type { Tx } from '../../../store/store.ts'
import { beginPauses, endPauses, markShops } from './pause-rows.ts'

type Merchants = { memberIds: readonly bigint[]; at: Date }

/** From a moment on no plan of these merchants' shops runs. Links to their goods go on leading there. */
export async function pausePlans(tx: Tx, { memberIds, at }: Merchants): Promise<void> {
  await beginPauses(tx, memberIds, at)
  await markShops(tx, memberIds, true)
}

/** From a moment on the plans of these merchants' shops run again, as they did before the pause. */
export async function resumePlans(tx: Tx, { memberIds, at }: Merchants): Promise<void> {
  await endPauses(tx, memberIds, at)
  await markShops(tx, memberIds, false)
}
