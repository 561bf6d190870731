-- The dealership itself: stores, people, teams, bays, settings.
-- Every table but `store` carries store_id first in its primary key; row security follows in 0090_row_security.sql.

create extension if not exists btree_gist;

create type role as enum (
  'advisor', 'receptionist', 'supervisor', 'team_leader', 'technician', 'inspector', 'parts_clerk', 'cashier',
  'warranty_clerk', 'follow_up_agent', 'guard', 'washer', 'lounge_attendant', 'service_manager', 'admin', 'customer');
create type trade as enum ('mechanical_electrical', 'body', 'paint', 'detailing');
create type bay_kind as enum ('lift', 'alignment', 'body', 'paint', 'wash', 'inspection', 'quick');

create table store (
  store_id uuid primary key,
  name text not null,
  name_en text not null default '',
  is_demo boolean not null default false,
  created_at timestamptz not null default now()
);
comment on table store is 'Directory of dealerships 4S店. The only business table without row security: a name and a flag.';

create table store_setting (
  store_id uuid primary key references store,
  settings jsonb not null,
  version integer not null default 1
);
comment on table store_setting is 'The store''s own settings (R006), shaped by domain/store/settings.ts.';

create table counter (
  store_id uuid not null references store,
  name text not null,
  value bigint not null check (value >= 0),
  primary key (store_id, name)
);
comment on table counter is 'Human numbers without gaps: taken last inside the transaction, so that a missing order shows.';

create table team (
  store_id uuid not null references store,
  team_id uuid not null,
  name text not null,
  name_en text not null default '',
  trades trade[] not null default '{}',
  active boolean not null default true,
  version integer not null default 1,
  primary key (store_id, team_id)
);

create table staff (
  store_id uuid not null references store,
  staff_id uuid not null,
  user_id text,
  username text,
  name text not null,
  phone text,
  team_id uuid,
  leads_team boolean not null default false,
  trades trade[] not null default '{}',
  slots smallint not null default 1 check (slots between 1 and 4),
  active boolean not null default true,
  version integer not null default 1,
  primary key (store_id, staff_id),
  foreign key (store_id, team_id) references team
);
comment on column staff.slots is 'How many jobs the technician may run at once; one by default.';
create unique index staff_user on staff (store_id, user_id);

create table membership (
  store_id uuid not null references store,
  user_id text not null,
  role role not null check (role <> 'customer'),
  primary key (store_id, user_id, role)
);
comment on table membership is 'Which roles a user holds in a store (R003). One person may hold several.';
create index membership_user on membership (user_id);

create table bay (
  store_id uuid not null references store,
  bay_id uuid not null,
  name text not null,
  kind bay_kind not null,
  trade trade,
  exclusive boolean not null default true,
  active boolean not null default true,
  sort integer not null default 0,
  version integer not null default 1,
  primary key (store_id, bay_id)
);
comment on column bay.exclusive is 'An exclusive bay holds one car at a time: its plans may not overlap.';
