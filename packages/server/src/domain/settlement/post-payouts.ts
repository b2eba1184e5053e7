import type { Tx } from '../../store/store.ts'
import type { Entry } from './entry.ts'
import { insertEntries } from './rows.ts'

const PAYOUT_KEY = 'payout:'
const RETURN_KEY = 'payout-return:'
/** How the keys of all entries begin by which payouts move money. */
export const PAYOUT_KEYS = [PAYOUT_KEY, RETURN_KEY]

/** What makes the movement one that happens once, such as `2026-10:100000001:1`; whose money, and how much. */
export type PaidAmount = { key: string; memberId: bigint; amountFen: bigint }

/** Available money goes to the bank. */
export async function postPayouts(tx: Tx, amounts: readonly PaidAmount[], at: Date): Promise<void> {
  await post(tx, amounts, (paid) =>
    toEntry(`${PAYOUT_KEY}${paid.key}`, { paid, sign: 1n, cause: 'payout', at }),
  )
}

/** The bank did not bring it there: it is available again. */
export async function postReturns(tx: Tx, amounts: readonly PaidAmount[], at: Date): Promise<void> {
  const cause = 'payout returned'
  await post(tx, amounts, (paid) => toEntry(`${RETURN_KEY}${paid.key}`, { paid, sign: -1n, cause, at }))
}

async function post(tx: Tx, amounts: readonly PaidAmount[], entryOf: (paid: PaidAmount) => Entry) {
  if (amounts.length > 0) await insertEntries(tx, amounts.map(entryOf))
}

function toEntry(
  idempotencyKey: string,
  of: { paid: PaidAmount; sign: bigint; cause: string; at: Date },
): Entry {
  const { paid, sign, cause, at } = of
  const amountFen = sign * paid.amountFen
  return {
    idempotencyKey,
    cause,
    orderId: undefined,
    postedAt: at,
    lines: [
      { account: 'publisher_available', memberId: paid.memberId, amountFen: -amountFen },
      { account: 'bank', memberId: undefined, amountFen },
    ],
  }
}
