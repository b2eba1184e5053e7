import type { Context } from '../../context.ts'
import type { Tx } from '../../store/store.ts'
import { BadField, findShop } from '../goods/index.ts'
import type { Activity, Operator } from './activity.ts'
import { insertActivity, insertShop, lockShop, nameActivity, selectActivitiesOf } from './activity-rows.ts'
import type { NewActivity } from './read-input.ts'
import { isBeside } from './rules.ts'

/** Opens an activity for a shop, which has one at a time. BadField names what is wrong. */
export async function createActivity(
  ctx: Context,
  wanted: NewActivity,
  operator: Operator,
): Promise<Activity> {
  const { shopId, name, rewardFen, endsAt } = wanted
  const at = ctx.clock.now()
  const startsAt = wanted.startsAt ?? at
  if (!(await findShop(ctx, shopId))) throw new BadField('shop_id', 'no such shop')
  if (startsAt < at) throw new BadField('starts_at', 'must not be in the past')
  if (endsAt <= startsAt) throw new BadField('ends_at', 'must be after starts_at')
  return ctx.store.transact(async (tx) => {
    await takeShop(tx, shopId)
    const period = { startsAt, endsAt, endedAt: undefined }
    const beside = (await selectActivitiesOf(tx, shopId)).find((other) => isBeside(period, other))
    if (beside) throw new BadField('starts_at', `the shop has activity ${beside.activityId} then`)
    const activityId = await nameActivity(tx, shopId)
    return insertActivity(tx, {
      ...{ activityId, shopId, name, rewardFen, createdAt: at, createdBy: operator.id },
      ...period,
    })
  })
}

/** Holds the shop's activities; its orders are looked at from its first activity on. */
async function takeShop(tx: Tx, shopId: bigint): Promise<void> {
  if (await lockShop(tx, shopId)) return
  await insertShop(tx, shopId)
  await lockShop(tx, shopId)
}
