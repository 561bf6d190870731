-- The visit 维修工单 and what reception records (R050–R080, R130–R140).
-- Children of a visit share the key (store_id, order_id, …), so that one visit is read and locked as a whole.

create type wheel_step as enum (
  'outreach', 'appointment', 'reception', 'diagnosis', 'estimate', 'dispatch', 'parts', 'work', 'final_inspection',
  'settlement', 'delivery', 'followup');
create type order_kind as enum ('customer', 'warranty', 'insurance', 'comeback', 'internal', 'pdi');
create type order_state as enum ('open', 'ready', 'delivered', 'cancelled');
create type wait_reason as enum (
  'parts', 'customer', 'manufacturer', 'insurer', 'sublet', 'bay', 'technician', 'tool', 'payment', 'vehicle_away');
create type payment_method as enum ('cash', 'card', 'wechat', 'alipay', 'bank_transfer', 'credit');
create type old_part_choice as enum ('take_away', 'leave', 'none');
create type entrusted_kind as enum ('key', 'vehicle_licence', 'service_booklet', 'belonging', 'other');
create type damage_kind as enum ('scratch', 'dent', 'paint_loss', 'crack', 'rust', 'missing', 'other');
create type dispatch_priority as enum ('urgent', 'waiting_customer', 'appointment', 'normal', 'low');

create table repair_order (
  store_id uuid not null references store,
  order_id uuid not null,
  order_no text not null,
  order_seq bigint not null,
  kind order_kind not null,
  state order_state not null,
  step wheel_step not null,
  step_since timestamptz not null,
  vehicle_id uuid not null,
  customer_id uuid not null,
  presenter_name text not null,
  presenter_phone text,
  presenter_entrusted boolean not null default false,
  advisor_id uuid not null,
  appointment_id uuid,
  comeback_of uuid,
  complaint text not null,
  arrived_at timestamptz not null,
  promised_at timestamptz,
  first_promised_at timestamptz,
  payment_method payment_method,
  old_part_choice old_part_choice,
  wash_wanted boolean,
  waits_in_shop boolean,
  priority dispatch_priority,
  in_workshop_since timestamptz,
  car_accepted_at timestamptz,
  car_accepted_by uuid,
  parking_place text,
  washed_at timestamptz,
  customer_told_ready_at timestamptz,
  pick_up_at timestamptz,
  away_since timestamptz,
  cancelled_at timestamptz,
  cancel_reason text,
  leader_check_waived_reason text,
  ready_at timestamptz,
  delivered_at timestamptz,
  chain_seq integer not null default 0,
  chain_hash text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (store_id, order_id),
  unique (store_id, order_no),
  unique (store_id, order_seq),
  foreign key (store_id, vehicle_id) references vehicle,
  foreign key (store_id, customer_id) references customer,
  foreign key (store_id, advisor_id) references staff
);
comment on table repair_order is 'Repair order 任务委托书, the visit. Its step on the wheel is derived by the domain and stored for lists.';
comment on column repair_order.chain_hash is 'Head of this visit''s activity chain; printed on its papers.';
create index repair_order_live on repair_order (store_id, step, promised_at) where state in ('open', 'ready');
create unique index repair_order_one_per_car on repair_order (store_id, vehicle_id) where state in ('open', 'ready') and kind <> 'internal';
create index repair_order_vehicle on repair_order (store_id, vehicle_id, arrived_at);
create index repair_order_customer on repair_order (store_id, customer_id);
create index repair_order_arrived on repair_order (store_id, arrived_at);
create index repair_order_delivered on repair_order (store_id, delivered_at);

create table signature (
  store_id uuid not null references store,
  order_id uuid not null,
  signature_id uuid not null,
  purpose text not null,
  signed_by text not null,
  strokes text not null,
  strokes_hash text not null,
  signed_at timestamptz not null,
  primary key (store_id, order_id, signature_id),
  foreign key (store_id, order_id) references repair_order
);
comment on table signature is 'Handwritten strokes as canonical JSON, never changed; their hash stands in the signed record.';

create table attachment (
  store_id uuid not null references store,
  order_id uuid not null,
  attachment_id uuid not null,
  purpose text not null,
  media_type text not null,
  byte_size integer not null check (byte_size > 0),
  content_hash text not null,
  file_key text not null,
  thumbnail_key text,
  note text,
  added_by uuid,
  added_at timestamptz not null,
  primary key (store_id, order_id, attachment_id),
  foreign key (store_id, order_id) references repair_order
);

create table reception (
  store_id uuid not null references store,
  order_id uuid not null,
  kit_fitted_at timestamptz,
  kit_fitted_by uuid,
  kit_removed_at timestamptz,
  odometer_km integer check (odometer_km between 0 and 9999999),
  fuel_eighths smallint check (fuel_eighths between 0 and 8),
  charge_percent smallint check (charge_percent between 0 and 100),
  walk_around_done_at timestamptz,
  spare_wheel_ok boolean,
  tools_ok boolean,
  preliminary_judgement text,
  in_warranty boolean,
  symptom_class text check (symptom_class in ('a', 'b', 'c')),
  interview jsonb not null default '{}',
  signature_id uuid,
  handed_over_at timestamptz,
  copies_handed_at timestamptz,
  seated_in_lounge_at timestamptz,
  version integer not null default 1,
  primary key (store_id, order_id),
  foreign key (store_id, order_id) references repair_order
);
comment on table reception is 'Vehicle reception form 接车登记表 (R063, R073).';

create table walk_around_item (
  store_id uuid not null references store,
  order_id uuid not null,
  item_id uuid not null,
  area text not null,
  damage damage_kind not null,
  note text,
  x_milli smallint check (x_milli between 0 and 1000),
  y_milli smallint check (y_milli between 0 and 1000),
  attachment_id uuid,
  found_at timestamptz not null,
  primary key (store_id, order_id, item_id),
  foreign key (store_id, order_id) references repair_order,
  foreign key (store_id, order_id, attachment_id) references attachment
);

create table entrusted_item (
  store_id uuid not null references store,
  order_id uuid not null,
  item_id uuid not null,
  kind entrusted_kind not null,
  description text not null,
  quantity smallint not null check (quantity between 1 and 99),
  taken_at timestamptz not null,
  taken_by uuid,
  returned_at timestamptz,
  returned_to text,
  primary key (store_id, order_id, item_id),
  foreign key (store_id, order_id) references repair_order
);
comment on table entrusted_item is 'Keys, papers and belongings taken into custody and given back (R078, R221, R249).';

create table custody_transfer (
  store_id uuid not null references store,
  order_id uuid not null,
  transfer_id uuid not null,
  direction text not null check (direction in ('to_workshop', 'to_supervisor', 'to_advisor')),
  items text[] not null,
  place text,
  notes text,
  from_staff_id uuid not null,
  to_staff_id uuid,
  moved_at timestamptz not null,
  primary key (store_id, order_id, transfer_id),
  foreign key (store_id, order_id) references repair_order
);
comment on table custody_transfer is 'Key, order and reception form change hands (R150, R200).';

create table checklist_tick (
  store_id uuid not null references store,
  order_id uuid not null,
  item text not null,
  ticked_by uuid not null,
  ticked_at timestamptz not null,
  note text,
  primary key (store_id, order_id, item),
  foreign key (store_id, order_id) references repair_order
);
comment on table checklist_tick is 'Norms shown as done by a person, per visit; the items are data in the domain.';

create table wait (
  store_id uuid not null references store,
  order_id uuid not null,
  wait_id uuid not null,
  line_id uuid,
  reason wait_reason not null,
  note text,
  since timestamptz not null,
  expected_until timestamptz,
  started_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  primary key (store_id, order_id, wait_id),
  foreign key (store_id, order_id) references repair_order
);
create index wait_open on wait (store_id, reason) where ended_at is null;

create table customer_contact (
  store_id uuid not null references store,
  order_id uuid not null,
  contact_id uuid not null,
  purpose text not null check (purpose in ('progress', 'delay', 'add_on', 'ready', 'pick_up', 'warranty', 'belongings', 'other')),
  channel contact_channel not null,
  said text not null,
  answer text,
  reached boolean not null,
  new_promised_at timestamptz,
  contacted_by uuid,
  contacted_at timestamptz not null,
  primary key (store_id, order_id, contact_id),
  foreign key (store_id, order_id) references repair_order
);
comment on table customer_contact is 'What the customer was told during the visit, how, and the answer (R170–R175, R210).';

create table customer_link (
  store_id uuid not null references store,
  link_id uuid not null,
  order_id uuid not null,
  token_hash text not null,
  created_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (store_id, link_id),
  foreign key (store_id, order_id) references repair_order
);
create unique index customer_link_token on customer_link (store_id, token_hash);
