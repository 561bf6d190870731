-- Who somebody is. These tables know no store: what a person may do where is `staff` and `membership`.

create table sign_in_user (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  username text not null unique check (username = lower(username)),
  display_username text,
  language text not null default 'zh' check (language in ('zh', 'en')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table sign_in_user is 'Somebody who signs in. Holds no store; see staff.user_id and membership.user_id.';
comment on column sign_in_user.email is 'Required by the sign-in library; a placeholder made of the username unless a real address is given.';

create table sign_in_account (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references sign_in_user on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
comment on table sign_in_account is 'How the person proves it: a scrypt hash for provider `credential`, or an identity of an outside provider.';
create index sign_in_account_user on sign_in_account (user_id);

create table sign_in_session (
  id text primary key,
  token text not null unique,
  user_id text not null references sign_in_user on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sign_in_session_user on sign_in_session (user_id);

create table sign_in_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sign_in_verification_identifier on sign_in_verification (identifier);

grant select, insert, update, delete on sign_in_user, sign_in_account, sign_in_session, sign_in_verification to jiaoche_app;

-- Asked before the store of a request is known, so it passes the policies of staff and membership, for one person only.
create function stores_of_user(who text)
returns table (store_id uuid, store_name text, store_name_en text, is_demo boolean, staff_id uuid, staff_name text, roles text[])
language sql stable security definer set search_path = public, pg_temp
as $$
  select s.store_id, s.name, s.name_en, s.is_demo, p.staff_id, p.name,
         array_agg(m.role::text order by m.role)
  from membership m
  join staff p on p.store_id = m.store_id and p.user_id = m.user_id and p.active
  join store s on s.store_id = m.store_id
  where m.user_id = who
  group by s.store_id, p.store_id, p.staff_id
  order by s.is_demo, s.created_at, s.store_id
$$;
comment on function stores_of_user is 'Stores where the person is active staff, real stores first, with the roles held there.';
revoke all on function stores_of_user from public;
grant execute on function stores_of_user to jiaoche_app;

-- The application may not write the directory of stores; this opens the first real one and no second.
create function open_first_store(new_id uuid, new_name text, new_name_en text) returns boolean
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  lock table store in share row exclusive mode;
  if exists (select from store where not is_demo) then return false; end if;
  insert into store (store_id, name, name_en) values (new_id, new_name, new_name_en);
  return true;
end $$;
comment on function open_first_store is 'First run: false when a real store exists already.';
revoke all on function open_first_store from public;
grant execute on function open_first_store to jiaoche_app;
