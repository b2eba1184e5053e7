import type { Tx } from '../../store/store.ts'
import { linesOf } from './entry.ts'
import { postEntries } from './post-entries.ts'

/** `key` makes it one that happens once. */
export type Reward = { key: string; memberId: bigint; amountFen: bigint }

/** A merchant pays publishers beside any commission: available at once, without a service fee. */
export async function postRewards(
  tx: Tx,
  of: { merchantId: bigint; cause: string; rewards: readonly Reward[]; at: Date },
): Promise<void> {
  const { merchantId, cause, rewards, at } = of
  await postEntries(
    tx,
    rewards.map(({ key, memberId, amountFen }) => ({
      idempotencyKey: key,
      cause,
      orderId: undefined,
      postedAt: at,
      lines: linesOf([
        { account: 'merchant', memberId: merchantId, amountFen: -amountFen },
        { account: 'publisher_available', memberId, amountFen },
      ]),
    })),
  )
}
