import type { Tx } from '../../../store/store.ts'
import { pausePlans, resumePlans } from '../../goods/index.ts'
import { type Drifted, insertAccountEvents, markAccounts, selectDrifted } from './account-rows.ts'

type Review = {
  /** Whose balance or limit changed, and by what. */
  merchants: ReadonlyMap<bigint, string> | { all: string }
  at: Date
  operatorId?: bigint | undefined
}

/**
 * Pauses the plans of merchants who owe more than they may, and resumes those of merchants who no longer do.
 * In the transaction that changed the balances, after its stamp was taken: no other changes them meanwhile.
 */
export async function reviewMerchants(tx: Tx, review: Review): Promise<void> {
  const { merchants, at } = review
  const drifted = await selectDrifted(tx, 'all' in merchants ? 'all' : [...merchants.keys()])
  if (drifted.length === 0) return
  const idsOf = (isPaused: boolean) =>
    drifted.filter((one) => one.isPaused === isPaused).map((one) => one.memberId)
  const [toPause, toResume] = [idsOf(false), idsOf(true)]
  if (toPause.length > 0) {
    await markAccounts(tx, toPause, at)
    await pausePlans(tx, { memberIds: toPause, at })
  }
  if (toResume.length > 0) {
    await markAccounts(tx, toResume, undefined)
    await resumePlans(tx, { memberIds: toResume, at })
  }
  await insertAccountEvents(
    tx,
    drifted.map((one) => toEvent(one, review)),
  )
}

function toEvent({ memberId, balanceFen, creditLimitFen, isPaused }: Drifted, review: Review) {
  const { merchants, at, operatorId } = review
  const reason = 'all' in merchants ? merchants.all : (merchants.get(memberId) ?? '')
  const kind = isPaused ? ('resumed' as const) : ('paused' as const)
  return { memberId, kind, creditLimitFen, balanceFen, reason, operatorId, at }
}
