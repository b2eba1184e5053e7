-- Search at scale: what searches filter and sort by, a narrow row an item, kept by the database itself.

-- Goes up when a plan or coupon of the whole shop changes, so that one row outdates all its offers at once.
alter table shops add column terms_version bigint not null default 0;

-- The offer is the one open to every promoter; what a promoter alone may use is looked up by the search.
-- Free room in the pages and no index on the offer's columns: renewing an offer then writes no index.
create table item_search (
  item_id bigint primary key references items on delete cascade,
  shop_id bigint not null,
  category_id bigint not null,
  top_id bigint not null,
  -- on the shelf and promoted
  listed boolean not null,
  word_count integer not null,
  search tsvector not null,
  volume bigint not null,
  promoted_volume bigint not null,
  promoted_commission_fen bigint not null,
  provcity text not null,
  npx_level smallint not null,
  is_overseas boolean not null,
  free_shipment boolean not null,
  is_prepay boolean not null,
  high_pay_rate boolean not null,
  high_good_rate boolean not null,
  low_refund_rate boolean not null,
  -- the best rate and its highest marketing rate; null: no plan is open to everyone
  rate_bp integer,
  marketing_bp integer not null,
  final_fen bigint not null,
  has_coupon boolean not null,
  -- a targeted or exclusive plan may cover it
  has_private_plans boolean not null,
  -- the first moment at which any of this may differ; -infinity: something was changed
  offers_until timestamptz not null,
  -- the shop's when this was worked out
  terms_version bigint not null
) with (fillfactor = 80);

-- The time of business rules: ahead of the clock where a sandbox was moved.
create function business_now() returns timestamptz language sql stable as $$
  select now() + coalesce(
    (select (value #>> '{}')::double precision from settings where key = 'clock_ahead_ms'), 0) * interval '1 millisecond'
$$;

-- The rows of these items as of a moment. Says in SQL what domain/goods/rules.ts says of one offer.
-- Not in plain sql: that would be planned anew inside every search, which seldom needs it. One plan for any
-- number of items, by the indexes: planned for a thousand at once it takes ten times as long.
create function item_search_rows(ids bigint[], at timestamptz) returns setof item_search
language plpgsql stable rows 100
set plan_cache_mode = force_generic_plan set enable_seqscan = off set jit = off as $$
begin return query
  select i.id, i.shop_id, i.category_id, coalesce(c.parent_id, c.id), i.status = 'on' and i.promoted,
    length(i.search), i.search, i.volume, i.promoted_volume, i.promoted_commission_fen, i.provcity, i.npx_level,
    i.is_overseas, i.free_shipment, i.is_prepay, i.high_pay_rate, i.high_good_rate, i.low_refund_rate,
    plan.rate_bp, plan.marketing_bp, greatest(1, price.selling_fen - coalesce(coupon.face_fen, 0)),
    coupon.face_fen is not null, plan.has_private,
    least(price.until, plan.until, coupon.until, 'infinity'), s.terms_version
  from unnest(ids) as wanted(id)
  join items i on i.id = wanted.id
  join shops s on s.id = i.shop_id
  join categories c on c.id = i.category_id
  cross join lateral (
    select
      case when i.promotion_price_fen < i.price_fen and coalesce(i.promotion_starts_at <= at, true)
        and coalesce(i.promotion_ends_at > at, true) then i.promotion_price_fen else i.price_fen end as selling_fen,
      least(case when i.promotion_starts_at > at then i.promotion_starts_at end,
        case when i.promotion_ends_at > at then i.promotion_ends_at end) as until
  ) price
  cross join lateral (
    select
      greatest(
        coalesce(
          max(p.rate_bp) filter (where p.kind = 'general' and p.starts_at <= at and p.closeness = 3),
          max(p.rate_bp) filter (where p.kind = 'general' and p.starts_at <= at and p.closeness = 2),
          max(p.rate_bp) filter (where p.kind = 'general' and p.starts_at <= at and p.closeness = 1),
          max(p.rate_bp) filter (where p.kind = 'general' and p.starts_at <= at and p.closeness = 0)),
        max(p.rate_bp) filter (where p.kind = 'marketing' and p.starts_at <= at)) as rate_bp,
      coalesce(max(p.rate_bp) filter (where p.kind = 'marketing' and p.starts_at <= at), 0) as marketing_bp,
      coalesce(bool_or(p.kind in ('targeted', 'exclusive')), false) as has_private,
      min(case when p.starts_at > at then p.starts_at else p.ends_at end) as until
    from (
      select kind, rate_bp, starts_at, ends_at, 3 as closeness from commission_plans where item_id = i.id
      union all
      select kind, rate_bp, starts_at, ends_at,
        case when category_id is null then 0 when category_id = i.category_id then 2 else 1 end
      from commission_plans
      where item_id is null and shop_id = i.shop_id
        and (category_id is null or category_id = i.category_id or category_id = c.parent_id)
    ) p
    where p.ends_at is null or p.ends_at > at
  ) plan
  cross join lateral (
    select max(k.face_fen) filter (where k.starts_at <= at) as face_fen,
      min(case when k.starts_at > at then k.starts_at else k.ends_at end) as until
    from (
      select * from coupons where item_id = i.id
      union all
      select * from coupons where item_id is null and shop_id = i.shop_id
    ) k
    where k.ends_at > at and k.remain_count > 0 and k.threshold_fen <= price.selling_fen
  ) coupon;
end $$;

insert into item_search select * from item_search_rows(array(select id from items), business_now());

-- fastupdate off: unmerged entries would be read by every search
create index item_search_words on item_search using gin (search) with (fastupdate = off);
-- material.optional.upgrade with cat and no q
create index item_search_category on item_search (category_id);
drop index items_search;

-- Locks come before the work: what is then read is newer than any change that had to wait or was waited for.
create function renew_item_search(ids bigint[], at timestamptz) returns void language plpgsql as $$
begin
  perform from item_search where item_id = any(ids) order by item_id for update;
  update item_search t
  set shop_id = r.shop_id, category_id = r.category_id, top_id = r.top_id, listed = r.listed,
    word_count = r.word_count, search = r.search, volume = r.volume, promoted_volume = r.promoted_volume,
    promoted_commission_fen = r.promoted_commission_fen, provcity = r.provcity, npx_level = r.npx_level,
    is_overseas = r.is_overseas, free_shipment = r.free_shipment, is_prepay = r.is_prepay,
    high_pay_rate = r.high_pay_rate, high_good_rate = r.high_good_rate, low_refund_rate = r.low_refund_rate,
    rate_bp = r.rate_bp, marketing_bp = r.marketing_bp, final_fen = r.final_fen, has_coupon = r.has_coupon,
    has_private_plans = r.has_private_plans, offers_until = r.offers_until, terms_version = r.terms_version
  from item_search_rows(ids, at) r
  where t.item_id = r.item_id;
end $$;

create function items_added() returns trigger language plpgsql as $$
begin
  insert into item_search select * from item_search_rows(array(select id from added), business_now());
  return null;
end $$;
create trigger items_added after insert on items
  referencing new table as added for each statement execute function items_added();

create function items_changed() returns trigger language plpgsql as $$
declare
  ids bigint[] := array(
    select n.id from after_rows n join before_rows o on o.id = n.id
    where (n.shop_id, n.category_id, n.status, n.promoted, n.search, n.volume, n.promoted_volume,
        n.promoted_commission_fen, n.provcity, n.npx_level, n.is_overseas, n.free_shipment, n.is_prepay,
        n.high_pay_rate, n.high_good_rate, n.low_refund_rate, n.price_fen, n.promotion_price_fen,
        n.promotion_starts_at, n.promotion_ends_at)
      is distinct from
        (o.shop_id, o.category_id, o.status, o.promoted, o.search, o.volume, o.promoted_volume,
        o.promoted_commission_fen, o.provcity, o.npx_level, o.is_overseas, o.free_shipment, o.is_prepay,
        o.high_pay_rate, o.high_good_rate, o.low_refund_rate, o.price_fen, o.promotion_price_fen,
        o.promotion_starts_at, o.promotion_ends_at));
begin
  if cardinality(ids) > 0 then perform renew_item_search(ids, business_now()); end if;
  return null;
end $$;
create trigger items_search_change after update on items
  referencing old table as before_rows new table as after_rows for each statement execute function items_changed();

-- The next search works the offers of these out anew, the next round of refresh-offers writes them down.
create function outdate_offers(item_ids bigint[], shop_ids bigint[]) returns void language plpgsql as $$
begin
  update item_search set offers_until = '-infinity'
  where item_id = any(item_ids) and offers_until > '-infinity';
  if cardinality(shop_ids) > 0 then
    update shops set terms_version = terms_version + 1 where id = any(shop_ids);
  end if;
end $$;

create function terms_changed() returns trigger language plpgsql as $$
begin
  perform outdate_offers(
    array(select distinct item_id from changed where item_id is not null),
    array(select distinct shop_id from changed where item_id is null));
  return null;
end $$;
create trigger commission_plans_added after insert on commission_plans
  referencing new table as changed for each statement execute function terms_changed();
create trigger commission_plans_changed after update on commission_plans
  referencing new table as changed for each statement execute function terms_changed();
create trigger commission_plans_removed after delete on commission_plans
  referencing old table as changed for each statement execute function terms_changed();
create trigger coupons_added after insert on coupons
  referencing new table as changed for each statement execute function terms_changed();
create trigger coupons_removed after delete on coupons
  referencing old table as changed for each statement execute function terms_changed();

-- Most changes of a coupon are one piece less of it, which alters no offer before the last.
create function coupons_changed() returns trigger language plpgsql as $$
declare
  outdated bigint[] := array(
    select n.id from after_rows n join before_rows o on o.id = n.id
    where (n.face_fen, n.threshold_fen, n.starts_at, n.ends_at, n.remain_count > 0)
      is distinct from (o.face_fen, o.threshold_fen, o.starts_at, o.ends_at, o.remain_count > 0));
begin
  perform outdate_offers(
    array(select distinct item_id from after_rows where id = any(outdated) and item_id is not null),
    array(select distinct shop_id from after_rows where id = any(outdated) and item_id is null));
  return null;
end $$;
create trigger coupons_terms_change after update on coupons
  referencing old table as before_rows new table as after_rows for each statement execute function coupons_changed();

-- How far an import of a file has come, by the file's content: after a kill it goes on from there.
create table imports (
  kind text not null,
  digest text not null,
  lines_done bigint not null,
  added bigint not null,
  changed bigint not null,
  unchanged bigint not null,
  refused bigint not null,
  -- the report of refused lines up to here
  report_bytes bigint not null,
  finished_at timestamptz,
  updated_at timestamptz not null,
  primary key (kind, digest)
);
