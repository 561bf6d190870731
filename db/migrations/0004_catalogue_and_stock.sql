-- Labour operations, parts, stock and its movements.

create type repair_category as enum ('maintenance', 'minor', 'special', 'assembly');
create type part_origin as enum ('oem', 'equivalent', 'refurbished', 'customer_supplied');
create type stock_movement_kind as enum ('receipt', 'issue', 'return', 'adjustment', 'opening');

create table labour_operation (
  store_id uuid not null references store,
  operation_id uuid not null,
  code text not null,
  name text not null,
  name_en text not null default '',
  trade trade not null,
  category text not null,
  repair_category repair_category not null,
  flat_rate_hours_centi integer not null check (flat_rate_hours_centi between 0 and 100000),
  hourly_rate_fen bigint check (hourly_rate_fen >= 0),
  tax_rate_bp integer not null default 1300 check (tax_rate_bp between 0 and 10000),
  active boolean not null default true,
  version integer not null default 1,
  primary key (store_id, operation_id),
  unique (store_id, code)
);
comment on table labour_operation is 'Published flat-rate hours 工时定额 (R322, rule 1.2). A null rate means the trade''s rate of the store.';

create table part (
  store_id uuid not null references store,
  part_id uuid not null,
  code text not null,
  name text not null,
  name_en text not null default '',
  brand text not null default '',
  category text not null default '',
  unit text not null,
  origin part_origin not null check (origin <> 'customer_supplied'),
  price_fen bigint not null check (price_fen >= 0),
  tax_rate_bp integer not null default 1300 check (tax_rate_bp between 0 and 10000),
  bin text not null,
  minimum_milli bigint not null default 0 check (minimum_milli >= 0),
  active boolean not null default true,
  version integer not null default 1,
  primary key (store_id, part_id),
  unique (store_id, code)
);

create table stock (
  store_id uuid not null references store,
  part_id uuid not null,
  on_hand_milli bigint not null default 0 check (on_hand_milli >= 0),
  reserved_milli bigint not null default 0,
  average_cost_fen bigint not null default 0 check (average_cost_fen >= 0),
  primary key (store_id, part_id),
  foreign key (store_id, part_id) references part,
  constraint stock_reserved_within_on_hand check (reserved_milli between 0 and on_hand_milli)
);
comment on table stock is 'On hand ≥ reserved ≥ 0, always. The cost is the moving weighted average per unit.';

create table goods_receipt (
  store_id uuid not null references store,
  receipt_id uuid not null,
  receipt_no text not null,
  supplier text not null,
  voucher text not null default '',
  note text not null default '',
  received_by uuid not null,
  received_at timestamptz not null,
  chain_seq integer not null default 0,
  chain_hash text not null default '',
  version integer not null default 1,
  primary key (store_id, receipt_id),
  unique (store_id, receipt_no)
);

create table stock_movement (
  store_id uuid not null references store,
  part_id uuid not null,
  movement_id uuid not null,
  kind stock_movement_kind not null,
  qty_milli bigint not null check (qty_milli <> 0),
  unit_cost_fen bigint not null check (unit_cost_fen >= 0),
  receipt_id uuid,
  order_id uuid,
  line_id uuid,
  grant_id uuid,
  slip_no text,
  technician_id uuid,
  signature_id uuid,
  reason text,
  moved_by uuid,
  moved_at timestamptz not null,
  primary key (store_id, part_id, movement_id),
  foreign key (store_id, part_id) references part,
  foreign key (store_id, receipt_id) references goods_receipt,
  constraint stock_movement_direction check (
    (kind = 'issue' and qty_milli < 0) or (kind in ('receipt', 'return', 'opening') and qty_milli > 0) or kind = 'adjustment'),
  constraint stock_issue_needs_grant check (kind <> 'issue' or (grant_id is not null and technician_id is not null and signature_id is not null))
);
comment on table stock_movement is 'Every movement is a row, never changed. An issue names its grant and carries the technician''s signature (R159).';
create index stock_movement_order on stock_movement (store_id, order_id);
