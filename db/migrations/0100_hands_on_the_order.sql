-- Who had a hand in an order is written beside it, so that the exclusion of inspectors holds against the rows themselves: no punch and no
-- issue without its worker, no passed final inspection without its inspector, and nobody is both (R183).

insert into participation (store_id, order_id, staff_id, capacity, since)
  select m.store_id, m.order_id, h.staff_id, 'work', min(m.moved_at)
  from stock_movement m cross join lateral (values (m.technician_id), (m.moved_by)) h (staff_id)
  where m.kind = 'issue' and m.order_id is not null and h.staff_id is not null
  group by m.store_id, m.order_id, h.staff_id
  on conflict do nothing;

create function check_hands_recorded() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  capacity_due participation_capacity := tg_argv[0];
  hand text;
begin
  foreach hand in array tg_argv[1:] loop
    if to_jsonb(new) ->> hand is not null and not exists (
      select from participation p
      where p.store_id = new.store_id and p.order_id = new.order_id and p.capacity = capacity_due
        and p.staff_id = (to_jsonb(new) ->> hand)::uuid)
    then
      raise exception 'whoever did this does not stand among the hands of the order'
        using errcode = 'check_violation', constraint = tg_name;
    end if;
  end loop;
  return null;
end $$;
comment on function check_hands_recorded is 'The people of a row take part in its order in the capacity that the row means.';
create constraint trigger punch_by_worker after insert on punch
  deferrable initially immediate for each row execute function check_hands_recorded('work', 'technician_id');
create constraint trigger stock_issue_by_worker after insert on stock_movement
  deferrable initially immediate for each row when (new.kind = 'issue')
  execute function check_hands_recorded('work', 'technician_id', 'moved_by');
create constraint trigger inspection_by_inspector after insert on inspection
  deferrable initially immediate for each row when (new.kind = 'final_inspection' and new.result = 'pass')
  execute function check_hands_recorded('final_inspection', 'inspector_id');
