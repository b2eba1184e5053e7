import { sql } from 'kysely'
import type { Tx } from '../../store/store.ts'
import type { LookedAt } from './suspicion.ts'

type Limits = { least: number; times: number; pastDays: number }

export type IdleClicks = { siteId: bigint; clicks: bigint; pastClicks: bigint }

/** Sites with many clicks and no order that day, many times what they had on the average day before. */
export async function selectIdleClicks(
  tx: Tx,
  day: string,
  { least, times, pastDays }: Limits,
): Promise<IdleClicks[]> {
  const { rows } = await sql<{ site_id: bigint; clicks: bigint; past_clicks: bigint }>`
    select d.site_id, d.clicks, past.clicks as past_clicks from site_days d
    cross join lateral (
      select coalesce(sum(clicks), 0)::bigint as clicks from site_days p
      where p.site_id = d.site_id and p.day < d.day and p.day >= d.day - ${pastDays}::integer
    ) past
    where d.day = ${day}::date and d.paid_orders = 0 and d.clicks >= ${least}
      and d.clicks * ${pastDays} >= past.clicks * ${times}
    order by d.site_id`.execute(tx)
  return rows.map((row) => ({ siteId: row.site_id, clicks: row.clicks, pastClicks: row.past_clicks }))
}

export type BusyShoppers = {
  siteId: bigint
  shoppers: bigint
  clicks: bigint
  siteClicks: bigint
  /** Those with the most clicks, by a hash too short to be one's id. */
  busiest: { shopper: string; clicks: number }[]
}

/** Shoppers with so many clicks on one site that day, whether they counted or not. Bots are nobody. */
export async function selectBusyShoppers(
  tx: Tx,
  { from, to }: LookedAt,
  { least, shown }: { least: number; shown: number },
): Promise<BusyShoppers[]> {
  const { rows } = await sql<{
    site_id: bigint
    shoppers: bigint
    clicks: bigint
    site_clicks: bigint
    busiest: { shopper: string; clicks: number }[]
  }>`
    with busy as (
      select site_id, shopper_id, count(*) as clicks from clicks
      where clicked_at >= ${from} and clicked_at < ${to} and not is_bot
      group by site_id, shopper_id having count(*) >= ${least}
    ), ranked as (
      select *, row_number() over (partition by site_id order by clicks desc, shopper_id) as place from busy
    ), sites_clicks as (
      select site_id, count(*) as clicks from clicks
      where clicked_at >= ${from} and clicked_at < ${to} and not is_bot
        and site_id in (select site_id from busy)
      group by site_id
    )
    select r.site_id, count(*) as shoppers, sum(r.clicks)::bigint as clicks, s.clicks as site_clicks,
      json_agg(json_build_object(
        'shopper', left(encode(sha256(r.shopper_id::text::bytea), 'hex'), 8), 'clicks', r.clicks
      ) order by r.place) filter (where r.place <= ${shown}) as busiest
    from ranked r join sites_clicks s using (site_id)
    group by r.site_id, s.clicks order by r.site_id`.execute(tx)
  return rows.map((row) => ({
    siteId: row.site_id,
    shoppers: row.shoppers,
    clicks: row.clicks,
    siteClicks: row.site_clicks,
    busiest: row.busiest,
  }))
}

export type OwnPurchases = {
  siteId: bigint
  orders: bigint
  byBuyer: bigint
  byShopper: bigint
  paidFen: bigint
  tradeIds: string[]
}

/** Orders paid that day whose buyer, or whose click's shopper, is known to be the promoter. */
export async function selectOwnPurchases(
  tx: Tx,
  { from, to }: LookedAt,
  { shown }: { shown: number },
): Promise<OwnPurchases[]> {
  const { rows } = await sql<{
    site_id: bigint
    orders: bigint
    by_buyer: bigint
    by_shopper: bigint
    paid_fen: bigint
    trade_ids: string[]
  }>`
    select site_id, count(*) as orders, count(*) filter (where by_buyer) as by_buyer,
      count(*) filter (where by_shopper) as by_shopper, sum(paid_fen)::bigint as paid_fen,
      (array_agg(trade_id::text order by trade_id))[1:${shown}::integer] as trade_ids
    from (
      select o.site_id, o.trade_id, o.paid_fen,
        exists (
          select from member_buyers b
          where b.shop_id = o.shop_id and b.buyer_hash = o.buyer_hash and b.member_id = o.member_id
        ) as by_buyer,
        exists (
          select from clicks c join member_shoppers s using (shopper_id)
          where c.id = o.click_id and c.clicked_at = o.clicked_at and s.member_id = o.member_id
        ) as by_shopper
      from orders o
      where o.tk_paid_at >= ${from} and o.tk_paid_at < ${to} and o.site_id is not null
    ) seen
    where by_buyer or by_shopper
    group by site_id order by site_id`.execute(tx)
  return rows.map((row) => ({
    siteId: row.site_id,
    orders: row.orders,
    byBuyer: row.by_buyer,
    byShopper: row.by_shopper,
    paidFen: row.paid_fen,
    tradeIds: row.trade_ids,
  }))
}

export type Refunded = { siteId: bigint; orders: bigint; refunded: bigint }

/**
 * Sites whose orders of a period were refunded too often. Those with a case about some of the same orders are
 * left out: it would say the same again every day.
 */
export async function selectRefunded(
  tx: Tx,
  { day, to, from }: LookedAt,
  { leastOrders, shareBp, days }: { leastOrders: number; shareBp: number; days: number },
): Promise<Refunded[]> {
  const { rows } = await sql<{ site_id: bigint; orders: bigint; refunded: bigint }>`
    select o.site_id, count(*) as orders, count(*) filter (where o.had_refund) as refunded from orders o
    where o.tk_paid_at >= ${from} and o.tk_paid_at < ${to} and o.site_id is not null
      and not exists (
        select from cheating_cases c
        where c.kind = 'refund_rate' and c.site_id = o.site_id
          and c.day < ${day}::date and c.day > ${day}::date - ${days}::integer)
    group by o.site_id
    having count(*) >= ${leastOrders}
      and count(*) filter (where o.had_refund) * 10000 >= count(*) * ${shareBp}
    order by o.site_id`.execute(tx)
  return rows.map((row) => ({ siteId: row.site_id, orders: row.orders, refunded: row.refunded }))
}
