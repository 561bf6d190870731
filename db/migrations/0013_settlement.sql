-- Statements, payments, gate passes, delivery (R220–R254).

create type statement_state as enum ('draft', 'presented', 'signed', 'paid', 'credited', 'nothing_due', 'withdrawn');
create type payment_kind as enum ('deposit', 'payment', 'refund');
create type gate_pass_kind as enum ('final', 'temporary');
create type gate_pass_state as enum ('issued', 'used', 'void');
create type gate_pass_reason as enum ('delivered', 'road_test', 'sublet', 'parts_awaited', 'customer_need', 'nothing_done');
create type collector_consent as enum ('self', 'one_time_code', 'recorded_consent');

create table statement (
  store_id uuid not null references store,
  order_id uuid not null,
  statement_id uuid not null,
  statement_no text not null,
  payer payer not null,
  state statement_state not null,
  total_fen bigint not null check (total_fen >= 0),
  tax_fen bigint not null check (tax_fen >= 0),
  next_service_on date,
  next_service_km integer,
  preferred_call jsonb,
  presented_at timestamptz,
  signed_at timestamptz,
  signed_by text,
  signature_id uuid,
  credited_by uuid,
  credit_reason text,
  withdrawn_at timestamptz,
  withdraw_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (store_id, order_id, statement_id),
  unique (store_id, statement_no),
  foreign key (store_id, order_id) references repair_order,
  foreign key (store_id, order_id, signature_id) references signature
);
comment on table statement is 'Settlement statement 结算单 per payer (R230). An unpaid one may be withdrawn and reissued.';
create unique index statement_live on statement (store_id, order_id, payer) where state <> 'withdrawn';
create index statement_due on statement (store_id, payer, state);

create table statement_content (
  store_id uuid not null references store,
  order_id uuid not null,
  statement_id uuid not null,
  content text not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  primary key (store_id, order_id, statement_id),
  foreign key (store_id, order_id, statement_id) references statement
);

create table statement_line (
  store_id uuid not null references store,
  order_id uuid not null,
  statement_id uuid not null,
  line_id uuid not null,
  grant_id uuid not null,
  granted_fen bigint not null,
  settled_fen bigint not null check (settled_fen >= 0),
  settled_qty_milli bigint not null check (settled_qty_milli > 0),
  tax_rate_bp integer not null,
  tax_fen bigint not null check (tax_fen >= 0),
  live boolean not null default true,
  primary key (store_id, order_id, statement_id, line_id),
  foreign key (store_id, order_id, statement_id) references statement,
  foreign key (store_id, order_id, line_id, grant_id) references authorization_grant (store_id, order_id, line_id, grant_id),
  foreign key (store_id, order_id, grant_id, granted_fen) references authorization_grant (store_id, order_id, grant_id, granted_fen),
  constraint statement_line_within_grant check (settled_fen <= granted_fen)
);
comment on table statement_line is 'A charge copies the granted fen through its key: charged ≤ granted, one live line per grant.';
create unique index statement_line_once on statement_line (store_id, order_id, grant_id) where live;

create table safety_refusal (
  store_id uuid not null references store,
  order_id uuid not null,
  line_id uuid not null,
  customer_note text not null,
  signature_id uuid not null,
  signed_at timestamptz not null,
  primary key (store_id, order_id, line_id),
  foreign key (store_id, order_id, line_id) references charge_line,
  foreign key (store_id, order_id, signature_id) references signature
);
comment on table safety_refusal is 'A refused safety item, noted and signed by the customer (R232).';

create table payment (
  store_id uuid not null references store,
  order_id uuid not null,
  payment_id uuid not null,
  kind payment_kind not null,
  method payment_method not null check (method <> 'credit'),
  amount_fen bigint not null check (amount_fen > 0),
  tendered_fen bigint,
  change_fen bigint not null default 0,
  reference text,
  reason text,
  taken_by uuid,
  taken_at timestamptz not null,
  primary key (store_id, order_id, payment_id),
  foreign key (store_id, order_id) references repair_order,
  constraint payment_change check (change_fen >= 0 and (tendered_fen is null or tendered_fen - change_fen = amount_fen))
);
comment on table payment is 'Money in and out of an order, never edited: a mistake is a refund and a credit note (R240–R244).';
create index payment_day on payment (store_id, taken_at);

create table payment_allocation (
  store_id uuid not null references store,
  order_id uuid not null,
  payment_id uuid not null,
  statement_id uuid not null,
  amount_fen bigint not null check (amount_fen <> 0),
  allocated_at timestamptz not null,
  primary key (store_id, order_id, payment_id, statement_id),
  foreign key (store_id, order_id, payment_id) references payment,
  foreign key (store_id, order_id, statement_id) references statement
);

create table credit_note (
  store_id uuid not null references store,
  order_id uuid not null,
  credit_note_id uuid not null,
  statement_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  reason text not null,
  issued_by uuid,
  issued_at timestamptz not null,
  primary key (store_id, order_id, credit_note_id),
  foreign key (store_id, order_id, statement_id) references statement
);

create table collector_authorization (
  store_id uuid not null references store,
  order_id uuid not null,
  collector_id uuid not null,
  name text not null,
  phone text,
  consent collector_consent not null,
  code_hash text,
  evidence text,
  authorized_at timestamptz not null,
  used_at timestamptz,
  primary key (store_id, order_id, collector_id),
  foreign key (store_id, order_id) references repair_order
);
comment on table collector_authorization is 'Who may collect besides the customer: by one-time code or recorded consent.';

create table gate_pass (
  store_id uuid not null references store,
  order_id uuid not null,
  pass_id uuid not null,
  pass_no text not null,
  kind gate_pass_kind not null,
  reason gate_pass_reason not null,
  state gate_pass_state not null,
  code text not null,
  collector_name text not null,
  approved_by uuid not null,
  odometer_km integer,
  expected_return_at timestamptz,
  unsafe boolean not null default false,
  unsafe_note text,
  signature_id uuid,
  valid_until timestamptz not null,
  issued_at timestamptz not null,
  used_at timestamptz,
  voided_at timestamptz,
  void_reason text,
  returned_at timestamptz,
  version integer not null default 1,
  primary key (store_id, order_id, pass_id),
  unique (store_id, pass_no),
  foreign key (store_id, order_id) references repair_order,
  foreign key (store_id, order_id, signature_id) references signature,
  constraint gate_pass_unsafe_signed check (not unsafe or (unsafe_note is not null and signature_id is not null)),
  constraint gate_pass_used check ((state = 'used') = (used_at is not null))
);
comment on table gate_pass is 'Gate pass 出门证 (R230): final, or temporary with approver, reason and expected return.';
create unique index gate_pass_code on gate_pass (store_id, code);
create unique index gate_pass_live on gate_pass (store_id, order_id) where state = 'issued';

create table gate_opening (
  store_id uuid not null references store,
  order_id uuid not null,
  pass_id uuid not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  odometer_km integer,
  primary key (store_id, order_id, pass_id),
  foreign key (store_id, order_id, pass_id) references gate_pass
);
comment on table gate_opening is 'The gate opens once per pass: the key says so.';

create table delivery (
  store_id uuid not null references store,
  order_id uuid not null,
  handed_over_at timestamptz,
  handed_over_by uuid,
  collector_name text,
  satisfaction smallint check (satisfaction between 1 and 5),
  opinion text,
  other_service text,
  version integer not null default 1,
  primary key (store_id, order_id),
  foreign key (store_id, order_id) references repair_order
);
comment on table delivery is 'Hand-over of key and papers, satisfaction asked (R249–R253).';
