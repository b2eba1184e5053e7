import type { DemoPeople, Seeding } from './demo-people.ts'
import { insertRows } from './insert-rows.ts'

/** 100,000,000.00 yuan: whoever tries out the demo network should not find its plans paused. */
const CREDIT_LIMIT_FEN = 10_000_000_000n

/** What the demo merchants may owe. */
export async function seedCredit({ tx }: Seeding, { merchantIds }: DemoPeople): Promise<void> {
  await insertRows(
    tx,
    'merchant_accounts',
    merchantIds.map((memberId) => ({ member_id: memberId, credit_limit_fen: CREDIT_LIMIT_FEN })),
  )
}
