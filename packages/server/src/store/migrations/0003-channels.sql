-- How a publisher's channels and members come to be: invite codes, and what their filing says.

alter table channels
  -- whose own account it is; null for rows that were not filed by an account
  add account_id bigint references members,
  add account_name text,
  -- the channel that invited this one
  add parent_id bigint references channels,
  add relation_app text not null default 'common'
    check (relation_app in ('common', 'etao', 'minietao', 'offlineShop', 'offlinePerson')),
  add relation_from text,
  add offline_scene smallint check (offline_scene between 1 and 4),
  add online_scene smallint check (online_scene between 1 and 3),
  add note text,
  -- names the account to this publisher: the same on all its filings with them, another with everybody else
  add rtag text,
  -- phone number, address, certificates: sealed with the master key
  add register_info_sealed bytea,
  add status text not null default 'live' check (status in ('live', 'closed')),
  -- 0 none, 1 punished
  add punish_status smallint not null default 0 check (punish_status in (0, 1));

-- an account is a publisher's channel once and their member once; filing again finds the row
create unique index channels_account on channels (member_id, kind, account_id) where account_id is not null;
-- sc.publisher.info.get: pages of one kind and scene
drop index channels_member;
create index channels_member on channels (member_id, kind, relation_app, id);

create table invite_codes (
  code text primary key,
  member_id bigint not null references members,
  kind text not null check (kind in ('relation', 'special')),
  -- the channel on whose behalf it invites
  parent_id bigint references channels,
  relation_app text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
-- sc.invitecode.get: the live code of a publisher for the same purpose
create index invite_codes_member on invite_codes (member_id, kind, relation_app);
