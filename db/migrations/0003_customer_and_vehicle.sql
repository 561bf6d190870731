-- Customers, vehicles, consent, search tokens (R060, R080, R290, R321).

create type customer_kind as enum ('person', 'company');
create type contact_channel as enum ('phone', 'sms', 'wechat', 'email', 'letter', 'face_to_face', 'visit');
create type party_relation as enum ('owner', 'presenter', 'fleet_contact');
create type plate_kind as enum ('ordinary', 'new_energy_small', 'new_energy_large', 'trailer_or_special');
create type power_type as enum ('petrol', 'diesel', 'hybrid', 'plug_in_hybrid', 'battery_electric', 'fuel_cell');
create type odometer_kind as enum ('in', 'road_test', 'out', 'reported');
create type consent_purpose as enum ('service_reminder', 'campaign', 'survey');

create table customer (
  store_id uuid not null references store,
  customer_id uuid not null,
  kind customer_kind not null,
  name text not null,
  salutation text not null default '',
  tax_id text,
  phone text,
  phone_other text,
  address text,
  email text,
  preferred_channel contact_channel not null default 'phone',
  preferred_call jsonb,
  wished_services text,
  source text,
  file_due_at timestamptz,
  file_completed_at timestamptz,
  file_completed_by uuid,
  next_call_topic text,
  next_call_at timestamptz,
  approval_limit_fen bigint check (approval_limit_fen >= 0),
  chain_seq integer not null default 0,
  chain_hash text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (store_id, customer_id)
);
comment on table customer is 'Customer file 客户档案 (R290, R291): due within two days after the first visit.';
comment on column customer.approval_limit_fen is 'For a fleet contact: authorizations above this need the owner.';
create index customer_file_due on customer (store_id, file_due_at) where file_completed_at is null;
create index customer_phone on customer (store_id, phone);

create table consent (
  store_id uuid not null references store,
  customer_id uuid not null,
  consent_id uuid not null,
  purpose consent_purpose not null,
  channel contact_channel not null,
  given_at timestamptz not null,
  recorded_by uuid,
  evidence text not null,
  withdrawn_at timestamptz,
  primary key (store_id, customer_id, consent_id),
  foreign key (store_id, customer_id) references customer
);
comment on table consent is 'Consent to be contacted, per purpose and channel; withdrawable as easily as given.';
create unique index consent_live on consent (store_id, customer_id, purpose, channel) where withdrawn_at is null;

create table vehicle (
  store_id uuid not null references store,
  vehicle_id uuid not null,
  plate text,
  plate_kind plate_kind,
  vin text,
  vin_override_reason text,
  engine_no text,
  brand text not null,
  model text not null,
  colour text,
  model_year integer check (model_year between 1980 and 2100),
  power_type power_type not null,
  first_sold_on date,
  warranty_months integer check (warranty_months between 0 and 240),
  warranty_km integer check (warranty_km >= 0),
  service_interval_months integer check (service_interval_months between 1 and 60),
  service_interval_km integer check (service_interval_km between 500 and 100000),
  last_service_on date,
  last_service_km integer,
  next_service_on date,
  next_service_km integer,
  odometer_km integer check (odometer_km between 0 and 9999999),
  odometer_at timestamptz,
  daily_km numeric(8, 2),
  chain_seq integer not null default 0,
  chain_hash text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (store_id, vehicle_id),
  check ((plate is null) = (plate_kind is null))
);
comment on column vehicle.plate is 'Null: no plate yet, or a temporary one. The VIN is the key then.';
create unique index vehicle_plate on vehicle (store_id, plate);
create unique index vehicle_vin on vehicle (store_id, vin);
create index vehicle_next_service_on on vehicle (store_id, next_service_on);

create table vehicle_party (
  store_id uuid not null references store,
  vehicle_id uuid not null,
  customer_id uuid not null,
  relation party_relation not null,
  since timestamptz not null,
  ended_at timestamptz,
  primary key (store_id, vehicle_id, customer_id, relation),
  foreign key (store_id, vehicle_id) references vehicle,
  foreign key (store_id, customer_id) references customer
);
create unique index vehicle_owner on vehicle_party (store_id, vehicle_id) where relation = 'owner' and ended_at is null;
create index vehicle_party_customer on vehicle_party (store_id, customer_id);

create table odometer_reading (
  store_id uuid not null references store,
  vehicle_id uuid not null,
  reading_id uuid not null,
  kind odometer_kind not null,
  km integer not null check (km between 0 and 9999999),
  read_at timestamptz not null,
  order_id uuid,
  reason text,
  primary key (store_id, vehicle_id, reading_id),
  foreign key (store_id, vehicle_id) references vehicle
);
comment on table odometer_reading is 'The odometer is a dated series: in, road test, out, or reported by the customer.';

create table search_token (
  store_id uuid not null references store,
  token text not null,
  kind text not null,
  subject_kind text not null check (subject_kind in ('customer', 'vehicle', 'repair_order')),
  subject_id uuid not null,
  primary key (store_id, subject_kind, subject_id, kind, token)
);
comment on table search_token is 'Stored tokens found by equality or prefix range; LIKE would not reach an index under row security.';
create index search_token_token on search_token (store_id, token collate "C");

create table phone_look (
  store_id uuid not null references store,
  look_id uuid not null,
  customer_id uuid not null,
  staff_id uuid not null,
  reason text not null,
  looked_at timestamptz not null,
  primary key (store_id, look_id),
  foreign key (store_id, customer_id) references customer
);
comment on table phone_look is 'Each look at a full phone number (R321).';
