import { sql } from 'kysely'
import type { Tx } from '../../../store/store.ts'
import type { RowStatus } from './upsert-rows.ts'

/**
 * Brings plans to what rows say. A plan is known by all but its rate and its end: a row of a known one may
 * move the end, and with another rate it is refused, since a plan never changes its rate. Plans of campaigns
 * are their own: no row is one of them.
 */
export async function upsertPlans(
  tx: Tx,
  rows: readonly Record<string, unknown>[],
): Promise<(RowStatus | 'other rate')[]> {
  const json = JSON.stringify(rows, (_name, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  )
  const { rows: found } = await sql<{ status: RowStatus | 'other rate' }>`
    with compared as materialized (
      select n.*, o.id as old_id,
        case
          when o.id is null then 'added'
          when o.rate_bp <> n.rate_bp then 'other rate'
          when o.ends_at is distinct from n.ends_at then 'changed'
          else 'unchanged'
        end as outcome
      from json_populate_recordset(null::commission_plans, ${json}::json) with ordinality n
      left join lateral (
        select * from commission_plans p
        where (p.item_id = n.item_id or p.item_id is null and n.item_id is null) and p.shop_id = n.shop_id
          and p.campaign_id is null
          and (p.kind, p.category_id, p.member_id, p.name, p.starts_at)
            is not distinct from (n.kind, n.category_id, n.member_id, n.name, n.starts_at)
        order by p.id limit 1
      ) o on true
    ),
    inserted as (
      insert into commission_plans
        (kind, shop_id, category_id, item_id, member_id, name, rate_bp, starts_at, ends_at)
      select kind, shop_id, category_id, item_id, member_id, name, rate_bp, starts_at, ends_at
      from compared where outcome = 'added'
    ),
    updated as (
      update commission_plans p set ends_at = n.ends_at
      from compared n where n.old_id = p.id and n.outcome = 'changed'
    )
    select outcome as status from compared order by ordinality`.execute(tx)
  return found.map((row) => row.status)
}
