import type { Stamp } from '../../store/stamp.ts'
import type { Tx } from '../../store/store.ts'
import { postPayouts } from '../settlement/index.ts'
import { insertBatch } from './batches/batch-rows.ts'
import type { Operator } from './payout.ts'
import { insertEvents, insertPayouts } from './rows.ts'
import { referenceOf } from './rules.ts'

/** Whom to pay, how much, and for which time in this run. */
type Due = { memberId: bigint; payeeId: bigint; amountFen: bigint; attempt: number }

type Booking = {
  run: { id: bigint; period: string }
  stamp: Stamp
  now: Date
  due: readonly Due[]
  operator: Operator
}

/** Takes the money out of the balances and writes down where it is to go, as the next batch. The run is locked. */
export async function bookPayouts(tx: Tx, { run, stamp, now, due, operator }: Booking): Promise<bigint[]> {
  if (due.length === 0) return []
  const amountFen = due.reduce((sum, one) => sum + one.amountFen, 0n)
  const batchNo = await insertBatch(tx, { runId: run.id, payouts: due.length, amountFen, bookedAt: now })
  const amounts = due.map((one) => ({ ...one, key: `${run.period}:${one.memberId}:${one.attempt}` }))
  await postPayouts(tx, amounts, stamp.at)
  const ids = await insertPayouts(
    tx,
    due.map((one) => ({
      ...one,
      runId: run.id,
      batchNo,
      reference: referenceOf(run.period, one.memberId, one.attempt),
      bookedAt: now,
    })),
  )
  await insertEvents(tx, ids, { event: 'booked', operator, note: undefined, at: now })
  return ids
}
