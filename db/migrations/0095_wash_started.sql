-- When the washing of a finished car began: supervisor and advisor see it from then on (R190).

alter table repair_order add column wash_started_at timestamptz;
comment on column repair_order.wash_started_at is 'When the car was driven to the wash bay and its washing began; null before, and again after rework.';
update repair_order set wash_started_at = washed_at where washed_at is not null;
alter table repair_order add check (washed_at is null or (wash_started_at is not null and washed_at >= wash_started_at));
