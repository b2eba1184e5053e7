import type { Db } from '../../store/store.ts'
import { type PayableBalance, selectPayable, selectPayables } from './payable-rows.ts'

/** What a member may be paid of what was available when a month ended; below zero, what they owe. */
export type Payable = { memberId: bigint; payableFen: bigint }

/**
 * The members after an id and what each may be paid. Payouts since the cut-off count as made before it, so a
 * month that is paid late, or again after it came back, never pays what was earned later.
 */
export async function listPayable(
  db: Db,
  of: { cutOff: Date; after: bigint; limit: number },
): Promise<Payable[]> {
  return (await selectPayables(db, of)).map(toPayable)
}

/** The same of one member; 0 without a balance. */
export async function getPayable(db: Db, of: { cutOff: Date; memberId: bigint }): Promise<Payable> {
  const balance = await selectPayable(db, of)
  return balance ? toPayable(balance) : { memberId: of.memberId, payableFen: 0n }
}

function toPayable({ memberId, nowFen, cutOffFen }: PayableBalance): Payable {
  return { memberId, payableFen: nowFen < cutOffFen ? nowFen : cutOffFen }
}
