-- Lines, versions, decisions, grants: nothing happens to a car that was not approved (R110–R139, R170–R174).

create type line_kind as enum ('labour', 'part', 'diagnosis', 'sublet', 'other');
create type line_source as enum ('customer_instruction', 'technician_recommendation');
create type line_necessity as enum ('normal', 'recommended', 'safety');
create type line_decision as enum ('undecided', 'accepted', 'declined', 'deferred', 'revoked');
create type payer as enum ('customer', 'manufacturer', 'insurer', 'internal');
create type work_state as enum ('queued', 'working', 'paused', 'self_checked', 'leader_checked', 'inspected');
create type part_state as enum ('requested', 'reserved', 'backordered', 'issued', 'returned');
create type warranty_state as enum (
  'not_checked', 'covered', 'not_covered', 'pending_diagnosis', 'pending_manufacturer', 'approved', 'denied');
create type version_state as enum ('draft', 'presented', 'decided', 'withdrawn', 'expired');
create type decision_channel as enum ('screen', 'customer_page', 'paper', 'phone', 'internal');
create type signatory_kind as enum ('owner', 'presenter', 'fleet_contact', 'service_manager');
create type line_choice as enum ('accept', 'decline', 'defer');

create table authorization_version (
  store_id uuid not null references store,
  order_id uuid not null,
  version_id uuid not null,
  version_no integer not null check (version_no >= 1),
  state version_state not null,
  promised_at timestamptz,
  expires_at timestamptz,
  presented_at timestamptz,
  presented_by uuid,
  decided_at timestamptz,
  withdrawn_at timestamptz,
  withdraw_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (store_id, order_id, version_id),
  unique (store_id, order_id, version_no),
  foreign key (store_id, order_id) references repair_order
);
create unique index authorization_version_open on authorization_version (store_id, order_id) where state in ('draft', 'presented');

create table authorization_content (
  store_id uuid not null references store,
  order_id uuid not null,
  version_id uuid not null,
  content text not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  primary key (store_id, order_id, version_id),
  foreign key (store_id, order_id, version_id) references authorization_version
);
comment on table authorization_content is 'What was presented, byte for byte, with its SHA-256. Never changed.';

create table charge_line (
  store_id uuid not null references store,
  order_id uuid not null,
  line_id uuid not null,
  line_no integer not null,
  version_id uuid not null,
  kind line_kind not null,
  source line_source not null,
  necessity line_necessity not null default 'normal',
  reason text,
  description text not null,
  operation_id uuid,
  part_id uuid,
  parent_line_id uuid,
  trade trade,
  unit text not null default '',
  qty_milli bigint not null check (qty_milli > 0),
  flat_rate_hours_centi integer check (flat_rate_hours_centi >= 0),
  unit_price_fen bigint not null check (unit_price_fen >= 0),
  discount_fen bigint not null default 0 check (discount_fen >= 0),
  amount_fen bigint not null check (amount_fen >= 0),
  cap_fen bigint check (cap_fen >= 0),
  tax_rate_bp integer not null check (tax_rate_bp between 0 and 10000),
  payer payer not null,
  fallback_payer payer not null default 'internal',
  part_origin part_origin,
  decision line_decision not null default 'undecided',
  removed_at timestamptz,
  grant_id uuid,
  granted_fen bigint,
  granted_qty_milli bigint,
  work_state work_state,
  work_done text,
  rework_count integer not null default 0,
  performed_at timestamptz,
  part_state part_state,
  reserved_qty_milli bigint not null default 0 check (reserved_qty_milli >= 0),
  issued_qty_milli bigint not null default 0 check (issued_qty_milli >= 0),
  backorder_eta timestamptz,
  warranty_state warranty_state not null default 'not_checked',
  warranty_reason text,
  warranty_told_at timestamptz,
  version integer not null default 1,
  primary key (store_id, order_id, line_id),
  foreign key (store_id, order_id, version_id) references authorization_version,
  foreign key (store_id, operation_id) references labour_operation,
  foreign key (store_id, part_id) references part,
  constraint charge_line_kind check (
    (kind in ('labour', 'diagnosis') and part_state is null) or (kind = 'part' and work_state is null) or
    (kind in ('sublet', 'other') and work_state is null and part_state is null)),
  constraint charge_line_discount check (discount_fen <= unit_price_fen * qty_milli / 1000 + 1 or flat_rate_hours_centi is not null),
  constraint charge_line_grant_whole check ((grant_id is null) = (granted_fen is null) and (grant_id is null) = (granted_qty_milli is null)),
  constraint charge_line_work_needs_grant check (work_state is null or grant_id is not null),
  constraint charge_line_issue_within_grant check (issued_qty_milli <= coalesce(granted_qty_milli, 0))
);
comment on table charge_line is 'One line of the order (R121): labour, part, diagnosis, sublet or other, with payer, tax rate and judgement.';
create index charge_line_work on charge_line (store_id, work_state) where work_state is not null;
create index charge_line_parts on charge_line (store_id, part_state) where part_state in ('requested', 'reserved', 'backordered');

create table authorization_decision (
  store_id uuid not null references store,
  order_id uuid not null,
  version_id uuid not null,
  record text not null,
  record_hash text not null check (record_hash ~ '^[0-9a-f]{64}$'),
  previous_record_hash text not null,
  channel decision_channel not null,
  signatory signatory_kind not null,
  signatory_name text not null,
  signature_id uuid,
  attachment_id uuid,
  read_back text,
  decided_at timestamptz not null,
  primary key (store_id, order_id, version_id),
  foreign key (store_id, order_id, version_id) references authorization_content,
  foreign key (store_id, order_id, signature_id) references signature,
  foreign key (store_id, order_id, attachment_id) references attachment,
  constraint authorization_decision_evidence check (
    (channel in ('screen', 'customer_page') and signature_id is not null) or (channel = 'paper' and attachment_id is not null)
    or (channel = 'phone' and read_back is not null) or channel = 'internal')
);
comment on table authorization_decision is 'The record of a decision: content hash, choices, signatory, channel, time, strokes hash. Never changed; chained.';

create table authorization_choice (
  store_id uuid not null references store,
  order_id uuid not null,
  version_id uuid not null,
  line_id uuid not null,
  choice line_choice not null,
  primary key (store_id, order_id, version_id, line_id),
  foreign key (store_id, order_id, version_id) references authorization_decision,
  foreign key (store_id, order_id, line_id) references charge_line
);

create table authorization_grant (
  store_id uuid not null references store,
  order_id uuid not null,
  grant_id uuid not null,
  line_id uuid not null,
  version_id uuid not null,
  payer payer not null,
  granted_fen bigint not null check (granted_fen >= 0),
  granted_qty_milli bigint not null check (granted_qty_milli > 0),
  granted_at timestamptz not null,
  primary key (store_id, order_id, grant_id),
  unique (store_id, order_id, line_id, grant_id),
  unique (store_id, order_id, line_id, grant_id, granted_fen, granted_qty_milli),
  unique (store_id, order_id, grant_id, granted_fen),
  unique (store_id, order_id, version_id, line_id),
  foreign key (store_id, order_id, version_id, line_id) references authorization_choice
);
comment on table authorization_grant is 'One accepted line of one decided version. Append-only: punches, issues and statement lines refer to it.';

alter table charge_line add constraint charge_line_grant
  foreign key (store_id, order_id, line_id, grant_id, granted_fen, granted_qty_milli)
  references authorization_grant (store_id, order_id, line_id, grant_id, granted_fen, granted_qty_milli);

alter table stock_movement add constraint stock_issue_grant
  foreign key (store_id, order_id, line_id, grant_id) references authorization_grant (store_id, order_id, line_id, grant_id);
alter table stock_movement add constraint stock_issue_signature
  foreign key (store_id, order_id, signature_id) references signature;

create table grant_revocation (
  store_id uuid not null references store,
  order_id uuid not null,
  grant_id uuid not null,
  reason text not null,
  revoked_by uuid,
  revoked_at timestamptz not null,
  primary key (store_id, order_id, grant_id),
  foreign key (store_id, order_id, grant_id) references authorization_grant
);
comment on table grant_revocation is 'The undone remainder of a grant, taken back. What was done under it stays covered.';
