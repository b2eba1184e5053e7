import type { DemoPeople, Seeding } from './demo-people.ts'
import { insertRows, reserveIds } from './insert-rows.ts'

const SHARE_BP = 3000

/** An agreement in force: the other publisher has 30 % of what the demo publisher's tripartite links earn. */
export async function seedAgreement({ tx, now }: Seeding, people: DemoPeople): Promise<void> {
  const id = await reserveIds(tx, 'share_agreements', 1)
  const secondId = BigInt(people.publisherId)
  const thirdId = BigInt(people.secondPublisherId)
  await insertRows(tx, 'share_agreements', [
    {
      id,
      second_id: secondId,
      third_id: thirdId,
      share_bp: SHARE_BP,
      offered_by: secondId,
      state: 'accepted',
      offered_at: now,
      decided_at: now,
    },
  ])
  const common = { agreement_id: id, by_operator: false, at: now }
  await insertRows(tx, 'share_agreement_steps', [
    { ...common, step: 'offer', member_id: secondId },
    { ...common, step: 'accept', member_id: thirdId },
  ])
}
