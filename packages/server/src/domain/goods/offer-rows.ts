import { type Selectable, sql } from 'kysely'
import type { Db } from '../../store/store.ts'
import type { CommissionPlansTable, CouponsTable } from '../../store/tables.ts'
import type { Coupon, Plan, PlanKind } from './item.ts'

export const MAX_PLANS = 1000
const MAX_COUPONS = 200
const MAX_JOINED = 10_000

/** The plans of items that are not over at a moment, by item. */
export async function selectItemPlans(
  db: Db,
  key: { itemIds: readonly bigint[]; after: Date },
): Promise<Map<bigint, Plan[]>> {
  const { rows } = await sql<Selectable<CommissionPlansTable> & { item_id: bigint }>`
    select plan.* from unnest(${key.itemIds}::bigint[]) as wanted(id)
    cross join lateral (
      select * from commission_plans p
      where p.item_id = wanted.id and (p.ends_at is null or p.ends_at > ${key.after})
      order by p.id limit ${MAX_PLANS}
    ) plan`.execute(db)
  return groupBy(rows, (row) => row.item_id, toPlan)
}

/** The plans of whole shops and of categories in them that are not over at a moment, by shop. */
export async function selectShopPlans(
  db: Db,
  key: { shopIds: readonly bigint[]; after: Date },
): Promise<Map<bigint, Plan[]>> {
  const { rows } = await sql<Selectable<CommissionPlansTable>>`
    select plan.* from unnest(${key.shopIds}::bigint[]) as wanted(id)
    cross join lateral (
      select * from commission_plans p
      where p.item_id is null and p.shop_id = wanted.id and (p.ends_at is null or p.ends_at > ${key.after})
      order by p.id limit ${MAX_PLANS}
    ) plan`.execute(db)
  return groupBy(rows, (row) => row.shop_id, toPlan)
}

export function toPlan(row: Selectable<CommissionPlansTable>): Plan {
  return {
    id: row.id,
    kind: row.kind as PlanKind,
    itemId: row.item_id ?? undefined,
    categoryId: row.category_id ?? undefined,
    memberId: row.member_id ?? undefined,
    name: row.name,
    rateBp: row.rate_bp,
    campaign: campaignOf(row),
    startsAt: row.starts_at,
    endsAt: row.ends_at ?? undefined,
  }
}

function campaignOf(row: Selectable<CommissionPlansTable>): Plan['campaign'] {
  if (row.campaign_id === null || row.leader_id === null) return undefined
  return { id: row.campaign_id, leaderId: row.leader_id, serviceRateBp: row.service_rate_bp }
}

/** The targeted plans that a publisher joined, and since when. */
export async function selectJoinedPlans(db: Db, memberId: bigint): Promise<Map<bigint, Date>> {
  const rows = await db
    .selectFrom('plan_members')
    .select(['plan_id', 'joined_at'])
    .where('member_id', '=', memberId)
    .orderBy('plan_id', 'desc')
    .limit(MAX_JOINED)
    .execute()
  return new Map(rows.map((row) => [row.plan_id, row.joined_at]))
}

/** Coupons of items that are not over yet. */
export async function selectItemCoupons(
  db: Db,
  key: { itemIds: readonly bigint[]; after: Date },
): Promise<Map<bigint, Coupon[]>> {
  const { rows } = await sql<Selectable<CouponsTable> & { item_id: bigint }>`
    select coupon.* from unnest(${key.itemIds}::bigint[]) as wanted(id)
    cross join lateral (
      select * from coupons c where c.item_id = wanted.id and c.ends_at > ${key.after} and c.remain_count > 0
      order by c.ends_at limit ${MAX_COUPONS}
    ) coupon`.execute(db)
  return groupBy(rows, (row) => row.item_id, toCoupon)
}

/** Coupons for everything in a shop that are not over yet. */
export async function selectShopCoupons(
  db: Db,
  key: { shopIds: readonly bigint[]; after: Date },
): Promise<Map<bigint, Coupon[]>> {
  const { rows } = await sql<Selectable<CouponsTable>>`
    select coupon.* from unnest(${key.shopIds}::bigint[]) as wanted(id)
    cross join lateral (
      select * from coupons c
      where c.item_id is null and c.shop_id = wanted.id and c.ends_at > ${key.after} and c.remain_count > 0
      order by c.ends_at limit ${MAX_COUPONS}
    ) coupon`.execute(db)
  return groupBy(rows, (row) => row.shop_id, toCoupon)
}

function toCoupon(row: Selectable<CouponsTable>): Coupon {
  return {
    id: row.id,
    activityId: row.activity_id,
    shopId: row.shop_id,
    itemId: row.item_id ?? undefined,
    faceFen: row.face_fen,
    thresholdFen: row.threshold_fen,
    totalCount: row.total_count,
    remainCount: row.remain_count,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
  }
}

export async function selectCoupon(db: Db, id: bigint): Promise<Coupon | undefined> {
  const row = await db.selectFrom('coupons').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toCoupon(row)
}

export async function selectCouponByActivity(db: Db, activityId: string): Promise<Coupon | undefined> {
  const row = await db
    .selectFrom('coupons')
    .selectAll()
    .where('activity_id', '=', activityId)
    .executeTakeFirst()
  return row && toCoupon(row)
}

function groupBy<Row, Value>(
  rows: Row[],
  key: (row: Row) => bigint,
  value: (row: Row) => Value,
): Map<bigint, Value[]> {
  const groups = new Map<bigint, Value[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(value(row))
    else groups.set(key(row), [value(row)])
  }
  return groups
}
