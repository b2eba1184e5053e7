-- The schema after all migrations, as the database tells it.

CREATE OR REPLACE FUNCTION public.add_to_balances()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into ledger_balances as held (account, member_id, amount_fen)
    select account, member_id, sum(amount_fen) from new_lines group by account, member_id
    on conflict (account, member_id) do update set amount_fen = held.amount_fen + excluded.amount_fen;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.business_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$
  select now() + coalesce(
    (select (value #>> '{}')::double precision from settings where key = 'clock_ahead_ms'), 0) * interval '1 millisecond'
$function$;

CREATE OR REPLACE FUNCTION public.check_entries_balance()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  crooked bigint := (
    select entry_id from new_lines group by entry_id having sum(amount_fen) <> 0 order by entry_id limit 1);
  stray bigint := (
    select entry_id from new_lines where not exists (select from ledger_entries where id = entry_id) limit 1);
begin
  if stray is not null then
    raise exception 'there is no ledger entry %', stray;
  end if;
  if crooked is not null then
    raise exception 'ledger entry % does not balance', crooked;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.coupons_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.item_search_rows(ids bigint[], at timestamp with time zone)
 RETURNS SETOF item_search
 LANGUAGE plpgsql
 STABLE ROWS 100
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.items_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into item_search select * from item_search_rows(array(select id from added), business_now());
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.items_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.notify_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('opentbk_change', tg_table_name);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.outdate_offers(item_ids bigint[], shop_ids bigint[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  update item_search set offers_until = '-infinity'
  where item_id = any(item_ids) and offers_until > '-infinity';
  if cardinality(shop_ids) > 0 then
    update shops set terms_version = terms_version + 1 where id = any(shop_ids);
  end if;
end $function$;

CREATE OR REPLACE FUNCTION public.pause_new_shop()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.plans_paused := exists (select from plan_pauses where member_id = new.member_id and to_at is null);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name;
end $function$;

CREATE OR REPLACE FUNCTION public.renew_item_search(ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.renew_shop_figures()
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into shop_figures (shop_id, item_count, promoted_count, volume, main_category_id)
  select s.id, coalesce(sum(g.item_count), 0), coalesce(sum(g.promoted_count), 0), coalesce(sum(g.volume), 0),
    (array_agg(g.top_id order by g.item_count desc, g.top_id) filter (where g.item_count > 0))[1]
  from shops s
  left join (
    select i.shop_id, coalesce(c.parent_id, c.id) as top_id, count(*) as item_count,
      count(*) filter (where i.promoted) as promoted_count, sum(i.volume) as volume
    from items i join categories c on c.id = i.category_id
    where i.status = 'on'
    group by i.shop_id, coalesce(c.parent_id, c.id)
  ) g on g.shop_id = s.id
  group by s.id
  on conflict (shop_id) do update
  set item_count = excluded.item_count, promoted_count = excluded.promoted_count, volume = excluded.volume,
    main_category_id = excluded.main_category_id
  where (shop_figures.item_count, shop_figures.promoted_count, shop_figures.volume, shop_figures.main_category_id)
    is distinct from (excluded.item_count, excluded.promoted_count, excluded.volume, excluded.main_category_id)
$function$;

CREATE OR REPLACE FUNCTION public.terms_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform outdate_offers(
    array(select distinct item_id from changed where item_id is not null),
    array(select distinct shop_id from changed where item_id is null));
  return null;
end $function$;

create table account_events (
  id bigint not null generated by default as identity (start with 1),
  member_id bigint not null,
  kind text not null,
  at timestamp with time zone not null,
  address_hash bytea,
  detail jsonb not null default '{}'::jsonb,
  constraint account_events_member_id_fkey FOREIGN KEY (member_id) REFERENCES accounts(member_id),
  constraint account_events_pkey PRIMARY KEY (id)
);
CREATE INDEX account_events_member ON account_events USING btree (member_id, id);
CREATE TRIGGER account_events_append_only BEFORE DELETE OR UPDATE ON account_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER account_events_kept BEFORE TRUNCATE ON account_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table accounts (
  member_id bigint not null,
  email text not null,
  login_name text not null,
  password_hash text not null,
  password_is_temporary boolean not null default false,
  totp_sealed bytea,
  totp_started_sealed bytea,
  totp_step bigint,
  created_at timestamp with time zone not null,
  password_changed_at timestamp with time zone not null,
  constraint accounts_check CHECK (totp_sealed IS NOT NULL OR totp_step IS NULL),
  constraint accounts_email_check CHECK (email = lower(email)),
  constraint accounts_email_key UNIQUE (email),
  constraint accounts_login_name_check CHECK (login_name = lower(login_name) AND login_name !~ '@'::text),
  constraint accounts_login_name_key UNIQUE (login_name),
  constraint accounts_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint accounts_pkey PRIMARY KEY (member_id)
);

create table adzones (
  id bigint not null generated by default as identity (start with 110000001),
  member_id bigint not null,
  site_id bigint not null,
  name text not null,
  created_at timestamp with time zone not null,
  constraint adzones_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint adzones_pkey PRIMARY KEY (id),
  constraint adzones_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id)
);
CREATE INDEX adzones_site ON adzones USING btree (site_id, id);
CREATE TRIGGER adzones_change AFTER DELETE OR UPDATE ON adzones FOR EACH STATEMENT EXECUTE FUNCTION notify_change();

create table app_redirects (
  id bigint not null generated by default as identity (start with 1),
  app_id bigint not null,
  scheme text not null,
  host text not null,
  created_at timestamp with time zone not null,
  created_by bigint,
  constraint app_redirects_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  constraint app_redirects_app_id_scheme_host_key UNIQUE (app_id, scheme, host),
  constraint app_redirects_created_by_fkey FOREIGN KEY (created_by) REFERENCES operators(id),
  constraint app_redirects_host_check CHECK (host = lower(host)),
  constraint app_redirects_pkey PRIMARY KEY (id),
  constraint app_redirects_scheme_check CHECK (scheme = ANY (ARRAY['http'::text, 'https'::text]))
);
CREATE TRIGGER app_redirects_change AFTER INSERT OR DELETE OR UPDATE ON app_redirects FOR EACH STATEMENT EXECUTE FUNCTION notify_change();

create table app_secrets (
  id bigint not null generated by default as identity (start with 1),
  app_id bigint not null,
  secret_sealed bytea not null,
  created_at timestamp with time zone not null,
  retires_at timestamp with time zone,
  constraint app_secrets_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  constraint app_secrets_pkey PRIMARY KEY (id)
);
CREATE INDEX app_secrets_app ON app_secrets USING btree (app_id);
CREATE TRIGGER app_secrets_change AFTER INSERT OR DELETE OR UPDATE ON app_secrets FOR EACH STATEMENT EXECUTE FUNCTION notify_change();

create table apps (
  id bigint not null generated by default as identity (start with 1),
  app_key text not null,
  member_id bigint not null,
  name text not null,
  status text not null default 'live'::text,
  ip_list text[] not null default '{}'::text[],
  created_at timestamp with time zone not null,
  constraint apps_app_key_key UNIQUE (app_key),
  constraint apps_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint apps_pkey PRIMARY KEY (id),
  constraint apps_status_check CHECK (status = ANY (ARRAY['live'::text, 'stopped'::text]))
);
CREATE TRIGGER apps_change AFTER DELETE OR UPDATE ON apps FOR EACH STATEMENT EXECUTE FUNCTION notify_change();

create table calendar_days (
  day date not null,
  is_working boolean not null,
  name text not null,
  source text not null,
  operator_id bigint,
  constraint calendar_days_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES operators(id),
  constraint calendar_days_pkey PRIMARY KEY (day),
  constraint calendar_days_source_check CHECK (source = ANY (ARRAY['library'::text, 'operator'::text]))
);

create table calendar_years (
  year integer not null,
  source text not null,
  operator_id bigint,
  constraint calendar_years_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES operators(id),
  constraint calendar_years_pkey PRIMARY KEY (year),
  constraint calendar_years_source_check CHECK (source = ANY (ARRAY['library'::text, 'operator'::text]))
);

create table call_log (
  at timestamp with time zone not null,
  request_id text not null,
  app_key text not null,
  method text not null,
  code integer not null,
  sub_code text,
  duration_us integer not null,
  bytes_in integer not null,
  bytes_out integer not null
) partition by RANGE (at);
CREATE INDEX call_log_app ON ONLY call_log USING btree (app_key, at);

create table campaign_items (
  id bigint not null generated by default as identity (start with 1),
  campaign_id bigint not null,
  item_id bigint not null,
  plan_id bigint not null,
  commission_rate_bp integer not null,
  joined_at timestamp with time zone not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint campaign_items_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id),
  constraint campaign_items_check CHECK (ends_at >= starts_at),
  constraint campaign_items_commission_rate_bp_check CHECK (commission_rate_bp >= 1 AND commission_rate_bp <= 9000),
  constraint campaign_items_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint campaign_items_pkey PRIMARY KEY (id),
  constraint campaign_items_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES commission_plans(id),
  constraint campaign_items_plan_id_key UNIQUE (plan_id)
);
CREATE INDEX campaign_items_campaign ON campaign_items USING btree (campaign_id, id);
CREATE INDEX campaign_items_item ON campaign_items USING btree (campaign_id, item_id);

create table campaign_steps (
  id bigint not null generated by default as identity (start with 1),
  campaign_id bigint not null,
  item_id bigint,
  step text not null,
  member_id bigint not null,
  by_operator boolean not null,
  operator_id bigint,
  reason text,
  at timestamp with time zone not null,
  constraint campaign_steps_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id),
  constraint campaign_steps_check CHECK (by_operator OR operator_id IS NULL),
  constraint campaign_steps_check1 CHECK ((item_id IS NOT NULL) = (step = ANY (ARRAY['join'::text, 'leave'::text]))),
  constraint campaign_steps_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint campaign_steps_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint campaign_steps_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES operators(id),
  constraint campaign_steps_pkey PRIMARY KEY (id),
  constraint campaign_steps_step_check CHECK (step = ANY (ARRAY['create'::text, 'join'::text, 'leave'::text, 'end'::text]))
);
CREATE INDEX campaign_steps_campaign ON campaign_steps USING btree (campaign_id, id);
CREATE TRIGGER campaign_steps_append_only BEFORE DELETE OR UPDATE ON campaign_steps FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER campaign_steps_kept BEFORE TRUNCATE ON campaign_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table campaigns (
  id bigint not null generated by default as identity (start with 7500001),
  leader_id bigint not null,
  name text not null,
  service_rate_bp integer not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  constraint campaigns_check CHECK (ends_at >= starts_at),
  constraint campaigns_id_leader_id_key UNIQUE (id, leader_id),
  constraint campaigns_leader_id_fkey FOREIGN KEY (leader_id) REFERENCES members(id),
  constraint campaigns_pkey PRIMARY KEY (id),
  constraint campaigns_service_rate_bp_check CHECK (service_rate_bp >= 1 AND service_rate_bp <= 9000)
);
CREATE INDEX campaigns_leader ON campaigns USING btree (leader_id, id);

create table categories (
  id bigint not null,
  parent_id bigint,
  name text not null,
  constraint categories_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES categories(id),
  constraint categories_pkey PRIMARY KEY (id)
);

create table channels (
  id bigint not null generated by default as identity (start with 2300000001),
  member_id bigint not null,
  kind text not null,
  name text not null,
  created_at timestamp with time zone not null,
  account_id bigint,
  account_name text,
  parent_id bigint,
  relation_app text not null default 'common'::text,
  relation_from text,
  offline_scene smallint,
  online_scene smallint,
  note text,
  rtag text,
  register_info_sealed bytea,
  status text not null default 'live'::text,
  punish_status smallint not null default 0,
  constraint channels_account_id_fkey FOREIGN KEY (account_id) REFERENCES members(id),
  constraint channels_kind_check CHECK (kind = ANY (ARRAY['relation'::text, 'special'::text])),
  constraint channels_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint channels_offline_scene_check CHECK (offline_scene >= 1 AND offline_scene <= 4),
  constraint channels_online_scene_check CHECK (online_scene >= 1 AND online_scene <= 3),
  constraint channels_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES channels(id),
  constraint channels_pkey PRIMARY KEY (id),
  constraint channels_punish_status_check CHECK (punish_status = ANY (ARRAY[0, 1])),
  constraint channels_relation_app_check CHECK (relation_app = ANY (ARRAY['common'::text, 'etao'::text, 'minietao'::text, 'offlineShop'::text, 'offlinePerson'::text])),
  constraint channels_status_check CHECK (status = ANY (ARRAY['live'::text, 'closed'::text]))
);
CREATE UNIQUE INDEX channels_account ON channels USING btree (member_id, kind, account_id) WHERE account_id IS NOT NULL;
CREATE INDEX channels_member ON channels USING btree (member_id, kind, relation_app, id);
CREATE TRIGGER channels_change AFTER DELETE OR UPDATE ON channels FOR EACH STATEMENT EXECUTE FUNCTION notify_change();

create table cheating_cases (
  id bigint not null generated by default as identity (start with 1),
  kind text not null,
  site_id bigint not null,
  member_id bigint not null,
  day date not null,
  figures jsonb not null,
  state text not null default 'open'::text,
  raised_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  operator_id bigint,
  reason text,
  constraint cheating_cases_check CHECK ((state = 'open'::text) = (decided_at IS NULL)),
  constraint cheating_cases_kind_check CHECK (kind = ANY (ARRAY['clicks_without_orders'::text, 'one_shopper'::text, 'self_purchase'::text, 'refund_rate'::text])),
  constraint cheating_cases_kind_site_id_day_key UNIQUE (kind, site_id, day),
  constraint cheating_cases_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint cheating_cases_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES operators(id),
  constraint cheating_cases_pkey PRIMARY KEY (id),
  constraint cheating_cases_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id),
  constraint cheating_cases_state_check CHECK (state = ANY (ARRAY['open'::text, 'confirmed'::text, 'dismissed'::text]))
);
CREATE INDEX cheating_cases_open ON cheating_cases USING btree (id) WHERE state = 'open'::text;
CREATE INDEX cheating_cases_site ON cheating_cases USING btree (site_id, id);

create table clicks (
  id uuid not null,
  clicked_at timestamp with time zone not null,
  shopper_id uuid not null,
  link_hash bigint not null,
  member_id bigint not null,
  site_id bigint not null,
  adzone_id bigint not null,
  shop_id bigint not null,
  item_id bigint,
  venue_id bigint,
  coupon_id bigint,
  relation_id bigint,
  special_id bigint,
  external_id text,
  uvid text,
  general_only boolean not null,
  biz_scene smallint not null,
  via text not null,
  terminal text not null,
  ip_hash bytea not null,
  agent_hash bytea not null,
  is_bot boolean not null,
  counted boolean not null,
  attributable boolean not null,
  reason text,
  third_member_id bigint,
  third_site_id bigint,
  third_adzone_id bigint,
  share_bp integer,
  constraint clicks_pkey PRIMARY KEY (id, clicked_at),
  constraint clicks_share_bp_check CHECK (share_bp >= 1 AND share_bp <= 9999),
  constraint clicks_terminal_check CHECK (terminal = ANY (ARRAY['pc'::text, 'wireless'::text])),
  constraint clicks_third_whole CHECK (num_nulls(third_member_id, third_site_id, third_adzone_id, share_bp) = ANY (ARRAY[0, 4])),
  constraint clicks_via_check CHECK (via = ANY (ARRAY['long'::text, 'short'::text]))
) partition by RANGE (clicked_at);
CREATE INDEX clicks_day ON ONLY clicks USING brin (clicked_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX clicks_shopper ON ONLY clicks USING btree (shopper_id, clicked_at);

create table commission_plans (
  id bigint not null generated by default as identity (start with 1),
  kind text not null,
  shop_id bigint not null,
  category_id bigint,
  item_id bigint,
  member_id bigint,
  name text not null,
  rate_bp integer not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  campaign_id bigint,
  leader_id bigint,
  service_rate_bp integer not null default 0,
  constraint commission_plans_campaign_id_leader_id_fkey FOREIGN KEY (campaign_id, leader_id) REFERENCES campaigns(id, leader_id),
  constraint commission_plans_category_id_fkey FOREIGN KEY (category_id) REFERENCES categories(id),
  constraint commission_plans_check CHECK ((kind = 'exclusive'::text) = (member_id IS NOT NULL)),
  constraint commission_plans_check1 CHECK (kind <> 'marketing'::text OR item_id IS NOT NULL),
  constraint commission_plans_check2 CHECK ((campaign_id IS NULL) = (leader_id IS NULL)),
  constraint commission_plans_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint commission_plans_kind_check CHECK (kind = ANY (ARRAY['general'::text, 'marketing'::text, 'targeted'::text, 'exclusive'::text])),
  constraint commission_plans_leader_id_fkey FOREIGN KEY (leader_id) REFERENCES members(id),
  constraint commission_plans_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint commission_plans_pkey PRIMARY KEY (id),
  constraint commission_plans_rate_bp_check CHECK (rate_bp >= 0 AND rate_bp <= 9000),
  constraint commission_plans_service_rate_bp_check CHECK (service_rate_bp >= 0 AND service_rate_bp <= 9000),
  constraint commission_plans_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id)
);
CREATE INDEX commission_plans_item ON commission_plans USING btree (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX commission_plans_shop ON commission_plans USING btree (shop_id) WHERE item_id IS NULL;
CREATE TRIGGER commission_plans_added AFTER INSERT ON commission_plans REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION terms_changed();
CREATE TRIGGER commission_plans_change AFTER INSERT OR DELETE OR UPDATE ON commission_plans FOR EACH STATEMENT EXECUTE FUNCTION notify_change();
CREATE TRIGGER commission_plans_changed AFTER UPDATE ON commission_plans REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION terms_changed();
CREATE TRIGGER commission_plans_removed AFTER DELETE ON commission_plans REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION terms_changed();

create table community_groups (
  group_id text not null,
  member_id bigint not null,
  status smallint,
  status_note text,
  status_stamp_ms bigint,
  created_at timestamp with time zone not null,
  constraint community_groups_check CHECK ((status IS NULL) = (status_stamp_ms IS NULL)),
  constraint community_groups_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint community_groups_pkey PRIMARY KEY (group_id),
  constraint community_groups_status_check CHECK (status = ANY (ARRAY[0, 1]))
);
CREATE INDEX community_groups_member ON community_groups USING btree (member_id);

create table community_messages (
  plan_id bigint not null,
  position integer not null,
  msg_id text not null,
  send_at timestamp with time zone not null,
  content text not null,
  constraint community_messages_pkey PRIMARY KEY (plan_id, "position"),
  constraint community_messages_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES community_plans(id),
  constraint community_messages_plan_id_msg_id_key UNIQUE (plan_id, msg_id)
);
CREATE TRIGGER community_messages_append_only BEFORE DELETE OR UPDATE ON community_messages FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table community_plans (
  id bigint not null generated by default as identity (start with 5100001),
  code text not null,
  group_id text not null,
  scd_id bigint,
  name text not null,
  last_msg_id text not null,
  last_send_at timestamp with time zone not null,
  operator_id bigint,
  created_at timestamp with time zone not null,
  constraint community_plans_code_key UNIQUE (code),
  constraint community_plans_group_id_fkey FOREIGN KEY (group_id) REFERENCES community_groups(group_id),
  constraint community_plans_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES operators(id),
  constraint community_plans_pkey PRIMARY KEY (id)
);
CREATE INDEX community_plans_group ON community_plans USING btree (group_id, id);
CREATE TRIGGER community_plans_append_only BEFORE DELETE OR UPDATE ON community_plans FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table community_results (
  plan_id bigint not null,
  msg_id text not null,
  res_code bigint not null,
  res_desc text,
  stamp_ms bigint not null,
  received_at timestamp with time zone not null,
  constraint community_results_pkey PRIMARY KEY (plan_id, msg_id),
  constraint community_results_plan_id_msg_id_fkey FOREIGN KEY (plan_id, msg_id) REFERENCES community_messages(plan_id, msg_id)
);

create table content_materials (
  id bigint not null generated by default as identity (start with 70000001),
  member_id bigint not null,
  item_id bigint not null,
  price_fen bigint not null,
  texts text[] not null,
  pictures text[] not null,
  price_starts_at timestamp with time zone,
  price_ends_at timestamp with time zone,
  digest bytea not null,
  uploaded_at timestamp with time zone not null,
  status text not null default 'pending'::text,
  published_at timestamp with time zone,
  modified_at timestamp with time zone not null,
  scenes smallint[] not null default '{}'::smallint[],
  use_scenes smallint[] not null default '{}'::smallint[],
  need_item_count integer not null default 1,
  title text,
  tag text,
  selling_point text,
  price_structure text,
  recommend_reason text,
  content_tags text[] not null default '{}'::text[],
  constraint content_materials_check CHECK (status <> 'approved'::text OR published_at IS NOT NULL),
  constraint content_materials_check1 CHECK (price_ends_at > price_starts_at),
  constraint content_materials_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint content_materials_member_id_digest_key UNIQUE (member_id, digest),
  constraint content_materials_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint content_materials_need_item_count_check CHECK (need_item_count > 0),
  constraint content_materials_pkey PRIMARY KEY (id),
  constraint content_materials_price_fen_check CHECK (price_fen > 0),
  constraint content_materials_scenes_check CHECK (scenes <@ ARRAY[1::smallint, 3::smallint]),
  constraint content_materials_status_check CHECK (status = ANY (ARRAY['pending'::text, 'approved'::text, 'rejected'::text])),
  constraint content_materials_use_scenes_check CHECK (use_scenes <@ ARRAY[3::smallint, 4::smallint, 5::smallint, 6::smallint, 7::smallint])
);
CREATE INDEX content_materials_item ON content_materials USING btree (item_id) WHERE status = 'approved'::text;
CREATE INDEX content_materials_published ON content_materials USING btree (published_at, id) WHERE status = 'approved'::text;
CREATE INDEX content_materials_status ON content_materials USING btree (status, id);
CREATE INDEX content_materials_waiting ON content_materials USING btree (member_id) WHERE status = 'pending'::text;

create table content_reviews (
  id bigint not null generated by default as identity (start with 1),
  material_id bigint not null,
  operator_id bigint,
  decision text not null,
  reason text not null,
  decided_at timestamp with time zone not null,
  constraint content_reviews_decision_check CHECK (decision = ANY (ARRAY['approve'::text, 'reject'::text])),
  constraint content_reviews_material_id_fkey FOREIGN KEY (material_id) REFERENCES content_materials(id),
  constraint content_reviews_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES operators(id),
  constraint content_reviews_pkey PRIMARY KEY (id)
);
CREATE INDEX content_reviews_material ON content_reviews USING btree (material_id, id);
CREATE TRIGGER content_reviews_append_only BEFORE DELETE OR UPDATE ON content_reviews FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table coupons (
  id bigint not null generated by default as identity (start with 1),
  activity_id text not null,
  shop_id bigint not null,
  item_id bigint,
  face_fen bigint not null,
  threshold_fen bigint not null,
  total_count integer not null,
  remain_count integer not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint coupons_activity_id_key UNIQUE (activity_id),
  constraint coupons_check CHECK (threshold_fen >= face_fen),
  constraint coupons_face_fen_check CHECK (face_fen > 0),
  constraint coupons_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint coupons_pkey PRIMARY KEY (id),
  constraint coupons_remain_count_check CHECK (remain_count >= 0),
  constraint coupons_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id)
);
CREATE INDEX coupons_item ON coupons USING btree (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX coupons_shop ON coupons USING btree (shop_id) WHERE item_id IS NULL;
CREATE TRIGGER coupons_added AFTER INSERT ON coupons REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION terms_changed();
CREATE TRIGGER coupons_change AFTER INSERT OR DELETE OR UPDATE ON coupons FOR EACH STATEMENT EXECUTE FUNCTION notify_change();
CREATE TRIGGER coupons_removed AFTER DELETE ON coupons REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION terms_changed();
CREATE TRIGGER coupons_terms_change AFTER UPDATE ON coupons REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION coupons_changed();

create table decisions (
  id bigint not null generated by default as identity (start with 1),
  kind text not null,
  made_by text not null,
  operator_id bigint,
  by_member_id bigint,
  member_id bigint,
  site_id bigint,
  app_id bigint,
  package text,
  subject_id bigint,
  reason text not null,
  figures jsonb not null default '{}'::jsonb,
  at timestamp with time zone not null,
  recorded_at timestamp with time zone not null default now(),
  constraint decisions_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  constraint decisions_by_member_id_fkey FOREIGN KEY (by_member_id) REFERENCES members(id),
  constraint decisions_check CHECK ((made_by = 'member'::text) = (by_member_id IS NOT NULL)),
  constraint decisions_check1 CHECK (made_by = 'operator'::text OR operator_id IS NULL),
  constraint decisions_made_by_check CHECK (made_by = ANY (ARRAY['rule'::text, 'operator'::text, 'member'::text])),
  constraint decisions_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint decisions_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES operators(id),
  constraint decisions_pkey PRIMARY KEY (id),
  constraint decisions_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id)
);
CREATE INDEX decisions_app ON decisions USING btree (app_id, id);
CREATE INDEX decisions_member ON decisions USING btree (member_id, id);
CREATE INDEX decisions_site ON decisions USING btree (site_id, id);
CREATE TRIGGER decisions_append_only BEFORE DELETE OR UPDATE ON decisions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decisions_kept BEFORE TRUNCATE ON decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table demo_order_events (
  order_id bigint not null,
  event_no integer not null,
  type text not null,
  body text not null,
  refund_id text,
  refund_fen bigint,
  answer text,
  reason text,
  at timestamp with time zone not null,
  constraint demo_order_events_answer_check CHECK (answer = ANY (ARRAY['accepted'::text, 'duplicate'::text, 'refused'::text, 'failed'::text])),
  constraint demo_order_events_order_id_fkey FOREIGN KEY (order_id) REFERENCES demo_orders(id),
  constraint demo_order_events_pkey PRIMARY KEY (order_id, event_no)
);

create table demo_orders (
  id bigint not null generated by default as identity (start with 88000001),
  access_key text not null,
  shop_id bigint not null,
  item_id bigint not null,
  sku_id bigint,
  item_num integer not null,
  price_fen bigint not null,
  paid_fen bigint not null,
  refunded_fen bigint not null default 0,
  coupon_id bigint,
  click_id text,
  buyer_id text not null,
  state text not null,
  open_refund_id text,
  open_refund_fen bigint,
  events integer not null default 0,
  created_at timestamp with time zone not null,
  constraint demo_orders_access_key_key UNIQUE (access_key),
  constraint demo_orders_check CHECK (refunded_fen >= 0 AND refunded_fen <= paid_fen),
  constraint demo_orders_check1 CHECK ((open_refund_id IS NULL) = (open_refund_fen IS NULL)),
  constraint demo_orders_coupon_id_fkey FOREIGN KEY (coupon_id) REFERENCES coupons(id),
  constraint demo_orders_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint demo_orders_item_num_check CHECK (item_num > 0),
  constraint demo_orders_pkey PRIMARY KEY (id),
  constraint demo_orders_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint demo_orders_sku_id_fkey FOREIGN KEY (sku_id) REFERENCES skus(id),
  constraint demo_orders_state_check CHECK (state = ANY (ARRAY['placed'::text, 'created'::text, 'paid'::text, 'received'::text, 'closed'::text]))
);

create table grant_checks (
  grant_id bigint not null,
  checked_on date not null,
  unmet_since date,
  rules jsonb not null,
  constraint grant_checks_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES permission_grants(id),
  constraint grant_checks_pkey PRIMARY KEY (grant_id)
);

create table grant_warnings (
  grant_id bigint not null,
  cause text not null,
  since date not null,
  stage integer not null,
  warned_at timestamp with time zone not null,
  constraint grant_warnings_cause_check CHECK (cause = ANY (ARRAY['rule'::text, 'no_calls'::text, 'no_orders'::text])),
  constraint grant_warnings_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES permission_grants(id),
  constraint grant_warnings_pkey PRIMARY KEY (grant_id, cause, since, stage)
);

create table imports (
  kind text not null,
  digest text not null,
  lines_done bigint not null,
  added bigint not null,
  changed bigint not null,
  unchanged bigint not null,
  refused bigint not null,
  report_bytes bigint not null,
  finished_at timestamp with time zone,
  updated_at timestamp with time zone not null,
  constraint imports_pkey PRIMARY KEY (kind, digest)
);

create table inbox_notices (
  id bigint not null generated by default as identity (start with 1),
  member_id bigint not null,
  kind text not null,
  title_zh text not null,
  title_en text not null,
  body_zh text not null,
  body_en text not null,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint inbox_notices_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint inbox_notices_pkey PRIMARY KEY (id)
);
CREATE INDEX inbox_notices_member ON inbox_notices USING btree (member_id, id);
CREATE INDEX inbox_notices_unread ON inbox_notices USING btree (member_id) WHERE read_at IS NULL;

create table invite_codes (
  code text not null,
  member_id bigint not null,
  kind text not null,
  parent_id bigint,
  relation_app text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint invite_codes_kind_check CHECK (kind = ANY (ARRAY['relation'::text, 'special'::text])),
  constraint invite_codes_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint invite_codes_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES channels(id),
  constraint invite_codes_pkey PRIMARY KEY (code)
);
CREATE INDEX invite_codes_member ON invite_codes USING btree (member_id, kind, relation_app);

create table item_search (
  item_id bigint not null,
  shop_id bigint not null,
  category_id bigint not null,
  top_id bigint not null,
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
  rate_bp integer,
  marketing_bp integer not null,
  final_fen bigint not null,
  has_coupon boolean not null,
  has_private_plans boolean not null,
  offers_until timestamp with time zone not null,
  terms_version bigint not null,
  constraint item_search_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE,
  constraint item_search_pkey PRIMARY KEY (item_id)
);
CREATE INDEX item_search_category ON item_search USING btree (category_id);
CREATE INDEX item_search_words ON item_search USING gin (search) WITH (fastupdate=off);

create table items (
  id bigint not null generated by default as identity (start with 600000000001),
  shop_id bigint not null,
  outer_id text not null,
  category_id bigint not null,
  title text not null,
  short_title text,
  sub_title text,
  brand_name text,
  pict_url text not null,
  small_images text[] not null default '{}'::text[],
  white_image text,
  detail_url text,
  reserve_price_fen bigint not null,
  price_fen bigint not null,
  promotion_price_fen bigint,
  promotion_title text,
  promotion_starts_at timestamp with time zone,
  promotion_ends_at timestamp with time zone,
  post_fee_fen bigint not null default 0,
  stock integer not null,
  volume bigint not null default 0,
  annual_volume bigint not null default 0,
  promoted_volume bigint not null default 0,
  promoted_commission_fen bigint not null default 0,
  provcity text not null,
  is_overseas boolean not null default false,
  free_shipment boolean not null default false,
  is_prepay boolean not null default false,
  superior_brand boolean not null default false,
  npx_level smallint not null default 1,
  low_refund_rate boolean not null default false,
  high_good_rate boolean not null default false,
  high_pay_rate boolean not null default false,
  status text not null default 'on'::text,
  promoted boolean not null default true,
  search tsvector not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint items_category_id_fkey FOREIGN KEY (category_id) REFERENCES categories(id),
  constraint items_pkey PRIMARY KEY (id),
  constraint items_price_fen_check CHECK (price_fen > 0),
  constraint items_promotion_price_fen_check CHECK (promotion_price_fen > 0),
  constraint items_reserve_price_fen_check CHECK (reserve_price_fen > 0),
  constraint items_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint items_shop_id_outer_id_key UNIQUE (shop_id, outer_id),
  constraint items_status_check CHECK (status = ANY (ARRAY['on'::text, 'off'::text]))
);
CREATE INDEX items_category ON items USING btree (category_id, id);
CREATE INDEX items_detail_url ON items USING btree (detail_url) WHERE detail_url IS NOT NULL;
CREATE TRIGGER items_added AFTER INSERT ON items REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION items_added();
CREATE TRIGGER items_change AFTER DELETE OR UPDATE ON items FOR EACH STATEMENT EXECUTE FUNCTION notify_change();
CREATE TRIGGER items_search_change AFTER UPDATE ON items REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION items_changed();

create table job_runs (
  job text not null,
  period text not null,
  due_at timestamp with time zone not null,
  state text not null,
  attempts integer not null default 1,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  business_at timestamp with time zone not null,
  did jsonb,
  error text,
  constraint job_runs_attempts_check CHECK (attempts > 0),
  constraint job_runs_check CHECK ((state = 'running'::text) = (finished_at IS NULL)),
  constraint job_runs_job_check CHECK (job <> ''::text),
  constraint job_runs_pkey PRIMARY KEY (job, period),
  constraint job_runs_state_check CHECK (state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text]))
);
CREATE INDEX job_runs_job_due_at ON job_runs USING btree (job, due_at);

create table ledger_balances (
  account text not null,
  member_id bigint,
  amount_fen bigint not null,
  constraint ledger_balances_account_member_id_key UNIQUE NULLS NOT DISTINCT (account, member_id),
  constraint ledger_balances_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id)
);

create table ledger_entries (
  id bigint not null generated by default as identity (start with 1),
  idempotency_key text not null,
  cause text not null,
  order_id bigint,
  posted_at timestamp with time zone not null,
  constraint ledger_entries_idempotency_key_key UNIQUE (idempotency_key),
  constraint ledger_entries_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id),
  constraint ledger_entries_pkey PRIMARY KEY (id)
);
CREATE INDEX ledger_entries_order ON ledger_entries USING btree (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX ledger_entries_posted ON ledger_entries USING btree (posted_at);
CREATE TRIGGER ledger_entries_append_only BEFORE DELETE OR UPDATE ON ledger_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_entries_kept BEFORE TRUNCATE ON ledger_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table ledger_lines (
  entry_id bigint not null,
  line_no smallint not null,
  account text not null,
  member_id bigint,
  amount_fen bigint not null,
  constraint ledger_lines_account_check CHECK (account = ANY (ARRAY['merchant'::text, 'publisher_pending'::text, 'publisher_available'::text, 'publisher_frozen'::text, 'platform_fee'::text, 'gift_reserve'::text, 'bank'::text])),
  constraint ledger_lines_amount_fen_check CHECK (amount_fen <> 0),
  constraint ledger_lines_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint ledger_lines_pkey PRIMARY KEY (entry_id, line_no)
);
CREATE INDEX ledger_lines_holder ON ledger_lines USING btree (account, member_id, entry_id);
CREATE TRIGGER ledger_lines_append_only BEFORE DELETE OR UPDATE ON ledger_lines FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_lines_balance AFTER INSERT ON ledger_lines REFERENCING NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION check_entries_balance();
CREATE TRIGGER ledger_lines_balances AFTER INSERT ON ledger_lines REFERENCING NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION add_to_balances();
CREATE TRIGGER ledger_lines_kept BEFORE TRUNCATE ON ledger_lines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table material_items (
  material_id bigint not null,
  item_id bigint not null,
  position integer not null,
  constraint material_items_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint material_items_material_id_fkey FOREIGN KEY (material_id) REFERENCES materials(id) ON DELETE CASCADE,
  constraint material_items_pkey PRIMARY KEY (material_id, item_id)
);
CREATE INDEX material_items_order ON material_items USING btree (material_id, "position");
CREATE TRIGGER material_items_change AFTER INSERT OR DELETE OR UPDATE ON material_items FOR EACH STATEMENT EXECUTE FUNCTION notify_change();

create table materials (
  id bigint not null generated by default as identity (start with 90001),
  kind text not null,
  subject smallint not null,
  name text not null,
  member_id bigint,
  rule jsonb,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint materials_kind_check CHECK (kind = ANY (ARRAY['goods'::text, 'rights'::text])),
  constraint materials_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint materials_pkey PRIMARY KEY (id),
  constraint materials_rule_check CHECK (jsonb_typeof(rule) = 'object'::text),
  constraint materials_subject_check CHECK (subject >= 1 AND subject <= 5)
);
CREATE INDEX materials_listed ON materials USING btree (member_id, kind, subject, id);
CREATE TRIGGER materials_change AFTER INSERT OR DELETE OR UPDATE ON materials FOR EACH STATEMENT EXECUTE FUNCTION notify_change();

create table member_buyers (
  shop_id bigint not null,
  buyer_hash bytea not null,
  member_id bigint not null,
  noted_at timestamp with time zone not null,
  constraint member_buyers_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint member_buyers_pkey PRIMARY KEY (shop_id, buyer_hash),
  constraint member_buyers_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id)
);
CREATE INDEX member_buyers_member ON member_buyers USING btree (member_id);

create table member_group_members (
  group_id bigint not null,
  member_id bigint not null,
  added_at timestamp with time zone not null,
  constraint member_group_members_group_id_fkey FOREIGN KEY (group_id) REFERENCES member_groups(id),
  constraint member_group_members_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint member_group_members_pkey PRIMARY KEY (group_id, member_id)
);

create table member_groups (
  id bigint not null generated by default as identity (start with 9200001),
  owner_id bigint not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint member_groups_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES members(id),
  constraint member_groups_pkey PRIMARY KEY (id)
);
CREATE INDEX member_groups_owner ON member_groups USING btree (owner_id);

create table member_shoppers (
  member_id bigint not null,
  shopper_id uuid not null,
  seen_at timestamp with time zone not null,
  constraint member_shoppers_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint member_shoppers_pkey PRIMARY KEY (member_id, shopper_id)
);
CREATE INDEX member_shoppers_shopper ON member_shoppers USING btree (shopper_id);

create table members (
  id bigint not null generated by default as identity (start with 100000001),
  name text not null,
  roles text[] not null,
  standing text not null default 'good'::text,
  created_at timestamp with time zone not null,
  constraint members_pkey PRIMARY KEY (id),
  constraint members_standing_check CHECK (standing = ANY (ARRAY['good'::text, 'suspended'::text]))
);
CREATE TRIGGER members_change AFTER DELETE OR UPDATE ON members FOR EACH STATEMENT EXECUTE FUNCTION notify_change();

create table merchant_account_events (
  id bigint not null generated by default as identity (start with 1),
  member_id bigint,
  kind text not null,
  credit_limit_fen bigint,
  balance_fen bigint,
  reason text not null,
  operator_id bigint,
  at timestamp with time zone not null,
  constraint merchant_account_events_check CHECK (member_id IS NOT NULL OR kind = 'limit'::text AND credit_limit_fen IS NOT NULL),
  constraint merchant_account_events_credit_limit_fen_check CHECK (credit_limit_fen >= 0),
  constraint merchant_account_events_kind_check CHECK (kind = ANY (ARRAY['limit'::text, 'paused'::text, 'resumed'::text])),
  constraint merchant_account_events_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint merchant_account_events_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES operators(id),
  constraint merchant_account_events_pkey PRIMARY KEY (id)
);
CREATE INDEX merchant_account_events_member ON merchant_account_events USING btree (member_id, id);
CREATE TRIGGER merchant_account_events_append_only BEFORE DELETE OR UPDATE ON merchant_account_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER merchant_account_events_kept BEFORE TRUNCATE ON merchant_account_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table merchant_accounts (
  member_id bigint not null,
  credit_limit_fen bigint,
  paused_at timestamp with time zone,
  constraint merchant_accounts_credit_limit_fen_check CHECK (credit_limit_fen >= 0),
  constraint merchant_accounts_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint merchant_accounts_pkey PRIMARY KEY (member_id)
);

create table merchant_transfers (
  reference text not null,
  member_id bigint not null,
  amount_fen bigint not null,
  balance_fen bigint not null,
  entry_id bigint not null,
  operator_id bigint,
  posted_at timestamp with time zone not null,
  constraint merchant_transfers_amount_fen_check CHECK (amount_fen <> 0),
  constraint merchant_transfers_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES ledger_entries(id),
  constraint merchant_transfers_entry_id_key UNIQUE (entry_id),
  constraint merchant_transfers_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint merchant_transfers_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES operators(id),
  constraint merchant_transfers_pkey PRIMARY KEY (reference)
);
CREATE TRIGGER merchant_transfers_append_only BEFORE DELETE OR UPDATE ON merchant_transfers FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER merchant_transfers_kept BEFORE TRUNCATE ON merchant_transfers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table newuser_activities (
  id bigint not null generated by default as identity (start with 1),
  activity_id text not null,
  shop_id bigint not null,
  name text not null,
  reward_fen bigint not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  created_by bigint,
  ended_by bigint,
  created_at timestamp with time zone not null,
  constraint newuser_activities_activity_id_key UNIQUE (activity_id),
  constraint newuser_activities_check CHECK (ends_at > starts_at),
  constraint newuser_activities_check1 CHECK (ended_at IS NOT NULL OR ended_by IS NULL),
  constraint newuser_activities_created_by_fkey FOREIGN KEY (created_by) REFERENCES operators(id),
  constraint newuser_activities_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES operators(id),
  constraint newuser_activities_pkey PRIMARY KEY (id),
  constraint newuser_activities_reward_fen_check CHECK (reward_fen > 0),
  constraint newuser_activities_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES newuser_shops(shop_id)
);
CREATE INDEX newuser_activities_shop ON newuser_activities USING btree (shop_id, starts_at);

create table newuser_records (
  id bigint not null generated by default as identity (start with 1),
  shop_id bigint not null,
  buyer_hash bytea not null,
  activity_id bigint not null,
  order_id bigint not null,
  member_id bigint not null,
  site_id bigint not null,
  adzone_id bigint not null,
  relation_id bigint,
  state text not null,
  bought_at timestamp with time zone not null,
  received_at timestamp with time zone,
  reward_fen bigint,
  rewarded_at timestamp with time zone,
  constraint newuser_records_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES newuser_activities(id),
  constraint newuser_records_check CHECK ((state = 'valid'::text) = (reward_fen IS NOT NULL)),
  constraint newuser_records_check1 CHECK ((reward_fen IS NULL) = (rewarded_at IS NULL)),
  constraint newuser_records_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint newuser_records_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id),
  constraint newuser_records_pkey PRIMARY KEY (id),
  constraint newuser_records_reward_fen_check CHECK (reward_fen > 0),
  constraint newuser_records_shop_id_buyer_hash_key UNIQUE (shop_id, buyer_hash),
  constraint newuser_records_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES newuser_shops(shop_id),
  constraint newuser_records_state_check CHECK (state = ANY (ARRAY['bought'::text, 'received'::text, 'valid'::text, 'invalid'::text]))
);
CREATE INDEX newuser_records_member ON newuser_records USING btree (member_id, activity_id, bought_at, id) WHERE state <> 'invalid'::text;
CREATE INDEX newuser_records_order ON newuser_records USING btree (order_id);

create table newuser_shops (
  shop_id bigint not null,
  series bigint not null generated by default as identity (start with 100001),
  activities integer not null default 0,
  walked_change_no bigint not null,
  constraint newuser_shops_pkey PRIMARY KEY (shop_id),
  constraint newuser_shops_series_key UNIQUE (series),
  constraint newuser_shops_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id)
);

create table oauth_codes (
  code_hash bytea not null,
  app_id bigint not null,
  member_id bigint not null,
  redirect_uri text not null,
  challenge text,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  grant_id bigint,
  constraint oauth_codes_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  constraint oauth_codes_check CHECK (grant_id IS NULL OR used_at IS NOT NULL),
  constraint oauth_codes_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES oauth_grants(id),
  constraint oauth_codes_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint oauth_codes_pkey PRIMARY KEY (code_hash)
);
CREATE INDEX oauth_codes_expires ON oauth_codes USING btree (expires_at);
CREATE INDEX oauth_codes_unused ON oauth_codes USING btree (app_id, member_id) WHERE used_at IS NULL;

create table oauth_grants (
  id bigint not null generated by default as identity (start with 6600001),
  app_id bigint not null,
  member_id bigint not null,
  granted_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  reason text,
  withdrawn_by bigint,
  constraint oauth_grants_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  constraint oauth_grants_check CHECK ((withdrawn_at IS NULL) = (reason IS NULL)),
  constraint oauth_grants_check1 CHECK (reason = 'operator'::text OR withdrawn_by IS NULL),
  constraint oauth_grants_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint oauth_grants_pkey PRIMARY KEY (id),
  constraint oauth_grants_reason_check CHECK (reason = ANY (ARRAY['member'::text, 'operator'::text, 'token_reused'::text, 'code_reused'::text, 'replaced'::text])),
  constraint oauth_grants_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES operators(id)
);
CREATE INDEX oauth_grants_live ON oauth_grants USING btree (app_id, member_id, id) WHERE withdrawn_at IS NULL;
CREATE INDEX oauth_grants_member ON oauth_grants USING btree (member_id, id);

create table operators (
  id bigint not null generated by default as identity (start with 1),
  name text not null,
  token_hash bytea not null,
  created_at timestamp with time zone not null,
  member_id bigint,
  constraint operators_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint operators_member_id_key UNIQUE (member_id),
  constraint operators_name_key UNIQUE (name),
  constraint operators_pkey PRIMARY KEY (id),
  constraint operators_token_hash_key UNIQUE (token_hash)
);

create table order_clock (
  only_row boolean not null default true,
  last_at timestamp with time zone not null,
  last_change bigint not null,
  constraint order_clock_only_row_check CHECK (only_row),
  constraint order_clock_pkey PRIMARY KEY (only_row)
);

create table order_events (
  shop_id bigint not null,
  event_id text not null,
  order_id bigint not null,
  digest bytea not null,
  type text not null,
  at timestamp with time zone not null,
  item_num integer not null,
  price_fen bigint not null,
  paid_fen bigint not null,
  refund_id text,
  refund_fen bigint,
  click_id text,
  buyer_hash bytea,
  accepted_at timestamp with time zone not null,
  constraint order_events_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id),
  constraint order_events_pkey PRIMARY KEY (shop_id, event_id),
  constraint order_events_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id)
);
CREATE INDEX order_events_order ON order_events USING btree (order_id);

create table order_refunds (
  refund_suit_id bigint not null generated by default as identity (start with 500000000000000001),
  order_id bigint not null,
  refund_id text not null,
  state text not null,
  refund_fen bigint not null,
  tb_asked_at timestamp with time zone not null,
  tb_finished_at timestamp with time zone,
  asked_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  second_commission_fen bigint not null,
  second_fee_fen bigint not null,
  third_commission_fen bigint not null,
  third_fee_fen bigint not null,
  member_id bigint,
  third_member_id bigint,
  relation_id bigint,
  special_id bigint,
  order_created_at timestamp with time zone not null,
  order_earned_at timestamp with time zone,
  modified_at timestamp with time zone not null,
  constraint order_refunds_check CHECK ((state = 'asked'::text) = (finished_at IS NULL)),
  constraint order_refunds_check1 CHECK ((state = 'asked'::text) = (tb_finished_at IS NULL)),
  constraint order_refunds_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint order_refunds_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id),
  constraint order_refunds_order_id_refund_id_key UNIQUE (order_id, refund_id),
  constraint order_refunds_pkey PRIMARY KEY (refund_suit_id),
  constraint order_refunds_state_check CHECK (state = ANY (ARRAY['asked'::text, 'rejected'::text, 'done'::text])),
  constraint order_refunds_third_member_id_fkey FOREIGN KEY (third_member_id) REFERENCES members(id)
);
CREATE INDEX order_refunds_asked ON order_refunds USING btree (member_id, asked_at, refund_suit_id);
CREATE INDEX order_refunds_created ON order_refunds USING btree (member_id, order_created_at, refund_suit_id);
CREATE INDEX order_refunds_earned ON order_refunds USING btree (member_id, order_earned_at, refund_suit_id) WHERE order_earned_at IS NOT NULL;
CREATE INDEX order_refunds_finished ON order_refunds USING btree (member_id, finished_at, refund_suit_id) WHERE finished_at IS NOT NULL;
CREATE INDEX order_refunds_modified ON order_refunds USING btree (member_id, modified_at, refund_suit_id);
CREATE INDEX order_refunds_third_asked ON order_refunds USING btree (third_member_id, asked_at, refund_suit_id) WHERE third_member_id IS NOT NULL;
CREATE INDEX order_refunds_third_created ON order_refunds USING btree (third_member_id, order_created_at, refund_suit_id) WHERE third_member_id IS NOT NULL;
CREATE INDEX order_refunds_third_earned ON order_refunds USING btree (third_member_id, order_earned_at, refund_suit_id) WHERE third_member_id IS NOT NULL AND order_earned_at IS NOT NULL;
CREATE INDEX order_refunds_third_finished ON order_refunds USING btree (third_member_id, finished_at, refund_suit_id) WHERE third_member_id IS NOT NULL AND finished_at IS NOT NULL;
CREATE INDEX order_refunds_third_modified ON order_refunds USING btree (third_member_id, modified_at, refund_suit_id) WHERE third_member_id IS NOT NULL;

create table orders (
  id bigint not null generated by default as identity (start with 1),
  shop_id bigint not null,
  outer_id text not null,
  trade_id bigint not null generated by default as identity (start with 400000000000000001),
  trade_parent_id bigint not null,
  item_id bigint not null,
  item_num integer not null,
  item_price_fen bigint not null,
  buyer_hash bytea,
  member_id bigint,
  site_id bigint,
  adzone_id bigint,
  relation_id bigint,
  special_id bigint,
  click_id uuid,
  clicked_at timestamp with time zone,
  terminal text,
  plan_id bigint,
  plan_kind text,
  rate_bp integer not null default 0,
  fee_bp integer not null,
  status smallint not null,
  is_refunding boolean not null default false,
  had_refund boolean not null default false,
  paid_fen bigint not null default 0,
  refunded_fen bigint not null default 0,
  estimated_commission_fen bigint not null default 0,
  estimated_fee_fen bigint not null default 0,
  booked_commission_fen bigint not null default 0,
  booked_fee_fen bigint not null default 0,
  booked_member_id bigint,
  ledger_revision integer not null default 0,
  tb_created_at timestamp with time zone not null,
  tb_paid_at timestamp with time zone,
  tb_received_at timestamp with time zone,
  tk_created_at timestamp with time zone not null,
  tk_paid_at timestamp with time zone,
  tk_earned_at timestamp with time zone,
  modified_at timestamp with time zone not null,
  change_no bigint not null,
  decision jsonb not null,
  third_member_id bigint,
  third_site_id bigint,
  third_adzone_id bigint,
  share_bp integer,
  campaign_id bigint,
  leader_id bigint,
  service_rate_bp integer not null default 0,
  estimated_service_fen bigint not null default 0,
  booked_service_fen bigint not null default 0,
  penalty text,
  penalty_id bigint,
  constraint orders_booked_member_id_fkey FOREIGN KEY (booked_member_id) REFERENCES members(id),
  constraint orders_campaign_id_leader_id_fkey FOREIGN KEY (campaign_id, leader_id) REFERENCES campaigns(id, leader_id),
  constraint orders_check CHECK ((third_member_id IS NULL) = (share_bp IS NULL)),
  constraint orders_check1 CHECK ((campaign_id IS NULL) = (leader_id IS NULL)),
  constraint orders_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint orders_leader_id_fkey FOREIGN KEY (leader_id) REFERENCES members(id),
  constraint orders_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint orders_penalty_check CHECK (penalty = ANY (ARRAY['frozen'::text, 'taken'::text])),
  constraint orders_pkey PRIMARY KEY (id),
  constraint orders_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES commission_plans(id),
  constraint orders_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint orders_shop_id_outer_id_key UNIQUE (shop_id, outer_id),
  constraint orders_third_member_id_fkey FOREIGN KEY (third_member_id) REFERENCES members(id),
  constraint orders_trade_id_key UNIQUE (trade_id),
  constraint orders_trade_parent_id_fkey FOREIGN KEY (trade_parent_id) REFERENCES trade_parents(id)
);
CREATE INDEX orders_buyer ON orders USING btree (shop_id, buyer_hash, tb_created_at) WHERE buyer_hash IS NOT NULL;
CREATE INDEX orders_changed ON orders USING btree (shop_id, change_no) WHERE buyer_hash IS NOT NULL;
CREATE INDEX orders_created ON orders USING btree (member_id, tk_created_at, id) WHERE member_id IS NOT NULL;
CREATE INDEX orders_earned ON orders USING btree (member_id, tk_earned_at, id) WHERE member_id IS NOT NULL AND tk_earned_at IS NOT NULL;
CREATE INDEX orders_leader_created ON orders USING btree (leader_id, tk_created_at, id) WHERE leader_id IS NOT NULL;
CREATE INDEX orders_leader_earned ON orders USING btree (leader_id, tk_earned_at, id) WHERE leader_id IS NOT NULL AND tk_earned_at IS NOT NULL;
CREATE INDEX orders_leader_modified ON orders USING btree (leader_id, modified_at, id) WHERE leader_id IS NOT NULL;
CREATE INDEX orders_leader_paid ON orders USING btree (leader_id, tk_paid_at, id) WHERE leader_id IS NOT NULL AND tk_paid_at IS NOT NULL;
CREATE INDEX orders_modified ON orders USING btree (member_id, modified_at, id) WHERE member_id IS NOT NULL;
CREATE INDEX orders_paid ON orders USING btree (member_id, tk_paid_at, id) WHERE member_id IS NOT NULL AND tk_paid_at IS NOT NULL;
CREATE INDEX orders_paid_day ON orders USING brin (tk_paid_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX orders_punished ON orders USING btree (member_id, tk_created_at, id) WHERE penalty_id IS NOT NULL AND member_id IS NOT NULL;
CREATE INDEX orders_third_created ON orders USING btree (third_member_id, tk_created_at, id) WHERE third_member_id IS NOT NULL;
CREATE INDEX orders_third_earned ON orders USING btree (third_member_id, tk_earned_at, id) WHERE third_member_id IS NOT NULL AND tk_earned_at IS NOT NULL;
CREATE INDEX orders_third_modified ON orders USING btree (third_member_id, modified_at, id) WHERE third_member_id IS NOT NULL;
CREATE INDEX orders_third_paid ON orders USING btree (third_member_id, tk_paid_at, id) WHERE third_member_id IS NOT NULL AND tk_paid_at IS NOT NULL;
CREATE INDEX orders_third_punished ON orders USING btree (third_member_id, tk_created_at, id) WHERE penalty_id IS NOT NULL AND third_member_id IS NOT NULL;
CREATE INDEX orders_unsettled ON orders USING btree (tb_received_at, shop_id) WHERE status = 14;

create table outbox_mails (
  id bigint not null generated by default as identity (start with 1),
  member_id bigint,
  recipient text not null,
  subject text not null,
  text_sealed bytea,
  state text not null,
  tries integer not null default 0,
  next_try_at timestamp with time zone not null,
  last_problem text,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  constraint outbox_mails_check CHECK ((state = 'sent'::text) = (sent_at IS NOT NULL)),
  constraint outbox_mails_check1 CHECK ((state = 'waiting'::text) = (text_sealed IS NOT NULL)),
  constraint outbox_mails_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint outbox_mails_pkey PRIMARY KEY (id),
  constraint outbox_mails_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text]))
);
CREATE INDEX outbox_mails_created ON outbox_mails USING btree (created_at);
CREATE INDEX outbox_mails_waiting ON outbox_mails USING btree (next_try_at) WHERE state = 'waiting'::text;

create table package_days (
  app_id bigint not null,
  package text not null,
  day date not null,
  calls bigint not null,
  constraint package_days_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  constraint package_days_pkey PRIMARY KEY (app_id, package, day)
);
CREATE INDEX package_days_day ON package_days USING btree (day);

create table password_resets (
  id bigint not null generated by default as identity (start with 1),
  token_hash bytea not null,
  member_id bigint not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint password_resets_member_id_fkey FOREIGN KEY (member_id) REFERENCES accounts(member_id),
  constraint password_resets_pkey PRIMARY KEY (id),
  constraint password_resets_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX password_resets_expires ON password_resets USING btree (expires_at);
CREATE INDEX password_resets_member ON password_resets USING btree (member_id);

create table payees (
  id bigint not null generated by default as identity (start with 1),
  member_id bigint not null,
  details_sealed bytea not null,
  operator_id bigint,
  set_at timestamp with time zone not null,
  constraint payees_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint payees_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES operators(id),
  constraint payees_pkey PRIMARY KEY (id)
);
CREATE INDEX payees_member ON payees USING btree (member_id, id);

create table payout_batches (
  run_id bigint not null,
  no integer not null,
  payouts integer not null,
  amount_fen bigint not null,
  booked_at timestamp with time zone not null,
  provider text,
  sent_at timestamp with time zone,
  constraint payout_batches_amount_fen_check CHECK (amount_fen > 0),
  constraint payout_batches_check CHECK ((sent_at IS NULL) = (provider IS NULL)),
  constraint payout_batches_no_check CHECK (no > 0),
  constraint payout_batches_payouts_check CHECK (payouts > 0),
  constraint payout_batches_pkey PRIMARY KEY (run_id, no),
  constraint payout_batches_run_id_fkey FOREIGN KEY (run_id) REFERENCES payout_runs(id)
);
CREATE INDEX payout_batches_unsent ON payout_batches USING btree (run_id, no) WHERE sent_at IS NULL;

create table payout_carried (
  run_id bigint not null,
  member_id bigint not null,
  amount_fen bigint not null,
  reason text not null,
  constraint payout_carried_amount_fen_check CHECK (amount_fen <> 0),
  constraint payout_carried_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint payout_carried_pkey PRIMARY KEY (run_id, member_id),
  constraint payout_carried_reason_check CHECK (reason = ANY (ARRAY['negative'::text, 'below_minimum'::text, 'suspended'::text, 'no_payee'::text])),
  constraint payout_carried_run_id_fkey FOREIGN KEY (run_id) REFERENCES payout_runs(id)
);
CREATE INDEX payout_carried_member ON payout_carried USING btree (member_id, run_id);
CREATE TRIGGER payout_carried_append_only BEFORE DELETE OR UPDATE ON payout_carried FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payout_carried_kept BEFORE TRUNCATE ON payout_carried FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table payout_events (
  id bigint not null generated by default as identity (start with 1),
  payout_id bigint not null,
  event text not null,
  by_operator boolean not null,
  operator_id bigint,
  note text,
  at timestamp with time zone not null,
  constraint payout_events_check CHECK (by_operator OR operator_id IS NULL),
  constraint payout_events_event_check CHECK (event = ANY (ARRAY['booked'::text, 'sent'::text, 'paid'::text, 'returned'::text])),
  constraint payout_events_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES operators(id),
  constraint payout_events_payout_id_fkey FOREIGN KEY (payout_id) REFERENCES payouts(id),
  constraint payout_events_pkey PRIMARY KEY (id)
);
CREATE INDEX payout_events_payout ON payout_events USING btree (payout_id, id);
CREATE TRIGGER payout_events_append_only BEFORE DELETE OR UPDATE ON payout_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payout_events_kept BEFORE TRUNCATE ON payout_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table payout_runs (
  id bigint not null generated by default as identity (start with 1),
  period text not null,
  cut_off timestamp with time zone not null,
  minimum_fen bigint not null,
  state text not null,
  booked_to bigint not null default 0,
  payouts integer not null default 0,
  payout_fen bigint not null default 0,
  carried integer not null default 0,
  carried_fen bigint not null default 0,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint payout_runs_check CHECK ((state = 'done'::text) = (finished_at IS NOT NULL)),
  constraint payout_runs_minimum_fen_check CHECK (minimum_fen > 0),
  constraint payout_runs_period_check CHECK (period ~ '^\d{4}-(0[1-9]|1[0-2])$'::text),
  constraint payout_runs_period_key UNIQUE (period),
  constraint payout_runs_pkey PRIMARY KEY (id),
  constraint payout_runs_state_check CHECK (state = ANY (ARRAY['booking'::text, 'sending'::text, 'done'::text]))
);

create table payouts (
  id bigint not null generated by default as identity (start with 7100001),
  run_id bigint not null,
  batch_no integer not null,
  member_id bigint not null,
  attempt integer not null,
  amount_fen bigint not null,
  reference text not null,
  payee_id bigint not null,
  state text not null,
  bank_reference text,
  failure text,
  booked_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  paid_at timestamp with time zone,
  returned_at timestamp with time zone,
  constraint payouts_amount_fen_check CHECK (amount_fen > 0),
  constraint payouts_attempt_check CHECK (attempt > 0),
  constraint payouts_check CHECK ((paid_at IS NULL) = (bank_reference IS NULL)),
  constraint payouts_check1 CHECK ((state = 'returned'::text) = (returned_at IS NOT NULL AND failure IS NOT NULL)),
  constraint payouts_check2 CHECK (state <> 'paid'::text OR paid_at IS NOT NULL),
  constraint payouts_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint payouts_payee_id_fkey FOREIGN KEY (payee_id) REFERENCES payees(id),
  constraint payouts_pkey PRIMARY KEY (id),
  constraint payouts_reference_key UNIQUE (reference),
  constraint payouts_run_id_batch_no_fkey FOREIGN KEY (run_id, batch_no) REFERENCES payout_batches(run_id, no),
  constraint payouts_run_id_member_id_attempt_key UNIQUE (run_id, member_id, attempt),
  constraint payouts_state_check CHECK (state = ANY (ARRAY['booked'::text, 'sent'::text, 'paid'::text, 'returned'::text]))
);
CREATE INDEX payouts_batch ON payouts USING btree (run_id, batch_no, id);
CREATE UNIQUE INDEX payouts_live ON payouts USING btree (run_id, member_id) WHERE state <> 'returned'::text;
CREATE INDEX payouts_member ON payouts USING btree (member_id, id);
CREATE INDEX payouts_state ON payouts USING btree (state, id) WHERE state <> 'paid'::text;

create table penalties (
  id bigint not null generated by default as identity (start with 1),
  order_id bigint not null,
  violation_type text not null,
  state text not null,
  reason text not null,
  operator_id bigint,
  created_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  appealed_at timestamp with time zone,
  constraint penalties_check CHECK ((state = 'frozen'::text) = (decided_at IS NULL)),
  constraint penalties_check1 CHECK (appealed_at IS NULL OR state <> 'released'::text),
  constraint penalties_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES operators(id),
  constraint penalties_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id),
  constraint penalties_pkey PRIMARY KEY (id),
  constraint penalties_state_check CHECK (state = ANY (ARRAY['frozen'::text, 'released'::text, 'taken'::text])),
  constraint penalties_violation_type_check CHECK (violation_type = ANY (ARRAY['店铺淘宝客'::text, '订单虚假交易'::text]))
);
CREATE INDEX penalties_appealed ON penalties USING btree (id) WHERE appealed_at IS NOT NULL;
CREATE UNIQUE INDEX penalties_in_force ON penalties USING btree (order_id) WHERE state <> 'released'::text;
CREATE INDEX penalties_order ON penalties USING btree (order_id, id);
CREATE INDEX penalties_state ON penalties USING btree (state, id);

create table penalty_events (
  id bigint not null generated by default as identity (start with 1),
  penalty_id bigint not null,
  step text not null,
  reason text not null,
  member_id bigint,
  by_operator boolean not null,
  operator_id bigint,
  entry_key text,
  at timestamp with time zone not null,
  constraint penalty_events_check CHECK ((step = 'appeal'::text) = (member_id IS NOT NULL)),
  constraint penalty_events_check1 CHECK (by_operator OR step = 'appeal'::text),
  constraint penalty_events_check2 CHECK (by_operator OR operator_id IS NULL),
  constraint penalty_events_entry_key_fkey FOREIGN KEY (entry_key) REFERENCES ledger_entries(idempotency_key),
  constraint penalty_events_entry_key_key UNIQUE (entry_key),
  constraint penalty_events_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint penalty_events_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES operators(id),
  constraint penalty_events_penalty_id_fkey FOREIGN KEY (penalty_id) REFERENCES penalties(id),
  constraint penalty_events_pkey PRIMARY KEY (id),
  constraint penalty_events_step_check CHECK (step = ANY (ARRAY['freeze'::text, 'release'::text, 'take'::text, 'appeal'::text, 'uphold'::text, 'dismiss'::text]))
);
CREATE INDEX penalty_events_penalty ON penalty_events USING btree (penalty_id, id);
CREATE TRIGGER penalty_events_append_only BEFORE DELETE OR UPDATE ON penalty_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER penalty_events_kept BEFORE TRUNCATE ON penalty_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table permission_appeals (
  id bigint not null generated by default as identity (start with 1),
  grant_id bigint not null,
  member_id bigint not null,
  reason text not null,
  state text not null default 'waiting'::text,
  appealed_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  operator_id bigint,
  decision_reason text,
  constraint permission_appeals_check CHECK ((state = 'waiting'::text) = (decided_at IS NULL)),
  constraint permission_appeals_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES permission_grants(id),
  constraint permission_appeals_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint permission_appeals_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES operators(id),
  constraint permission_appeals_pkey PRIMARY KEY (id),
  constraint permission_appeals_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'upheld'::text, 'dismissed'::text]))
);
CREATE INDEX permission_appeals_member ON permission_appeals USING btree (member_id, id);
CREATE UNIQUE INDEX permission_appeals_open ON permission_appeals USING btree (grant_id) WHERE state = 'waiting'::text;

create table permission_applications (
  id bigint not null generated by default as identity (start with 1),
  app_id bigint not null,
  package text not null,
  site_id bigint not null,
  member_id bigint not null,
  statement text not null,
  state text not null,
  rules jsonb not null,
  filed_at timestamp with time zone not null,
  due_on date,
  due_is_provisional boolean not null default false,
  decided_at timestamp with time zone,
  operator_id bigint,
  reason text,
  constraint permission_applications_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  constraint permission_applications_check CHECK ((state = 'waiting'::text) = (decided_at IS NULL)),
  constraint permission_applications_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint permission_applications_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES operators(id),
  constraint permission_applications_pkey PRIMARY KEY (id),
  constraint permission_applications_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id),
  constraint permission_applications_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'granted'::text, 'refused'::text, 'cancelled'::text]))
);
CREATE INDEX permission_applications_member ON permission_applications USING btree (member_id, id);
CREATE UNIQUE INDEX permission_applications_open ON permission_applications USING btree (app_id, package, site_id) WHERE state = 'waiting'::text;
CREATE INDEX permission_applications_queue ON permission_applications USING btree (due_on, id) WHERE state = 'waiting'::text;

create table permission_grants (
  id bigint not null generated by default as identity (start with 1),
  app_id bigint not null,
  package text not null,
  site_id bigint,
  status text not null,
  granted_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  basis text not null default 'operator'::text,
  is_checked boolean not null default false,
  counted_from timestamp with time zone,
  withdrawn_cause text,
  constraint permission_grants_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  constraint permission_grants_app_id_package_site_id_key UNIQUE NULLS NOT DISTINCT (app_id, package, site_id),
  constraint permission_grants_basis_check CHECK (basis = ANY (ARRAY['rule'::text, 'review'::text, 'operator'::text])),
  constraint permission_grants_pkey PRIMARY KEY (id),
  constraint permission_grants_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id),
  constraint permission_grants_status_check CHECK (status = ANY (ARRAY['granted'::text, 'withdrawn'::text])),
  constraint permission_grants_withdrawn_cause_check CHECK (withdrawn_cause = ANY (ARRAY['rule'::text, 'no_calls'::text, 'no_orders'::text, 'violation'::text, 'operator'::text]))
);
CREATE INDEX permission_grants_checked ON permission_grants USING btree (id) WHERE status = 'granted'::text AND is_checked;
CREATE INDEX permission_grants_site ON permission_grants USING btree (site_id);
CREATE TRIGGER permission_grants_change AFTER INSERT OR DELETE OR UPDATE ON permission_grants FOR EACH STATEMENT EXECUTE FUNCTION notify_change();

create table permission_invitations (
  site_id bigint not null,
  package text not null,
  operator_id bigint,
  reason text not null,
  invited_at timestamp with time zone not null,
  constraint permission_invitations_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES operators(id),
  constraint permission_invitations_pkey PRIMARY KEY (site_id, package),
  constraint permission_invitations_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id)
);

create table plan_members (
  plan_id bigint not null,
  member_id bigint not null,
  joined_at timestamp with time zone not null,
  constraint plan_members_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint plan_members_pkey PRIMARY KEY (plan_id, member_id),
  constraint plan_members_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES commission_plans(id)
);
CREATE INDEX plan_members_member ON plan_members USING btree (member_id);
CREATE TRIGGER plan_members_change AFTER INSERT OR DELETE OR UPDATE ON plan_members FOR EACH STATEMENT EXECUTE FUNCTION notify_change();

create table plan_pauses (
  member_id bigint not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone,
  constraint plan_pauses_check CHECK (to_at > from_at),
  constraint plan_pauses_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint plan_pauses_pkey PRIMARY KEY (member_id, from_at)
);
CREATE UNIQUE INDEX plan_pauses_open ON plan_pauses USING btree (member_id) WHERE to_at IS NULL;
CREATE TRIGGER plan_pauses_change AFTER INSERT OR DELETE OR UPDATE ON plan_pauses FOR EACH STATEMENT EXECUTE FUNCTION notify_change();

create table quota_counts (
  day date not null,
  counter text not null,
  used bigint not null,
  constraint quota_counts_pkey PRIMARY KEY (day, counter)
);

create table quota_limits (
  id bigint not null generated by default as identity (start with 1),
  app_id bigint not null,
  scope text not null,
  method text,
  per_second integer,
  per_day integer,
  constraint quota_limits_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  constraint quota_limits_app_id_scope_method_key UNIQUE NULLS NOT DISTINCT (app_id, scope, method),
  constraint quota_limits_check CHECK ((scope = 'app_method'::text) = (method IS NOT NULL)),
  constraint quota_limits_per_day_check CHECK (per_day > 0),
  constraint quota_limits_per_second_check CHECK (per_second > 0),
  constraint quota_limits_pkey PRIMARY KEY (id),
  constraint quota_limits_scope_check CHECK (scope = ANY (ARRAY['app'::text, 'app_method'::text, 'session'::text]))
);
CREATE TRIGGER quota_limits_change AFTER INSERT OR DELETE OR UPDATE ON quota_limits FOR EACH STATEMENT EXECUTE FUNCTION notify_change();

create table recovery_codes (
  code_hash bytea not null,
  member_id bigint not null,
  used_at timestamp with time zone,
  constraint recovery_codes_member_id_fkey FOREIGN KEY (member_id) REFERENCES accounts(member_id),
  constraint recovery_codes_pkey PRIMARY KEY (code_hash)
);
CREATE INDEX recovery_codes_member ON recovery_codes USING btree (member_id);

create table refresh_tokens (
  id bigint not null generated by default as identity (start with 1),
  token_hash bytea not null,
  grant_id bigint not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  replaced_by bigint,
  constraint refresh_tokens_check CHECK ((used_at IS NULL) = (replaced_by IS NULL)),
  constraint refresh_tokens_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES oauth_grants(id),
  constraint refresh_tokens_pkey PRIMARY KEY (id),
  constraint refresh_tokens_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES refresh_tokens(id),
  constraint refresh_tokens_replaced_by_key UNIQUE (replaced_by),
  constraint refresh_tokens_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX refresh_tokens_expires ON refresh_tokens USING btree (expires_at);
CREATE INDEX refresh_tokens_grant ON refresh_tokens USING btree (grant_id);

create table registrations (
  token_hash bytea not null,
  email text not null,
  name text not null,
  password_hash text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint registrations_pkey PRIMARY KEY (token_hash)
);
CREATE INDEX registrations_expires ON registrations USING btree (expires_at);

create table rolled_days (
  day date not null,
  rolled_at timestamp with time zone not null,
  constraint rolled_days_pkey PRIMARY KEY (day)
);

create table schema_migrations (
  number integer not null,
  name text not null,
  digest text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migrations_pkey PRIMARY KEY (number)
);

create table sessions (
  id bigint not null generated by default as identity (start with 1),
  token_hash bytea not null,
  app_id bigint not null,
  member_id bigint not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  grant_id bigint,
  constraint sessions_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  constraint sessions_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES oauth_grants(id),
  constraint sessions_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX sessions_app_member ON sessions USING btree (app_id, member_id);
CREATE INDEX sessions_grant ON sessions USING btree (grant_id, id);
CREATE TRIGGER sessions_change AFTER INSERT OR DELETE OR UPDATE ON sessions FOR EACH STATEMENT EXECUTE FUNCTION notify_change();

create table setting_changes (
  id bigint not null generated by default as identity (start with 1),
  name text not null,
  before jsonb,
  after jsonb,
  reason text not null,
  operator_id bigint,
  at timestamp with time zone not null,
  constraint setting_changes_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES operators(id),
  constraint setting_changes_pkey PRIMARY KEY (id)
);
CREATE INDEX setting_changes_name ON setting_changes USING btree (name, id);
CREATE TRIGGER setting_changes_append_only BEFORE DELETE OR UPDATE ON setting_changes FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER setting_changes_kept BEFORE TRUNCATE ON setting_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table settings (
  key text not null,
  value jsonb not null,
  updated_at timestamp with time zone not null default now(),
  constraint settings_pkey PRIMARY KEY (key)
);
CREATE TRIGGER settings_change AFTER INSERT OR DELETE OR UPDATE ON settings FOR EACH STATEMENT EXECUTE FUNCTION notify_change();

create table share_agreement_steps (
  id bigint not null generated by default as identity (start with 1),
  agreement_id bigint not null,
  step text not null,
  member_id bigint not null,
  by_operator boolean not null,
  operator_id bigint,
  reason text,
  at timestamp with time zone not null,
  constraint share_agreement_steps_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES share_agreements(id),
  constraint share_agreement_steps_check CHECK (by_operator OR operator_id IS NULL),
  constraint share_agreement_steps_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint share_agreement_steps_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES operators(id),
  constraint share_agreement_steps_pkey PRIMARY KEY (id),
  constraint share_agreement_steps_step_check CHECK (step = ANY (ARRAY['offer'::text, 'accept'::text, 'refuse'::text, 'end'::text]))
);
CREATE INDEX share_agreement_steps_agreement ON share_agreement_steps USING btree (agreement_id, id);
CREATE TRIGGER share_agreement_steps_append_only BEFORE DELETE OR UPDATE ON share_agreement_steps FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER share_agreement_steps_kept BEFORE TRUNCATE ON share_agreement_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table share_agreements (
  id bigint not null generated by default as identity (start with 9100001),
  second_id bigint not null,
  third_id bigint not null,
  share_bp integer not null,
  offered_by bigint not null,
  state text not null,
  offered_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint share_agreements_check CHECK (second_id <> third_id),
  constraint share_agreements_check1 CHECK (offered_by = second_id OR offered_by = third_id),
  constraint share_agreements_check2 CHECK ((state = 'offered'::text) = (decided_at IS NULL AND ended_at IS NULL)),
  constraint share_agreements_check3 CHECK ((state = 'ended'::text) = (ended_at IS NOT NULL)),
  constraint share_agreements_check4 CHECK ((state <> ALL (ARRAY['accepted'::text, 'refused'::text])) OR decided_at IS NOT NULL),
  constraint share_agreements_offered_by_fkey FOREIGN KEY (offered_by) REFERENCES members(id),
  constraint share_agreements_pkey PRIMARY KEY (id),
  constraint share_agreements_second_id_fkey FOREIGN KEY (second_id) REFERENCES members(id),
  constraint share_agreements_share_bp_check CHECK (share_bp >= 1 AND share_bp <= 9999),
  constraint share_agreements_state_check CHECK (state = ANY (ARRAY['offered'::text, 'accepted'::text, 'refused'::text, 'ended'::text])),
  constraint share_agreements_third_id_fkey FOREIGN KEY (third_id) REFERENCES members(id)
);
CREATE UNIQUE INDEX share_agreements_accepted ON share_agreements USING btree (second_id, third_id) WHERE state = 'accepted'::text;
CREATE UNIQUE INDEX share_agreements_offered ON share_agreements USING btree (second_id, third_id) WHERE state = 'offered'::text;
CREATE INDEX share_agreements_second ON share_agreements USING btree (second_id, id);
CREATE INDEX share_agreements_third ON share_agreements USING btree (third_id, id);
CREATE TRIGGER share_agreements_change AFTER DELETE OR UPDATE ON share_agreements FOR EACH STATEMENT EXECUTE FUNCTION notify_change();

create table shop_buyers (
  shop_id bigint not null,
  buyer_hash bytea not null,
  shopper_id uuid not null,
  seen_at timestamp with time zone not null,
  constraint shop_buyers_pkey PRIMARY KEY (shop_id, buyer_hash, shopper_id),
  constraint shop_buyers_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id)
);

create table shop_figures (
  shop_id bigint not null,
  item_count integer not null,
  promoted_count integer not null,
  volume bigint not null,
  main_category_id bigint,
  constraint shop_figures_main_category_id_fkey FOREIGN KEY (main_category_id) REFERENCES categories(id),
  constraint shop_figures_pkey PRIMARY KEY (shop_id),
  constraint shop_figures_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id) ON DELETE CASCADE
);
CREATE INDEX shop_figures_main ON shop_figures USING btree (main_category_id, volume DESC);

create table shops (
  id bigint not null generated by default as identity (start with 2200000001),
  member_id bigint not null,
  title text not null,
  nick text not null,
  pict_url text,
  is_tmall boolean not null,
  hosted boolean not null default false,
  domains text[] not null,
  dsr integer not null default 0,
  rating integer not null default 0,
  status text not null default 'open'::text,
  shop_key text not null,
  secret_sealed bytea not null,
  created_at timestamp with time zone not null,
  terms_version bigint not null default 0,
  plans_paused boolean not null default false,
  constraint shops_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint shops_pkey PRIMARY KEY (id),
  constraint shops_shop_key_key UNIQUE (shop_key),
  constraint shops_status_check CHECK (status = ANY (ARRAY['open'::text, 'closed'::text]))
);
CREATE INDEX shops_domains ON shops USING gin (domains);
CREATE INDEX shops_member ON shops USING btree (member_id);
CREATE TRIGGER shops_change AFTER DELETE OR UPDATE ON shops FOR EACH STATEMENT EXECUTE FUNCTION notify_change();
CREATE TRIGGER shops_paused BEFORE INSERT ON shops FOR EACH ROW EXECUTE FUNCTION pause_new_shop();

create table short_links (
  code text not null,
  token text not null,
  member_id bigint not null,
  is_private boolean not null default false,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint short_links_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint short_links_pkey PRIMARY KEY (code)
);
CREATE INDEX short_links_expires ON short_links USING btree (expires_at);

create table sign_in_failures (
  subject bytea not null,
  failures integer not null,
  last_failed_at timestamp with time zone not null,
  locked_until timestamp with time zone not null,
  constraint sign_in_failures_pkey PRIMARY KEY (subject)
);
CREATE INDEX sign_in_failures_last ON sign_in_failures USING btree (last_failed_at);

create table sign_ins (
  id bigint not null generated by default as identity (start with 1),
  token_hash bytea not null,
  member_id bigint not null,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  address_hash bytea not null,
  agent_hash bytea not null,
  ended_at timestamp with time zone,
  end_reason text,
  constraint sign_ins_check CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
  constraint sign_ins_end_reason_check CHECK (end_reason = ANY (ARRAY['signed_out'::text, 'ended'::text, 'password_changed'::text, 'password_reset'::text, 'too_many'::text])),
  constraint sign_ins_member_id_fkey FOREIGN KEY (member_id) REFERENCES accounts(member_id),
  constraint sign_ins_pkey PRIMARY KEY (id),
  constraint sign_ins_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX sign_ins_expires ON sign_ins USING btree (expires_at);
CREATE INDEX sign_ins_live ON sign_ins USING btree (member_id, id) WHERE ended_at IS NULL;

create table site_beacons (
  site_id bigint not null,
  day date not null,
  host text not null,
  is_own boolean not null,
  hits bigint not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  constraint site_beacons_pkey PRIMARY KEY (site_id, day, host),
  constraint site_beacons_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id)
);
CREATE INDEX site_beacons_day ON site_beacons USING btree (day);
CREATE INDEX site_beacons_own ON site_beacons USING btree (site_id, last_at) WHERE is_own;

create table site_days (
  site_id bigint not null,
  day date not null,
  clicks bigint not null,
  paid_orders bigint not null,
  paid_fen bigint not null,
  constraint site_days_pkey PRIMARY KEY (site_id, day),
  constraint site_days_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id)
);
CREATE INDEX site_days_day ON site_days USING btree (day);

create table site_points (
  id bigint not null generated by default as identity (start with 1),
  site_id bigint not null,
  points integer not null,
  reason text not null,
  operator_id bigint,
  at timestamp with time zone not null,
  constraint site_points_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES operators(id),
  constraint site_points_pkey PRIMARY KEY (id),
  constraint site_points_points_check CHECK (points <> 0),
  constraint site_points_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id)
);
CREATE INDEX site_points_site ON site_points USING btree (site_id, at);
CREATE TRIGGER site_points_append_only BEFORE DELETE OR UPDATE ON site_points FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER site_points_kept BEFORE TRUNCATE ON site_points FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table site_reports (
  id bigint not null generated by default as identity (start with 1),
  site_id bigint not null,
  kind text not null,
  value bigint not null,
  note text not null,
  reported_by bigint not null,
  reported_at timestamp with time zone not null,
  state text not null default 'waiting'::text,
  decided_at timestamp with time zone,
  operator_id bigint,
  reason text,
  constraint site_reports_check CHECK ((state = 'waiting'::text) = (decided_at IS NULL)),
  constraint site_reports_kind_check CHECK (kind = ANY (ARRAY['downloads'::text, 'daily_users'::text])),
  constraint site_reports_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES operators(id),
  constraint site_reports_pkey PRIMARY KEY (id),
  constraint site_reports_reported_by_fkey FOREIGN KEY (reported_by) REFERENCES members(id),
  constraint site_reports_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id),
  constraint site_reports_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'confirmed'::text, 'refused'::text])),
  constraint site_reports_value_check CHECK (value >= 0)
);
CREATE INDEX site_reports_site ON site_reports USING btree (site_id, kind, id);
CREATE INDEX site_reports_waiting ON site_reports USING btree (id) WHERE state = 'waiting'::text;

create table site_stops (
  site_id bigint not null,
  cause text not null,
  since timestamp with time zone not null,
  constraint site_stops_cause_check CHECK (cause = ANY (ARRAY['link'::text, 'share'::text, 'violation'::text])),
  constraint site_stops_pkey PRIMARY KEY (site_id, cause),
  constraint site_stops_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id)
);
CREATE TRIGGER site_stops_change AFTER INSERT OR DELETE OR UPDATE ON site_stops FOR EACH STATEMENT EXECUTE FUNCTION notify_change();

create table sites (
  id bigint not null generated by default as identity (start with 45000001),
  member_id bigint not null,
  kind text not null,
  name text not null,
  address text not null,
  category text not null,
  status text not null,
  created_at timestamp with time zone not null,
  is_platform boolean not null default false,
  owner_attested_at timestamp with time zone,
  component_attested_at timestamp with time zone,
  reviewed_at timestamp with time zone,
  review_reason text,
  constraint sites_kind_check CHECK (kind = ANY (ARRAY['website'::text, 'app'::text, 'channel'::text])),
  constraint sites_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint sites_pkey PRIMARY KEY (id),
  constraint sites_status_check CHECK (status = ANY (ARRAY['filed'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text]))
);
CREATE INDEX sites_member ON sites USING btree (member_id);
CREATE INDEX sites_status ON sites USING btree (status, id);
CREATE TRIGGER sites_change AFTER DELETE OR UPDATE ON sites FOR EACH STATEMENT EXECUTE FUNCTION notify_change();

create table skus (
  id bigint not null generated by default as identity (start with 5000000000001),
  item_id bigint not null,
  name text not null,
  price_fen bigint not null,
  stock integer not null,
  constraint skus_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint skus_pkey PRIMARY KEY (id),
  constraint skus_price_fen_check CHECK (price_fen > 0)
);
CREATE INDEX skus_item ON skus USING btree (item_id);
CREATE TRIGGER skus_change AFTER INSERT OR DELETE OR UPDATE ON skus FOR EACH STATEMENT EXECUTE FUNCTION notify_change();

create table tpwds (
  code text not null,
  token text not null,
  short_code text not null,
  title text not null,
  member_id bigint not null,
  is_private boolean not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint tpwds_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint tpwds_pkey PRIMARY KEY (code)
);
CREATE INDEX tpwds_expires ON tpwds USING btree (expires_at);

create table trade_parents (
  id bigint not null generated by default as identity (start with 300000000000000001),
  shop_id bigint not null,
  outer_id text not null,
  constraint trade_parents_pkey PRIMARY KEY (id),
  constraint trade_parents_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint trade_parents_shop_id_outer_id_key UNIQUE (shop_id, outer_id)
);

create table venue_items (
  venue_id bigint not null,
  item_id bigint not null,
  position integer not null,
  constraint venue_items_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint venue_items_pkey PRIMARY KEY (venue_id, item_id),
  constraint venue_items_venue_id_fkey FOREIGN KEY (venue_id) REFERENCES venues(id)
);

create table venues (
  id bigint not null generated by default as identity (start with 20250001),
  shop_id bigint not null,
  title text not null,
  url text,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint venues_pkey PRIMARY KEY (id),
  constraint venues_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id)
);
CREATE INDEX venues_url ON venues USING btree (url) WHERE url IS NOT NULL;
CREATE TRIGGER venues_change AFTER DELETE OR UPDATE ON venues FOR EACH STATEMENT EXECUTE FUNCTION notify_change();
