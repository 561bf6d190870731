-- A workbook may have several sheets: which was read and which were not is told with the import.

alter table import_batch add column sheet text;
comment on column import_batch.sheet is 'The sheet that was read; null for a file without sheets.';
alter table import_batch add column other_sheets text[] not null default '{}';
comment on column import_batch.other_sheets is 'The sheets of the workbook that were not read.';
