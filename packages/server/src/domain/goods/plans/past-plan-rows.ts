import { type Selectable, sql } from 'kysely'
import { KEPT_PLAN } from '../../../store/kept-plan.ts'
import type { Db } from '../../../store/store.ts'
import type { CommissionPlansTable } from '../../../store/tables.ts'
import type { Plan } from '../item.ts'
import { MAX_PLANS, toPlan } from '../offer-rows.ts'

/** What an item's plans at a moment are looked for by: where it stands, who promoted it. */
export type PastPlansKey = {
  itemId: bigint
  shopId: bigint
  categoryIds: readonly [leaf: bigint, top: bigint]
  memberId: bigint
  at: Date
}

/**
 * Plans that ran, and the targeted ones among them that the promoter had joined, since when. None ran while
 * the merchant's plans were paused.
 */
export type PastPlans = { plans: Plan[]; joined: Map<bigint, Date>; isPaused: boolean }

type PlanRow = Selectable<CommissionPlansTable> & { joined_at: Date | null }
type FoundRow = { n: number } & (({ is_paused: false } & PlanRow) | { is_paused: boolean; id: null })

/**
 * For each key the plans that ran at its moment and may be open to the promoter: those of the item, then
 * those of its categories and of the shop. Others are left where they are, since a request may ask for
 * hundreds of moments; which of these counts is decided by the rules.
 */
export async function selectPlansAt(db: Db, keys: readonly PastPlansKey[]): Promise<PastPlans[]> {
  const found = keys.map((): PastPlans => ({ plans: [], joined: new Map(), isPaused: false }))
  if (keys.length === 0) return found
  const open = sql`
    p.starts_at <= wanted.at and (p.ends_at is null or p.ends_at > wanted.at)
    and (p.member_id is null or p.member_id = wanted.member_id)
    and (p.kind <> 'targeted' or j.joined_at is not null)
    order by p.id limit ${MAX_PLANS}`
  const plans = sql`select p.*, j.joined_at from commission_plans p
    left join plan_members j on j.plan_id = p.id and j.member_id = wanted.member_id`
  const { rows } = await sql<FoundRow>`${KEPT_PLAN}
    select wanted.n::int - 1 as n, pause.is_paused, plan.* from unnest(
      ${keys.map((key) => key.itemId)}::bigint[], ${keys.map((key) => key.shopId)}::bigint[],
      ${keys.map((key) => key.categoryIds[0])}::bigint[], ${keys.map((key) => key.categoryIds[1])}::bigint[],
      ${keys.map((key) => key.memberId)}::bigint[], ${keys.map((key) => key.at)}::timestamptz[]
    ) with ordinality as wanted(item_id, shop_id, leaf_id, top_id, member_id, at, n)
    cross join lateral (
      select exists (
        select from shops s join plan_pauses past on past.member_id = s.member_id
        where s.id = wanted.shop_id and past.from_at <= wanted.at and (past.to_at is null or past.to_at > wanted.at)
      ) as is_paused
    ) pause
    left join lateral (
      (${plans} where p.item_id = wanted.item_id and ${open})
      union all
      (${plans} where p.item_id is null and p.shop_id = wanted.shop_id
        and (p.category_id is null or p.category_id in (wanted.leaf_id, wanted.top_id)) and ${open})
    ) plan on not pause.is_paused
    where pause.is_paused or plan.id is not null`.execute(db)
  for (const row of rows) {
    const of = found[row.n] as PastPlans
    if (row.id === null) of.isPaused = true
    else of.plans.push(toPlan(row))
    if (row.id !== null && row.joined_at) of.joined.set(row.id, row.joined_at)
  }
  return found
}
