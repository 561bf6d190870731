-- The day at the reception desk: readiness before opening, cars that arrived and wait to be received; what the workshop decides to do
-- about a finding; questions that the customer asks.

create type readiness_item as enum (
  'dress', 'grooming', 'uniform_badge', 'spirit', 'forms', 'tools', 'materials', 'environment', 'cleanliness');
create type repair_remedy as enum ('adjust', 'repair', 'replace', 'observe');

create table readiness_tick (
  store_id uuid not null references store,
  staff_id uuid not null,
  day date not null,
  item readiness_item not null,
  ticked_at timestamptz not null,
  primary key (store_id, staff_id, day, item),
  foreign key (store_id, staff_id) references staff deferrable
);
comment on table readiness_tick is 'Readiness check 班前准备检查: per person and day of the shop, ticked by the person (R050–R052). The first time counts.';
create index readiness_tick_day on readiness_tick (store_id, day);

create table arrival (
  store_id uuid not null references store,
  arrival_id uuid not null,
  plate text,
  note text not null,
  arrived_at timestamptz not null,
  recorded_by uuid not null,
  order_id uuid,
  ended_at timestamptz,
  primary key (store_id, arrival_id),
  foreign key (store_id, recorded_by) references staff deferrable,
  foreign key (store_id, order_id) references repair_order deferrable,
  check (order_id is null or ended_at is not null)
);
comment on table arrival is 'A car that came without appointment and waits to be received (R053, R056); ended by its order, or because it left.';
create unique index arrival_waiting on arrival (store_id, plate) where ended_at is null;

alter table finding add column remedy repair_remedy;
comment on column finding.remedy is 'Repair or replace (R097); null where nothing was decided.';

alter table customer_contact drop constraint customer_contact_purpose_check;
alter table customer_contact add constraint customer_contact_purpose_check check (purpose in (
  'progress', 'delay', 'add_on', 'ready', 'pick_up', 'warranty', 'belongings', 'question', 'other'));

do $$
declare
  t text;
begin
  foreach t in array array['readiness_tick', 'arrival'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_store on %I to jiaoche_app using (store_id = current_setting(''app.store_id'', true)::uuid)', t);
    execute format('grant select, insert on %I to jiaoche_app', t);
  end loop;
end $$;
grant update on arrival to jiaoche_app;
