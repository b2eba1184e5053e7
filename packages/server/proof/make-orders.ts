import type { Pool } from 'pg'

const SLICE = 100_000
const PAID_FEN = 9999
const COMMISSION_FEN = 1233
const FEE_FEN = 123

/** What the ledger holds of each order that was made, in fen. */
export const MADE_ORDER = { paidFen: PAID_FEN, commissionFen: COMMISSION_FEN, feeFen: FEE_FEN } as const

/**
 * Received orders in bulk, with their entries, as a year of ingest would have left them: spread over all shops and
 * over the demo network's promoters, one of whom has most of them; each taken a second after the one before,
 * the last just now, and received `receivedDaysAgo` before it was taken.
 */
export async function makeOrders(
  pool: Pool,
  of: { count: number; receivedDaysAgo: number; perSecond?: number },
): Promise<void> {
  const { rows } = await pool.query<{ last: string }>('select coalesce(max(id), 0)::text as last from orders')
  const first = Number(rows[0]?.last) + 1
  for (let from = 0; from < of.count; from += SLICE) {
    const to = Math.min(of.count, from + SLICE)
    await pool.query(MAKE_ORDERS, [
      first + from,
      first + to - 1,
      first + of.count - 1,
      of.perSecond ?? 1,
      of.receivedDaysAgo,
    ])
    await pool.query(MAKE_ENTRIES, [first + from, first + to - 1])
    await pool.query(MAKE_LINES, [first + from, first + to - 1])
  }
  await pool.query(`select setval(pg_get_serial_sequence('orders', 'id'), (select max(id) from orders))`)
  await pool.query('vacuum (analyze) orders, ledger_entries, ledger_lines, ledger_balances')
}

const MAKE_ORDERS = `
  with items_by_shop as (
    select shop_id, min(id) as item_id, row_number() over (order by shop_id) - 1 as n, count(*) over () as shops
    from items group by shop_id
  ), promoters as (
    select a.member_id, a.site_id, a.adzone_id, row_number() over (order by a.member_id) - 1 as n, count(*) over () as promoters
    from (select distinct on (s.member_id) s.member_id, s.id as site_id, z.id as adzone_id
      from sites s join adzones z on z.site_id = s.id order by s.member_id, z.id) a
  ), made as (
    select g.id, now() - ($3 - g.id) / $4::float8 * interval '1 second' as at, i.shop_id, i.item_id, p.member_id, p.site_id, p.adzone_id
    from generate_series($1::bigint, $2::bigint) as g(id)
    join items_by_shop i on i.n = g.id % i.shops
    -- three of four are one promoter's
    join promoters p on p.n = case when g.id % 4 = 0 then (g.id / 4) % p.promoters else 0 end
  ), parents as (
    insert into trade_parents (shop_id, outer_id) select shop_id, 'made-' || id from made returning id, shop_id, outer_id
  )
  insert into orders (id, shop_id, outer_id, trade_parent_id, item_id, item_num, item_price_fen, member_id, site_id, adzone_id,
    rate_bp, fee_bp, status, paid_fen, estimated_commission_fen, estimated_fee_fen, booked_commission_fen, booked_fee_fen,
    booked_member_id, ledger_revision, tb_created_at, tb_paid_at, tb_received_at, tk_created_at, tk_paid_at, modified_at,
    change_no, decision)
  select made.id, made.shop_id, 'made-' || made.id, parents.id, item_id, 1, ${PAID_FEN}, member_id, site_id, adzone_id,
    1234, 1000, 14, ${PAID_FEN}, ${COMMISSION_FEN}, ${FEE_FEN}, ${COMMISSION_FEN}, ${FEE_FEN},
    member_id, 1, at, at, at - $5 * interval '1 day', at, at, at,
    made.id, '{"claims": [], "shoppers": 1, "clicks": [], "chosen": null, "rule": null, "plan_id": null, "plan_kind": null, "rate_bp": 1234}'
  from made join parents on parents.shop_id = made.shop_id and parents.outer_id = 'made-' || made.id`

const MAKE_ENTRIES = `
  insert into ledger_entries (idempotency_key, cause, order_id, posted_at)
  select 'order:' || id || ':1', 'order received', id, modified_at from orders where id between $1 and $2 order by id`

const MAKE_LINES = `
  insert into ledger_lines (entry_id, line_no, account, member_id, amount_fen)
  select e.id, line.no, line.account, line.member_id, line.amount_fen
  from orders o
  join shops s on s.id = o.shop_id
  join ledger_entries e on e.idempotency_key = 'order:' || o.id || ':1'
  cross join lateral (values
    (1, 'merchant', s.member_id, -o.booked_commission_fen),
    (2, 'publisher_pending', o.booked_member_id, o.booked_commission_fen - o.booked_fee_fen),
    (3, 'platform_fee', null, o.booked_fee_fen)) as line(no, account, member_id, amount_fen)
  where o.id between $1 and $2`
