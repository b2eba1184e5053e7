import type { Pool } from 'pg'

const SLICE = 100_000
const PAID_FEN = 9999
const COMMISSION_FEN = 1233
const FEE_FEN = 123
// 70/30: 8.64 + 3.69, each with a fee of its own.
const SHARE_BP = 3000
const SHARED_FEE_FEN = 86 + 36

/** What the ledger holds of each order that was made and is not shared, in fen. */
export const MADE_ORDER = { paidFen: PAID_FEN, commissionFen: COMMISSION_FEN, feeFen: FEE_FEN } as const

type Wanted = { count: number; receivedDaysAgo: number; perSecond?: number }

/**
 * Received orders in bulk, with their entries, as a year of ingest would have left them: spread over all shops and
 * over the network's promoters, one of whom has most of them; each taken some time after the one before, the last
 * just now, and received `receivedDaysAgo` before it was taken.
 */
export async function makeOrders(pool: Pool, of: Wanted): Promise<void> {
  await makeSlices(pool, { ...of, isSettled: false, sharedOneIn: 0 }, async (from, to) => {
    await pool.query(MAKE_ENTRIES, [from, to])
    await pool.query(MAKE_LINES, [from, to])
  })
  await pool.query('vacuum (analyze) orders, ledger_entries, ledger_lines, ledger_balances')
}

/** Settled orders in bulk, without their entries: to be listed. One in `sharedOneIn` is of a tripartite link. */
export async function makeListedOrders(pool: Pool, of: Wanted & { sharedOneIn: number }): Promise<void> {
  await withoutIndexes(pool, 'orders', () => makeSlices(pool, { ...of, isSettled: true }, async () => {}))
  await pool.query('vacuum (analyze) orders')
}

/** Makes the table's indexes afterwards, all but those of its constraints: of ten million rows it saves half an hour. */
async function withoutIndexes(pool: Pool, table: string, work: () => Promise<void>): Promise<void> {
  const { rows } = await pool.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes where schemaname = 'public' and tablename = $1
     and not exists (select from pg_constraint where conindid = indexname::regclass)`,
    [table],
  )
  for (const { indexname } of rows) await pool.query(`drop index ${indexname}`)
  await work()
  for (const { indexdef } of rows) await pool.query(indexdef)
}

async function makeSlices(
  pool: Pool,
  of: Wanted & { isSettled: boolean; sharedOneIn: number },
  then: (from: number, to: number) => Promise<void>,
): Promise<void> {
  const { count, perSecond = 1 } = of
  const { rows } = await pool.query<{ last: string; now: Date }>(
    'select coalesce(max(id), 0)::text as last, now() as now from orders',
  )
  const first = Number(rows[0]?.last) + 1
  const last = first + count - 1
  const how = [last, rows[0]?.now, perSecond, of.receivedDaysAgo, of.sharedOneIn, of.isSettled]
  for (let from = first; from <= last; from += SLICE) {
    const to = Math.min(last, from + SLICE - 1)
    await pool.query(MAKE_ORDERS, [from, to, ...how])
    await then(from, to)
  }
  await pool.query(`select setval(pg_get_serial_sequence('orders', 'id'), (select max(id) from orders))`)
}

/** Further promoters, each with a site and an adzone, who let the app act for them. */
export async function makePromoters(pool: Pool, of: { count: number; appKey: string }): Promise<void> {
  await pool.query(MAKE_PROMOTERS, [of.count, of.appKey])
}

const MAKE_PROMOTERS = `
  with made as (
    insert into members (name, roles, created_at)
    select 'made ' || n, '{publisher}', now() from generate_series(1, $1::int) as n returning id
  ), sites as (
    insert into sites (member_id, kind, name, address, category, status, created_at)
    select id, 'website', 'made', 'https://' || id || '.example.com', '导购', 'approved', now() from made
    returning id, member_id
  ), sessions as (
    insert into sessions (token_hash, app_id, member_id, created_at, expires_at)
    select sha256(('made ' || made.id)::bytea), apps.id, made.id, now(), now() + interval '1 year'
    from made join apps on app_key = $2
  )
  insert into adzones (member_id, site_id, name, created_at) select member_id, id, 'made', now() from sites`

const STORY = `{"claims": [{"clickId": "%1$s", "verdict": "accepted"}], "shoppers": 1, "clicks": [{"id": "%1$s",
  "at": "2026-01-01T00:00:00.000Z", "item_id": "%2$s", "promoter": "%3$s", "attributable": true}], "chosen": "%1$s",
  "rule": "same item", "plan_id": null, "plan_kind": null, "rate_bp": 1234}`

const MAKE_ORDERS = `
  with items_by_shop as (
    select shop_id, min(id) as item_id, row_number() over (order by shop_id) - 1 as n, count(*) over () as shops
    from items group by shop_id
  ), promoters as (
    select a.member_id, a.site_id, a.adzone_id, row_number() over (order by a.member_id) - 1 as n, count(*) over () as promoters
    from (select distinct on (s.member_id) s.member_id, s.id as site_id, z.id as adzone_id
      from sites s join adzones z on z.site_id = s.id order by s.member_id, z.id) a
  ), made as (
    select g.id,
      -- as stamps are: a place between pages is named by its millisecond
      date_trunc('milliseconds', $4::timestamptz - interval '10 seconds' - ($3 - g.id) / $5::float8 * interval '1 second') as at,
      gen_random_uuid() as click_id, i.shop_id, i.item_id, p.member_id, p.site_id, p.adzone_id,
      t.member_id as third_member_id, t.site_id as third_site_id, t.adzone_id as third_adzone_id
    from generate_series($1::bigint, $2::bigint) as g(id)
    join items_by_shop i on i.n = g.id % i.shops
    -- three of four are one promoter's, who has a third party's part in some of the others'
    join promoters p on p.n = case when g.id % 4 = 0 then (g.id / 4) % p.promoters else 0 end
    left join promoters t on (g.id / 4) % nullif($7::int, 0) = 0
      and t.n = case when p.n = 0 then 1 + (g.id / 4) % (t.promoters - 1) else 0 end
  ), parents as (
    insert into trade_parents (shop_id, outer_id) select shop_id, 'made-' || id from made returning id, shop_id, outer_id
  )
  insert into orders (id, shop_id, outer_id, trade_parent_id, item_id, item_num, item_price_fen, buyer_hash,
    member_id, site_id, adzone_id, third_member_id, third_site_id, third_adzone_id, share_bp,
    click_id, clicked_at, terminal, rate_bp, fee_bp, status,
    paid_fen, estimated_commission_fen, estimated_fee_fen, booked_commission_fen, booked_fee_fen,
    booked_member_id, ledger_revision, tb_created_at, tb_paid_at, tb_received_at, tk_created_at, tk_paid_at, tk_earned_at,
    modified_at, change_no, decision)
  select made.id, made.shop_id, 'made-' || made.id, parents.id, item_id, 1, ${PAID_FEN}, sha256(('buyer ' || made.id / 3)::bytea),
    member_id, site_id, adzone_id, third_member_id, third_site_id, third_adzone_id,
    case when third_member_id is not null then ${SHARE_BP} end,
    click_id, at - interval '1 hour', 'wireless', 1234, 1000, case when $8::bool then 3 else 14 end,
    ${PAID_FEN}, ${COMMISSION_FEN}, fee, ${COMMISSION_FEN}, fee,
    member_id, 1, at, at, at - $6 * interval '1 day', at, at + interval '1 second',
    case when $8::bool then at + interval '2 seconds' end, at + interval '3 seconds', made.id, format('${STORY}', click_id, item_id, member_id)::jsonb
  from made join parents on parents.shop_id = made.shop_id and parents.outer_id = 'made-' || made.id
  cross join lateral (values (case when third_member_id is null then ${FEE_FEN} else ${SHARED_FEE_FEN} end)) as of_all(fee)`

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
