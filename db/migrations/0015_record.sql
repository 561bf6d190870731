-- What is kept of every command: chained activity, anchors, receipts, messages, papers, imports.

create type actor_kind as enum ('staff', 'customer', 'system');
create type aggregate_kind as enum (
  'repair_order', 'appointment', 'outreach', 'follow_up', 'complaint', 'customer', 'vehicle', 'goods_receipt', 'store');
create type message_state as enum ('queued', 'sent', 'failed', 'held');
create type import_kind as enum ('customers', 'vehicles', 'labour_operations', 'parts', 'opening_stock');
create type import_state as enum ('previewed', 'applied', 'discarded');
create type paper_kind as enum ('reception_form', 'repair_order', 'add_on_confirmation', 'statement', 'gate_pass');

create table activity (
  store_id uuid not null references store,
  aggregate aggregate_kind not null,
  aggregate_id uuid not null,
  seq integer not null check (seq >= 1),
  action text not null,
  actor_kind actor_kind not null,
  actor_id uuid,
  at timestamptz not null,
  payload text not null,
  previous_hash text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (store_id, aggregate, aggregate_id, seq)
);
comment on table activity is 'One row per state change, hash-chained per aggregate. Append-only; the payload is canonical JSON.';
comment on column activity.hash is 'SHA-256 of the canonical JSON of {action, actorId, actorKind, aggregate, aggregateId, at, payload, previousHash, seq, storeId}.';
create index activity_at on activity (store_id, at);

create table anchor (
  store_id uuid not null references store,
  anchor_no integer not null check (anchor_no >= 1),
  at timestamptz not null,
  heads text not null,
  head_count integer not null,
  previous_hash text not null,
  hash text not null,
  primary key (store_id, anchor_no)
);
comment on table anchor is 'Hourly: the heads of all chains of a store that moved since the last anchor, chained; a missing tail or order is found.';

create table command_receipt (
  store_id uuid not null references store,
  actor_id text not null,
  idempotency_key text not null,
  contract text not null,
  request_hash text not null,
  response jsonb not null,
  at timestamptz not null default now(),
  primary key (store_id, actor_id, idempotency_key)
);
comment on table command_receipt is 'The answer of an acknowledged command, so that a repeated one has one effect.';

create table message (
  store_id uuid not null references store,
  message_id uuid not null,
  channel contact_channel not null,
  recipient text,
  customer_id uuid,
  order_id uuid,
  subject text not null,
  body text not null,
  state message_state not null,
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (store_id, message_id)
);
comment on table message is 'What goes out to customers. Without a provider it is held and shown on the outbox screen.';
create index message_created on message (store_id, created_at);

create table paper_print (
  store_id uuid not null references store,
  order_id uuid not null,
  print_id uuid not null,
  paper paper_kind not null,
  subject_id uuid,
  chain_seq integer not null,
  chain_hash text not null,
  printed_by uuid,
  printed_at timestamptz not null,
  primary key (store_id, order_id, print_id),
  foreign key (store_id, order_id) references repair_order
);

create table import_batch (
  store_id uuid not null references store,
  import_id uuid not null,
  kind import_kind not null,
  state import_state not null,
  file_name text not null,
  rows jsonb not null,
  row_count integer not null,
  error_count integer not null,
  created_by uuid,
  created_at timestamptz not null,
  applied_at timestamptz,
  version integer not null default 1,
  primary key (store_id, import_id)
);
