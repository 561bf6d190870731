-- What is on hand is what the movements say (process rule 3): each movement is counted beside the stock by the database, and the
-- application, which cannot write that count, may not leave another figure. What was on hand before is where the count begins.

alter table stock add column moved_milli bigint not null default 0;
comment on column stock.moved_milli is 'Sum of the movements, counted by the database; on hand is this, always.';
update stock set moved_milli = on_hand_milli;

revoke insert, update on stock from jiaoche_app;
grant insert (store_id, part_id, on_hand_milli, reserved_milli, average_cost_fen) on stock to jiaoche_app;
grant update (on_hand_milli, reserved_milli, average_cost_fen) on stock to jiaoche_app;

create function count_movement() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into stock (store_id, part_id, moved_milli) values (new.store_id, new.part_id, new.qty_milli)
    on conflict (store_id, part_id) do update set moved_milli = stock.moved_milli + excluded.moved_milli;
  return null;
end $$;
comment on function count_movement is 'Adds a movement to the count of its part.';
create trigger stock_movement_counted after insert on stock_movement for each row execute function count_movement();

create function check_stock_moved() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (
    select from stock s where s.store_id = new.store_id and s.part_id = new.part_id and s.on_hand_milli <> s.moved_milli)
  then
    raise exception 'on hand is not what was moved' using errcode = 'check_violation', constraint = tg_name;
  end if;
  return null;
end $$;
comment on function check_stock_moved is 'Stock changes by movements alone.';
create constraint trigger stock_follows_movements after insert or update of on_hand_milli, moved_milli on stock
  deferrable initially deferred for each row when (new.on_hand_milli <> new.moved_milli) execute function check_stock_moved();
