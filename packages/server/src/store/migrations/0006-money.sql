-- Money to the end: balances, tripartite shares, service fees, settlement, penalties.

-- The lines of an entry are written in one statement and must add up to zero there. One check a statement:
-- a settlement writes thousands of entries at once. That the entry exists is checked here as well, which costs a
-- third of a foreign key; entries are never deleted, so it cannot come to be untrue later.
drop trigger ledger_lines_balance on ledger_lines;
drop function check_entry_balance();
alter table ledger_lines drop constraint ledger_lines_entry_id_fkey;
create function check_entries_balance() returns trigger language plpgsql as $$
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
end $$;
create trigger ledger_lines_balance after insert on ledger_lines
  referencing new table as new_lines for each statement execute function check_entries_balance();

-- What each account holds: derived from the lines by the trigger below and by nothing else; the ledger check
-- adds the lines up again.
create table ledger_balances (
  account text not null,
  member_id bigint references members,
  amount_fen bigint not null,
  unique nulls not distinct (account, member_id)
) with (fillfactor = 50);
insert into ledger_balances (account, member_id, amount_fen)
  select account, member_id, sum(amount_fen) from ledger_lines group by account, member_id;
create function add_to_balances() returns trigger language plpgsql as $$
begin
  insert into ledger_balances as held (account, member_id, amount_fen)
    select account, member_id, sum(amount_fen) from new_lines group by account, member_id
    on conflict (account, member_id) do update set amount_fen = held.amount_fen + excluded.amount_fen;
  return null;
end $$;
create trigger ledger_lines_balances after insert on ledger_lines
  referencing new table as new_lines for each statement execute function add_to_balances();

-- Entries are numbered in the order of their times, so a span of time is a span of numbers.
create index ledger_entries_posted on ledger_entries (posted_at);
create index ledger_lines_holder on ledger_lines (account, member_id, entry_id);
drop index ledger_lines_account;

alter table orders
  -- the third party of a tripartite link, and its share of the commission
  add column third_member_id bigint references members,
  add column third_site_id bigint,
  add column third_adzone_id bigint,
  add column share_bp integer,
  -- the recruiting leader whose campaign the plan belongs to, and what the merchant pays them beside the commission
  add column campaign_id bigint,
  add column leader_id bigint references members,
  add column service_rate_bp integer not null default 0,
  add column estimated_service_fen bigint not null default 0,
  add column booked_service_fen bigint not null default 0,
  -- the commission is held back ('frozen') or was given back to the merchant ('taken')
  add column penalty text check (penalty in ('frozen', 'taken')),
  add check ((third_member_id is null) = (share_bp is null));

-- order.details.get as a third party
create index orders_third_created on orders (third_member_id, tk_created_at, id) where third_member_id is not null;
create index orders_third_paid on orders (third_member_id, tk_paid_at, id)
  where third_member_id is not null and tk_paid_at is not null;
create index orders_third_earned on orders (third_member_id, tk_earned_at, id)
  where third_member_id is not null and tk_earned_at is not null;
create index orders_third_modified on orders (third_member_id, modified_at, id) where third_member_id is not null;
-- cp.order.details.get
create index orders_leader_created on orders (leader_id, tk_created_at, id) where leader_id is not null;
create index orders_leader_paid on orders (leader_id, tk_paid_at, id)
  where leader_id is not null and tk_paid_at is not null;
create index orders_leader_earned on orders (leader_id, tk_earned_at, id)
  where leader_id is not null and tk_earned_at is not null;
create index orders_leader_modified on orders (leader_id, modified_at, id) where leader_id is not null;
-- settlement: what was received and not settled yet
create index orders_unsettled on orders (tb_received_at, shop_id) where status = 14;

-- A plan of a recruiting leader's campaign: what the merchant pays the leader beside the commission.
alter table commission_plans
  add column campaign_id bigint,
  add column leader_id bigint references members,
  add column service_rate_bp integer not null default 0 check (service_rate_bp between 0 and 9000),
  add check ((campaign_id is null) = (leader_id is null));
