-- What the washer looked at is an inspection of its own (R191, R192); the advisor's internal check may be driven with a technician (R186).

alter type inspection_kind add value 'wash_check' before 'internal_check';
alter table inspection add column accompanied_by uuid;
comment on column inspection.accompanied_by is 'The technician who drove with the advisor; null where nobody came along.';
alter table inspection add foreign key (store_id, accompanied_by) references staff deferrable;
