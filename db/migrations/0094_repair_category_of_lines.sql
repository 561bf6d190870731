-- A line keeps the repair category of its operation from the day on which it was added, whatever the catalogue says later (R211).

alter table charge_line add column repair_category repair_category;
comment on column charge_line.repair_category is
  'Repair category 维修类别 of the line''s operation when it was added; null where no operation was named.';
update charge_line l set repair_category = o.repair_category
  from labour_operation o where o.store_id = l.store_id and o.operation_id = l.operation_id;
alter table charge_line add check (repair_category is null or operation_id is not null);
