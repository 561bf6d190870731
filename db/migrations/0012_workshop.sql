-- Dispatch, work, checks, findings, old parts (R090–R103, R150–R207).

create type assignment_state as enum ('planned', 'done', 'void');
create type punch_end as enum ('paused', 'finished', 'superseded', 'stopped');
create type inspection_kind as enum ('self_check', 'leader_check', 'final_inspection', 'internal_check', 'vehicle_check');
create type inspection_result as enum ('pass', 'fail');
create type participation_capacity as enum ('work', 'final_inspection');
create type finding_kind as enum ('diagnosis', 'add_on', 'recommendation');
create type vehicle_system as enum (
  'engine', 'transmission', 'chassis', 'suspension', 'steering', 'brakes', 'tyres', 'electrics', 'lubrication', 'cooling',
  'air_conditioning', 'body', 'high_voltage', 'other');
create type old_part_disposition as enum ('take_away', 'leave', 'warranty_return', 'insurance_salvage', 'hazardous_waste');

create table assignment (
  store_id uuid not null references store,
  order_id uuid not null,
  assignment_id uuid not null,
  line_id uuid not null,
  bay_id uuid not null,
  bay_exclusive boolean not null,
  team_id uuid,
  technician_id uuid,
  technician_slot smallint not null default 1,
  planned_from timestamptz not null,
  planned_until timestamptz not null,
  state assignment_state not null,
  assigned_by uuid,
  assigned_at timestamptz not null,
  version integer not null default 1,
  primary key (store_id, order_id, assignment_id),
  foreign key (store_id, order_id, line_id) references charge_line,
  foreign key (store_id, bay_id) references bay,
  foreign key (store_id, team_id) references team,
  foreign key (store_id, technician_id) references staff,
  constraint assignment_ends_after_start check (planned_until > planned_from),
  constraint assignment_to_somebody check (technician_id is not null or team_id is not null),
  constraint assignment_bay_once exclude using gist (
    store_id with =, bay_id with =, order_id with <>, tstzrange(planned_from, planned_until) with &&)
    where (state = 'planned' and bay_exclusive) deferrable initially deferred,
  constraint assignment_technician_once exclude using gist (
    store_id with =, technician_id with =, technician_slot with =, tstzrange(planned_from, planned_until) with &&)
    where (state = 'planned' and technician_id is not null) deferrable initially deferred
);
comment on table assignment is 'Plans, never actual time: an exclusive bay holds one car, a technician slot one job (process rule 4).';
create unique index assignment_live on assignment (store_id, order_id, line_id) where state = 'planned';
create index assignment_day on assignment (store_id, planned_from) where state <> 'void';

create table punch (
  store_id uuid not null references store,
  order_id uuid not null,
  punch_id uuid not null,
  line_id uuid not null,
  grant_id uuid not null,
  technician_id uuid not null,
  slot smallint not null default 1,
  bay_id uuid,
  started_at timestamptz not null,
  ended_at timestamptz,
  end_reason punch_end,
  pause_reason wait_reason,
  note text,
  primary key (store_id, order_id, punch_id),
  constraint punch_grant foreign key (store_id, order_id, line_id, grant_id)
    references authorization_grant (store_id, order_id, line_id, grant_id),
  foreign key (store_id, technician_id) references staff,
  constraint punch_ends_after_start check (ended_at >= started_at),
  constraint punch_end_reason check ((ended_at is null) = (end_reason is null))
);
comment on table punch is 'Actual working time on a granted line. Never refused for a plan.';
create unique index punch_one_open on punch (store_id, technician_id, slot) where ended_at is null;
create index punch_technician on punch (store_id, technician_id, started_at);

create table participation (
  store_id uuid not null references store,
  order_id uuid not null,
  staff_id uuid not null,
  capacity participation_capacity not null,
  since timestamptz not null,
  primary key (store_id, order_id, staff_id, capacity),
  foreign key (store_id, order_id) references repair_order,
  foreign key (store_id, staff_id) references staff,
  constraint participation_inspector_did_not_work exclude using gist (
    store_id with =, order_id with =, staff_id with =, capacity with <>)
);
comment on table participation is 'Nobody both works on an order and finally inspects it (R183).';

create table inspection (
  store_id uuid not null references store,
  order_id uuid not null,
  inspection_id uuid not null,
  line_id uuid,
  kind inspection_kind not null,
  result inspection_result not null,
  inspector_id uuid,
  items jsonb not null default '[]',
  advice text,
  note text,
  road_test_from_km integer,
  road_test_to_km integer,
  signature_id uuid,
  inspected_at timestamptz not null,
  voided_at timestamptz,
  void_reason text,
  primary key (store_id, order_id, inspection_id),
  foreign key (store_id, order_id) references repair_order,
  foreign key (store_id, order_id, line_id) references charge_line,
  foreign key (store_id, order_id, signature_id) references signature,
  constraint inspection_road_test check (road_test_to_km >= road_test_from_km)
);
comment on table inspection is 'Self-check, leader check, final inspection, internal check and vehicle check (R180–R223). Rework voids, never deletes.';

create table finding (
  store_id uuid not null references store,
  order_id uuid not null,
  finding_id uuid not null,
  kind finding_kind not null,
  line_id uuid,
  system vehicle_system not null,
  finding text not null,
  cause text,
  proposal text,
  necessity line_necessity not null,
  stops_line boolean not null default false,
  attachment_id uuid,
  found_by uuid not null,
  found_at timestamptz not null,
  answered_at timestamptz,
  answered_version_id uuid,
  primary key (store_id, order_id, finding_id),
  foreign key (store_id, order_id) references repair_order,
  foreign key (store_id, order_id, line_id) references charge_line,
  foreign key (store_id, order_id, attachment_id) references attachment
);
comment on table finding is 'What the workshop found: by system, cause, proposed job (R091–R096); an add-on may stop its line (R135).';

create table old_part (
  store_id uuid not null references store,
  order_id uuid not null,
  old_part_id uuid not null,
  line_id uuid not null,
  description text not null,
  qty_milli bigint not null check (qty_milli > 0),
  disposition old_part_disposition not null,
  bag_label text,
  recorded_by uuid,
  recorded_at timestamptz not null,
  confirmed_at timestamptz,
  shown_at timestamptz,
  primary key (store_id, order_id, old_part_id),
  foreign key (store_id, order_id, line_id) references charge_line
);
comment on table old_part is 'The old part that came off, what becomes of it, and when it was shown (R132, R205, R213, R303).';
