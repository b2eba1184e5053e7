import type { Pool } from 'pg'

const SLICE = 10_000

/**
 * Apps in bulk, each of a member with an account and a site of its own, as a month of roll-ups leaves them; all
 * hold basic for 60 days. Of ten apps one has had no order for 30 full days, one no call for 23, and one also holds
 * link, for which its clicks are too few.
 */
export async function makeGrants(pool: Pool, of: { apps: number; now: Date }): Promise<void> {
  for (let from = 1; from <= of.apps; from += SLICE) {
    const to = Math.min(of.apps, from + SLICE - 1)
    await pool.query(MAKE_APPS, [from, to, of.now])
  }
  await pool.query(
    'vacuum (analyze) members, accounts, sites, apps, permission_grants, site_days, package_days',
  )
}

const MAKE_APPS = `
  with made as (
    select n, nextval(pg_get_serial_sequence('members', 'id')) as member_id,
      nextval(pg_get_serial_sequence('sites', 'id')) as site_id,
      nextval(pg_get_serial_sequence('apps', 'id')) as app_id,
      ($3::timestamptz at time zone 'Asia/Shanghai')::date as today
    from generate_series($1::int, $2::int) as n
  ), members as (
    insert into members (id, name, roles, created_at)
    select member_id, 'made ' || n, '{publisher}', $3 from made
  ), accounts as (
    insert into accounts (member_id, email, login_name, password_hash, created_at, password_changed_at)
    select member_id, 'made' || n || '@example.com', 'made' || n, 'none', $3, $3 from made
  ), sites as (
    insert into sites (id, member_id, kind, name, address, category, status, component_attested_at, created_at)
    select site_id, member_id, 'website', 'made', 'https://made' || n || '.example.com', '导购', 'approved', $3, $3
    from made
  ), apps as (
    insert into apps (id, app_key, member_id, name, created_at)
    select app_id, (80000000 + n)::text, member_id, 'made', $3 from made
  ), grants as (
    insert into permission_grants (app_id, package, site_id, status, granted_at, basis, is_checked)
    select app_id, package, site_id, 'granted', $3::timestamptz - interval '60 days', 'rule', true
    from made cross join unnest(array['basic', 'link']) as package
    where package = 'basic' or n % 10 = 2
  ), figures as (
    insert into site_days (site_id, day, clicks, paid_orders, paid_fen)
    select site_id, today - ago, 100 + n % 50, case when n % 10 = 0 then 0 else 3 end, 29997
    from made cross join generate_series(1, 30) as ago
  )
  insert into package_days (app_id, package, day, calls)
  select app_id, package, today - ago, 500
  from made cross join generate_series(case when n % 10 = 1 then 24 else 1 end, 30) as ago
  cross join unnest(array['basic', 'link']) as package
  where package = 'basic' or n % 10 = 2`
