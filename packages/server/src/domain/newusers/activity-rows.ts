import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../store/store.ts'
import type { NewuserActivitiesTable } from '../../store/tables.ts'
import type { Activity, ActivityState } from './activity.ts'

/** Holds a shop's activities and how far its orders were looked at; undefined before its first activity. */
export async function lockShop(tx: Tx, shopId: bigint): Promise<{ walked: bigint } | undefined> {
  const row = await tx
    .selectFrom('newuser_shops')
    .select('walked_change_no')
    .where('shop_id', '=', shopId)
    .forUpdate()
    .executeTakeFirst()
  return row && { walked: row.walked_change_no }
}

/** What changed by now cannot have been bought in an activity; what is being committed has a later number. */
export async function insertShop(tx: Tx, shopId: bigint): Promise<void> {
  await sql`
    insert into newuser_shops (shop_id, walked_change_no) select ${shopId}, last_change from order_clock
    on conflict (shop_id) do nothing`.execute(tx)
}

/** The wire id of the shop's next activity. The shop is held. */
export async function nameActivity(tx: Tx, shopId: bigint): Promise<string> {
  const { series, activities } = await tx
    .updateTable('newuser_shops')
    .set((eb) => ({ activities: eb('activities', '+', 1) }))
    .where('shop_id', '=', shopId)
    .returning(['series', 'activities'])
    .executeTakeFirstOrThrow()
  return `${series}_${activities}`
}

export async function updateWalked(tx: Tx, shopId: bigint, changeNo: bigint): Promise<void> {
  await tx
    .updateTable('newuser_shops')
    .set({ walked_change_no: changeNo })
    .where('shop_id', '=', shopId)
    .execute()
}

export async function insertActivity(
  tx: Tx,
  activity: Omit<Activity, 'id'> & { createdBy: bigint | undefined },
): Promise<Activity> {
  const row = await tx
    .insertInto('newuser_activities')
    .values({
      activity_id: activity.activityId,
      shop_id: activity.shopId,
      name: activity.name,
      reward_fen: activity.rewardFen,
      starts_at: activity.startsAt,
      ends_at: activity.endsAt,
      ended_at: activity.endedAt ?? null,
      created_by: activity.createdBy ?? null,
      created_at: activity.createdAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toActivity(row)
}

/** An activity, held until the transaction ends. */
export async function lockActivity(tx: Tx, id: bigint): Promise<Activity | undefined> {
  const row = await tx
    .selectFrom('newuser_activities')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && toActivity(row)
}

export async function updateEnded(
  tx: Tx,
  id: bigint,
  to: { endedAt: Date; endedBy: bigint | undefined },
): Promise<void> {
  await tx
    .updateTable('newuser_activities')
    .set({ ended_at: to.endedAt, ended_by: to.endedBy ?? null })
    .where('id', '=', id)
    .execute()
}

export async function findActivityId(db: Db, activityId: string): Promise<bigint | undefined> {
  const row = await db
    .selectFrom('newuser_activities')
    .select('id')
    .where('activity_id', '=', activityId)
    .executeTakeFirst()
  return row?.id
}

/** A shop's activities, the oldest first. */
export async function selectActivitiesOf(db: Db, shopId: bigint): Promise<Activity[]> {
  const rows = await db
    .selectFrom('newuser_activities')
    .selectAll()
    .where('shop_id', '=', shopId)
    .orderBy('starts_at')
    .execute()
  return rows.map(toActivity)
}

/** Of which shop (undefined: of all), in which state at a moment, and which page. */
export type ActivityFilter = {
  shopId: bigint | undefined
  state: ActivityState | undefined
  after: bigint
  limit: number
}

export async function selectActivities(db: Db, filter: ActivityFilter, at: Date): Promise<Activity[]> {
  const { shopId, state } = filter
  const end = sql<Date>`least(ends_at, ended_at)`
  let query = db.selectFrom('newuser_activities').selectAll().where('id', '>', filter.after)
  if (shopId !== undefined) query = query.where('shop_id', '=', shopId)
  if (state === 'ended')
    query = query.where((eb) => eb.or([eb(end, '<=', at), eb(end, '<=', eb.ref('starts_at'))]))
  if (state === 'open') query = query.where('starts_at', '<=', at).where(end, '>', at)
  if (state === 'planned')
    query = query.where('starts_at', '>', at).where((eb) => eb(end, '>', eb.ref('starts_at')))
  const rows = await query.orderBy('id').limit(filter.limit).execute()
  return rows.map(toActivity)
}

function toActivity(row: Selectable<NewuserActivitiesTable>): Activity {
  return {
    id: row.id,
    activityId: row.activity_id,
    shopId: row.shop_id,
    name: row.name,
    rewardFen: row.reward_fen,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    endedAt: row.ended_at ?? undefined,
    createdAt: row.created_at,
  }
}
