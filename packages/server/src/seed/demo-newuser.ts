import type { Seeding } from './demo-people.ts'
import type { DemoShop } from './demo-shops.ts'
import { insertRows } from './insert-rows.ts'
import { days } from './periods.ts'

const REWARD_FEN = 500n
const DAYS = 365

/** One activity for new buyers (拉新), not in the first shop, whose worked figures stay true. */
export async function seedNewuser({ tx, now }: Seeding, shops: readonly DemoShop[]): Promise<void> {
  const shop = shops.slice(1).at(-1)
  if (!shop) return
  const { startsAt, endsAt } = days(now, -30, DAYS)
  const { series } = await tx
    .insertInto('newuser_shops')
    .values({ shop_id: shop.id, activities: 1, walked_change_no: 0n })
    .returning('series')
    .executeTakeFirstOrThrow()
  await insertRows(tx, 'newuser_activities', [
    {
      activity_id: `${series}_1`,
      shop_id: shop.id,
      name: '演示拉新活动',
      reward_fen: REWARD_FEN,
      starts_at: startsAt,
      ends_at: endsAt,
      created_at: startsAt,
    },
  ])
}
