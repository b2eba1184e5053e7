import type { Db } from '../../store/store.ts'
import { listSuspended } from '../publishers/index.ts'
import type { Payable } from '../settlement/index.ts'
import { selectPayeeIds } from './payee-rows.ts'
import type { Decision } from './payout.ts'
import { decide } from './rules.ts'

/** What is to be done about these members; about whom there is nothing to do is left out. */
export async function decideMembers(
  db: Db,
  payables: readonly Payable[],
  minimumFen: bigint,
): Promise<Decision[]> {
  const ids = payables.map(({ memberId }) => memberId)
  const suspended = await listSuspended(db, ids)
  const payees = await selectPayeeIds(db, ids)
  return payables.flatMap(({ memberId, payableFen }) => {
    const isSuspended = suspended.has(memberId)
    return decide({ memberId, payableFen, isSuspended, payeeId: payees.get(memberId) }, minimumFen) ?? []
  })
}
