-- Outreach, appointments, follow-up, complaints (R022, R030–R043, R260–R283, R290–R294).

create type outreach_state as enum ('planned', 'invited', 'booked', 'declined', 'unreachable', 'closed');
create type outreach_topic as enum ('service_due', 'recommended_job', 'campaign', 'churn');
create type contact_result as enum ('reached', 'no_answer', 'refused', 'wrong_number', 'sent');
create type appointment_state as enum ('requested', 'confirmed', 'arrived', 'no_show', 'cancelled');
create type appointment_channel as enum ('phone', 'web', 'counter', 'app', 'platform');
create type follow_up_kind as enum ('quality_call', 'relationship_call');
create type follow_up_state as enum ('planned', 'trying', 'done', 'letter_sent', 'cancelled');
create type complaint_state as enum ('opened', 'assigned', 'investigating', 'resolved', 'verified', 'closed');
create type complaint_level as enum ('minor', 'general', 'serious', 'urgent', 'escalated');
create type complaint_source as enum ('follow_up_call', 'phone', 'visit', 'customer_page', 'letter', 'other');
create type complaint_class as enum ('repair_quality', 'price', 'time', 'advisor', 'technician', 'parts', 'transparency', 'other');

create table outreach (
  store_id uuid not null references store,
  outreach_id uuid not null,
  topic outreach_topic not null,
  state outreach_state not null,
  vehicle_id uuid not null,
  customer_id uuid not null,
  due_on date,
  due_km integer,
  due_from timestamptz not null,
  note text,
  source_order_id uuid,
  appointment_id uuid,
  next_try_at timestamptz,
  attempts integer not null default 0,
  chain_seq integer not null default 0,
  chain_hash text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (store_id, outreach_id),
  foreign key (store_id, vehicle_id) references vehicle,
  foreign key (store_id, customer_id) references customer
);
comment on table outreach is 'An invitation to come 招揽 and the next-service reminder in one: planned at delivery, due by date or kilometres (R022, R236, R272).';
create index outreach_due on outreach (store_id, state, due_from);
create unique index outreach_live on outreach (store_id, vehicle_id, topic) where state in ('planned', 'invited');

create table outreach_attempt (
  store_id uuid not null references store,
  outreach_id uuid not null,
  attempt_id uuid not null,
  channel contact_channel not null,
  result contact_result not null,
  note text,
  tried_by uuid,
  tried_at timestamptz not null,
  primary key (store_id, outreach_id, attempt_id),
  foreign key (store_id, outreach_id) references outreach
);

create table appointment (
  store_id uuid not null references store,
  appointment_id uuid not null,
  appointment_no text not null,
  channel appointment_channel not null,
  state appointment_state not null,
  customer_id uuid,
  customer_name text not null,
  phone text not null,
  presenter_name text,
  starts_at timestamptz not null,
  minutes integer not null default 30 check (minutes between 10 and 480),
  advisor_id uuid,
  bay_id uuid,
  requested_jobs text not null,
  customer_words text,
  estimated_hours_centi integer,
  estimated_fen bigint,
  parts_checked text,
  confirmed_at timestamptz,
  arrived_at timestamptz,
  closed_at timestamptz,
  close_reason text,
  reminded_at timestamptz,
  outreach_id uuid,
  chain_seq integer not null default 0,
  chain_hash text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (store_id, appointment_id),
  unique (store_id, appointment_no),
  foreign key (store_id, customer_id) references customer,
  foreign key (store_id, advisor_id) references staff,
  foreign key (store_id, bay_id) references bay
);
comment on table appointment is 'Appointment 预约 and its magnetic tag on the board (R030–R041). Late is derived, not stored.';
create index appointment_day on appointment (store_id, starts_at);

create table appointment_vehicle (
  store_id uuid not null references store,
  appointment_id uuid not null,
  item_id uuid not null,
  vehicle_id uuid,
  plate text,
  model text,
  order_id uuid,
  primary key (store_id, appointment_id, item_id),
  foreign key (store_id, appointment_id) references appointment,
  foreign key (store_id, vehicle_id) references vehicle
);
comment on table appointment_vehicle is 'One appointment may cover several cars and lead to several visits.';

create table appointment_reminder (
  store_id uuid not null references store,
  appointment_id uuid not null,
  reminder_id uuid not null,
  channel contact_channel not null,
  result contact_result not null,
  note text,
  reminded_by uuid,
  reminded_at timestamptz not null,
  primary key (store_id, appointment_id, reminder_id),
  foreign key (store_id, appointment_id) references appointment
);

create table follow_up (
  store_id uuid not null references store,
  follow_up_id uuid not null,
  kind follow_up_kind not null,
  state follow_up_state not null,
  order_id uuid not null,
  customer_id uuid not null,
  vehicle_id uuid not null,
  due_from timestamptz not null,
  due_by timestamptz not null,
  next_try_at timestamptz not null,
  attempts integer not null default 0,
  answers jsonb,
  opinion text,
  new_needs text,
  satisfied boolean,
  recommend_score smallint check (recommend_score between 0 and 10),
  agent_id uuid,
  done_at timestamptz,
  complaint_id uuid,
  chain_seq integer not null default 0,
  chain_hash text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (store_id, follow_up_id),
  foreign key (store_id, order_id) references repair_order,
  foreign key (store_id, customer_id) references customer
);
comment on table follow_up is 'Follow-up call 回访: quality call D+1…D+3, relationship call D+3…D+7 (R260, R261).';
create unique index follow_up_once on follow_up (store_id, order_id, kind);
create index follow_up_next on follow_up (store_id, next_try_at) where state in ('planned', 'trying');

create table follow_up_attempt (
  store_id uuid not null references store,
  follow_up_id uuid not null,
  attempt_id uuid not null,
  channel contact_channel not null,
  result contact_result not null,
  note text,
  tried_by uuid,
  tried_at timestamptz not null,
  primary key (store_id, follow_up_id, attempt_id),
  foreign key (store_id, follow_up_id) references follow_up
);

create table complaint (
  store_id uuid not null references store,
  complaint_id uuid not null,
  complaint_no text not null,
  state complaint_state not null,
  source complaint_source not null,
  level complaint_level not null,
  class complaint_class not null,
  customer_id uuid not null,
  vehicle_id uuid,
  order_id uuid,
  description text not null,
  demand text,
  assignee_id uuid,
  respond_by timestamptz not null,
  responded_at timestamptz,
  cause text,
  resolution text,
  preventive_measure text,
  customer_answer text,
  satisfied boolean,
  closed_at timestamptz,
  chain_seq integer not null default 0,
  chain_hash text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (store_id, complaint_id),
  unique (store_id, complaint_no),
  foreign key (store_id, customer_id) references customer,
  foreign key (store_id, assignee_id) references staff
);
comment on table complaint is 'Complaint 投诉, seen to its end with cause and preventive measure (R280–R283).';
create index complaint_open on complaint (store_id, state, respond_by);
