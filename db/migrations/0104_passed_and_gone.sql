-- What the inspection, the customer's call and the gate ask of the rows themselves (R181, R183, R189, R230; process rules 1, 4, 5, 6, 7). Asked at
-- the commit, where the rows of a command stand together; each looks up one order by its key.

create function nothing_done(store uuid, visit uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select not exists (
    select from charge_line l
    where l.store_id = store and l.order_id = visit and l.removed_at is null and l.grant_id is not null
      and case
        when l.kind in ('labour', 'diagnosis')
          then exists (select from punch p where p.store_id = store and p.order_id = visit and p.line_id = l.line_id)
        when l.kind = 'part' then l.issued_qty_milli > 0
        else l.performed_at is not null
      end)
$$;
comment on function nothing_done is 'No line of the visit was worked on, given out or performed: the car leaves as it came.';

create function passed_finally(store uuid, visit uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select coalesce((
    select i.result = 'pass' from inspection i
    where i.store_id = store and i.order_id = visit and i.kind = 'final_inspection' and i.voided_at is null
    order by i.inspected_at desc limit 1), false)
$$;
comment on function passed_finally is 'The last final inspection in force passed the car (R183).';

create function check_work_finished() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (
    select from charge_line l
    left join grant_revocation r on r.store_id = l.store_id and r.order_id = l.order_id and r.grant_id = l.grant_id
    where l.store_id = new.store_id and l.order_id = new.order_id and l.removed_at is null and l.grant_id is not null
      and case
        when l.kind in ('labour', 'diagnosis') then l.work_state is distinct from 'inspected' and (r.grant_id is null or exists (
          select from punch p where p.store_id = l.store_id and p.order_id = l.order_id and p.line_id = l.line_id))
        when l.kind = 'part' then r.grant_id is null and coalesce(l.part_state not in ('issued', 'returned'), true)
        else r.grant_id is null and l.performed_at is null
      end)
  then
    raise exception 'accepted work is not done' using errcode = 'check_violation', constraint = tg_name;
  end if;
  return null;
end $$;
comment on function check_work_finished is 'A car passes when everything accepted is done: work inspected, parts out, the rest performed (R183).';
create constraint trigger inspection_of_finished_work after insert on inspection deferrable initially deferred for each row
  when (new.kind = 'final_inspection' and new.result = 'pass' and new.voided_at is null) execute function check_work_finished();

create function check_checked_by_another() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (
    select from punch p
    join repair_order o on o.store_id = p.store_id and o.order_id = p.order_id
    where p.store_id = new.store_id and p.order_id = new.order_id and p.line_id = new.line_id
      and p.technician_id = new.inspector_id and o.leader_check_waived_reason is null)
  then
    raise exception 'nobody checks their own work' using errcode = 'check_violation', constraint = tg_name;
  end if;
  return null;
end $$;
comment on function check_checked_by_another is 'The leader''s check is another''s than the line''s own technician, unless it was waived for the order (R181).';
create constraint trigger inspection_by_another after insert on inspection deferrable initially deferred for each row
  when (new.kind = 'leader_check') execute function check_checked_by_another();

create function check_told_after_pass() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not passed_finally(new.store_id, new.order_id) and not nothing_done(new.store_id, new.order_id)
    and exists (
      select from repair_order o
      where o.store_id = new.store_id and o.order_id = new.order_id and o.customer_told_ready_at is not null)
  then
    raise exception 'the car did not pass' using errcode = 'check_violation', constraint = tg_name;
  end if;
  return null;
end $$;
comment on function check_told_after_pass is 'The customer is told that the car is ready only after the final inspection passed (R189).';
create constraint trigger repair_order_told_after_pass after insert or update of customer_told_ready_at on repair_order
  deferrable initially deferred for each row when (new.customer_told_ready_at is not null) execute function check_told_after_pass();

create function check_may_leave() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  may boolean;
begin
  if not exists (
    select from gate_pass p
    where p.store_id = new.store_id and p.order_id = new.order_id and p.pass_id = new.pass_id and p.kind = 'final')
  then
    return null;
  end if;
  if nothing_done(new.store_id, new.order_id) then
    may := exists (
      select from repair_order o where o.store_id = new.store_id and o.order_id = new.order_id and o.state <> 'open');
  else
    may := passed_finally(new.store_id, new.order_id)
      and exists (
        select from statement s
        where s.store_id = new.store_id and s.order_id = new.order_id and s.payer = 'customer'
          and s.state in ('paid', 'credited', 'nothing_due'))
      and not exists (
        select from charge_line l
        where l.store_id = new.store_id and l.order_id = new.order_id and l.removed_at is null and l.grant_id is not null
          and case
            when l.kind in ('labour', 'diagnosis')
              then exists (select from punch p where p.store_id = l.store_id and p.order_id = l.order_id and p.line_id = l.line_id)
            when l.kind = 'part' then l.issued_qty_milli > 0
            else l.performed_at is not null
          end
          and (l.work_state is distinct from 'inspected' and l.kind in ('labour', 'diagnosis') or not exists (
            select from statement_line t
            where t.store_id = l.store_id and t.order_id = l.order_id and t.grant_id = l.grant_id and t.live)));
  end if;
  if not may then
    raise exception 'the car may not leave for good' using errcode = 'check_violation', constraint = tg_name;
  end if;
  return null;
end $$;
comment on function check_may_leave is
  'For good a car leaves inspected, all that was done stated, the customer''s share paid, credited or nil; or as it came (R230, R240).';
create constraint trigger gate_pass_may_leave after insert on gate_pass deferrable initially deferred for each row
  when (new.kind = 'final' and new.state = 'issued') execute function check_may_leave();
create constraint trigger gate_opening_may_leave after insert on gate_opening
  deferrable initially deferred for each row execute function check_may_leave();

create function check_whole_car() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (
    select from repair_order o
    join repair_order other on other.store_id = o.store_id and other.vehicle_id = o.vehicle_id and other.order_id <> o.order_id
    where o.store_id = new.store_id and o.order_id = new.order_id and other.state in ('open', 'ready'))
  then
    raise exception 'another order holds the car' using errcode = 'check_violation', constraint = tg_name;
  end if;
  return null;
end $$;
comment on function check_whole_car is 'A final pass is for the car: no other order of it is open (R230).';
create constraint trigger gate_pass_whole_car after insert on gate_pass deferrable initially deferred for each row
  when (new.kind = 'final' and new.state = 'issued') execute function check_whole_car();

create function check_handed_over() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (
    select from gate_pass p
    left join delivery d on d.store_id = p.store_id and d.order_id = p.order_id
    where p.store_id = new.store_id and p.order_id = new.order_id and p.pass_id = new.pass_id
      and (p.kind = 'temporary' or d.handed_over_at >= p.issued_at))
  then
    raise exception 'the car was not handed over' using errcode = 'check_violation', constraint = tg_name;
  end if;
  return null;
end $$;
comment on function check_handed_over is 'Key and papers change hands before the gate opens for good (R249).';
create constraint trigger gate_opening_handed_over after insert on gate_opening
  deferrable initially deferred for each row execute function check_handed_over();

create function check_delivered_by_gate() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (
    select from gate_opening g
    join gate_pass p on p.store_id = g.store_id and p.order_id = g.order_id and p.pass_id = g.pass_id
    where g.store_id = new.store_id and g.order_id = new.order_id and p.kind = 'final')
  then
    raise exception 'the gate did not open for it' using errcode = 'check_violation', constraint = tg_name;
  end if;
  return null;
end $$;
comment on function check_delivered_by_gate is 'A car is delivered by the gate that opened for good.';
create constraint trigger repair_order_delivered_by_gate after insert or update of state on repair_order
  deferrable initially deferred for each row when (new.state = 'delivered') execute function check_delivered_by_gate();

alter table gate_pass add constraint gate_pass_comes_back
  check (kind <> 'temporary' or (expected_return_at is not null and odometer_km is not null)) not valid;

create function check_bay_as_it_is() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (
    select from bay b where b.store_id = new.store_id and b.bay_id = new.bay_id and b.exclusive = new.bay_exclusive)
  then
    raise exception 'the bay is of another kind' using errcode = 'check_violation', constraint = tg_name;
  end if;
  return null;
end $$;
comment on function check_bay_as_it_is is 'A plan says of its bay what the bay is: on an exclusive one it keeps other cars away (process rule 4).';
create constraint trigger assignment_bay_as_it_is after insert or update of bay_id, bay_exclusive on assignment
  deferrable initially deferred for each row when (new.state = 'planned') execute function check_bay_as_it_is();
