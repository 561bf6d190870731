-- Charges and money by the rows themselves: what is granted stays as granted, a statement asks for its lines and is signed, no money is
-- allocated, given back or credited above what there is (R230, R239, R240, R244; process rules 1, 2). Asked at the commit.

create function check_as_granted() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'what was granted stays as it was presented' using errcode = 'check_violation', constraint = tg_name;
end $$;
comment on function check_as_granted is 'Price, quantity, payer and name of a granted line are those that were signed.';
create trigger charge_line_as_granted
  before update of kind, description, operation_id, part_id, qty_milli, unit_price_fen, discount_fen, amount_fen, cap_fen, tax_rate_bp, payer,
    fallback_payer, flat_rate_hours_centi, necessity on charge_line
  for each row when (old.grant_id is not null and
    (old.kind, old.description, old.operation_id, old.part_id, old.qty_milli, old.unit_price_fen, old.discount_fen, old.amount_fen, old.cap_fen,
      old.tax_rate_bp, old.payer, old.fallback_payer, old.flat_rate_hours_centi, old.necessity)
    is distinct from
    (new.kind, new.description, new.operation_id, new.part_id, new.qty_milli, new.unit_price_fen, new.discount_fen, new.amount_fen, new.cap_fen,
      new.tax_rate_bp, new.payer, new.fallback_payer, new.flat_rate_hours_centi, new.necessity))
  execute function check_as_granted();
alter table charge_line add constraint charge_line_performed_needs_grant check (performed_at is null or grant_id is not null) not valid;

create or replace function check_issue_covered() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (
    select from authorization_grant g
    join charge_line l on l.store_id = g.store_id and l.order_id = g.order_id and l.line_id = g.line_id
    left join grant_revocation r on r.store_id = g.store_id and r.order_id = g.order_id and r.grant_id = g.grant_id
    where g.store_id = new.store_id and g.order_id = new.order_id and g.grant_id = new.grant_id and l.part_id = new.part_id
      and (new.kind <> 'issue' or r.revoked_at is null or r.revoked_at >= new.moved_at)
      and (select -sum(m.qty_milli) from stock_movement m
        where m.store_id = new.store_id and m.order_id = new.order_id and m.grant_id = new.grant_id) between 0 and g.granted_qty_milli)
  then
    raise exception 'more or other than was granted' using errcode = 'check_violation', constraint = 'stock_issue_within_grant';
  end if;
  return null;
end $$;
comment on function check_issue_covered is
  'Under a grant that stands goes out its own part, never more than was granted, and no more comes back than went out.';

alter table statement add constraint statement_customer_signed check (
  payer <> 'customer' or state in ('draft', 'presented', 'withdrawn') or (signature_id is not null and signed_at is not null)) not valid;

create function check_statement_line() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (
    select from authorization_grant g
    where g.store_id = new.store_id and g.order_id = new.order_id and g.grant_id = new.grant_id
      and new.settled_qty_milli <= g.granted_qty_milli)
  then
    raise exception 'more than was granted' using errcode = 'check_violation', constraint = tg_name;
  end if;
  return null;
end $$;
comment on function check_statement_line is 'Charged is at most what was granted, to the thousandth of a unit.';
create constraint trigger statement_line_qty_within_grant after insert on statement_line
  deferrable initially deferred for each row execute function check_statement_line();

create function check_statement_sum() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (
    select from statement s
    where s.store_id = new.store_id and s.order_id = new.order_id and s.statement_id = new.statement_id
      and (s.total_fen, s.tax_fen) = (
        select coalesce(sum(l.settled_fen), 0), coalesce(sum(l.tax_fen), 0) from statement_line l
        where l.store_id = new.store_id and l.order_id = new.order_id and l.statement_id = new.statement_id))
  then
    raise exception 'it does not ask for its lines' using errcode = 'check_violation', constraint = tg_name;
  end if;
  return null;
end $$;
comment on function check_statement_sum is 'A statement asks for the sum of its lines, no line is added to it later.';
create constraint trigger statement_sum_of_lines after insert on statement
  deferrable initially deferred for each row execute function check_statement_sum();
create constraint trigger statement_line_in_sum after insert on statement_line
  deferrable initially deferred for each row execute function check_statement_sum();

create function check_line_taken_back() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.live or not exists (
    select from statement s
    where s.store_id = new.store_id and s.order_id = new.order_id and s.statement_id = new.statement_id and s.state = 'withdrawn')
  then
    raise exception 'it is still charged' using errcode = 'check_violation', constraint = tg_name;
  end if;
  return null;
end $$;
comment on function check_line_taken_back is 'A charge ends with its statement, so that no grant is charged twice.';
create constraint trigger statement_line_ends_with_statement after update of live on statement_line
  deferrable initially deferred for each row when (old.live <> new.live) execute function check_line_taken_back();

create function check_statement_ends() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.state = 'withdrawn' or new.state <> 'withdrawn' or new.total_fen <> (
    select coalesce(sum(n.amount_fen), 0) from credit_note n
    where n.store_id = new.store_id and n.order_id = new.order_id and n.statement_id = new.statement_id)
  then
    raise exception 'a statement that was paid or withdrawn stays so' using errcode = 'check_violation', constraint = tg_name;
  end if;
  return null;
end $$;
comment on function check_statement_ends is 'What was paid is withdrawn only once all of it was credited back (R244).';
create constraint trigger statement_stays_settled after update of state on statement deferrable initially deferred for each row
  when (old.state in ('paid', 'withdrawn') and new.state <> old.state) execute function check_statement_ends();

create function check_allocation() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  due bigint;
begin
  select s.total_fen
    - (select coalesce(sum(n.amount_fen), 0) from credit_note n
        where n.store_id = s.store_id and n.order_id = s.order_id and n.statement_id = s.statement_id)
    - (select sum(a.amount_fen) from payment_allocation a
        where a.store_id = s.store_id and a.order_id = s.order_id and a.statement_id = s.statement_id)
    into due
  from statement s
  where s.store_id = new.store_id and s.order_id = new.order_id and s.statement_id = new.statement_id and s.state <> 'withdrawn';
  if (new.amount_fen > 0 and due < 0) or (new.amount_fen < 0 and due > 0) or not exists (
    select from payment p
    where p.store_id = new.store_id and p.order_id = new.order_id and p.payment_id = new.payment_id
      and (p.kind = 'refund') = (new.amount_fen < 0)
      and p.amount_fen >= (
        select coalesce(sum(abs(a.amount_fen)), 0) from payment_allocation a
        join statement s using (store_id, order_id, statement_id)
        where a.store_id = p.store_id and a.order_id = p.order_id and a.payment_id = p.payment_id and s.state <> 'withdrawn'))
  then
    raise exception 'more than is due, or than was paid' using errcode = 'check_violation', constraint = tg_name;
  end if;
  return null;
end $$;
comment on function check_allocation is 'Money is allocated up to what a statement still asks for and up to what was paid; back goes what was overpaid (R240, R244).';
create constraint trigger payment_allocation_within_due after insert on payment_allocation
  deferrable initially deferred for each row execute function check_allocation();

create function check_money_of_order() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if (
    select sum(case p.kind when 'refund' then -p.amount_fen else p.amount_fen end) from payment p
    where p.store_id = new.store_id and p.order_id = new.order_id) < (
    select coalesce(sum(a.amount_fen), 0) from payment_allocation a
    join statement s using (store_id, order_id, statement_id)
    where a.store_id = new.store_id and a.order_id = new.order_id and s.state <> 'withdrawn')
  then
    raise exception 'it is not there to be given back' using errcode = 'check_violation', constraint = tg_name;
  end if;
  return null;
end $$;
comment on function check_money_of_order is 'Given back is at most what no statement holds (R244).';
create constraint trigger payment_refund_of_free_money after insert on payment
  deferrable initially deferred for each row when (new.kind = 'refund') execute function check_money_of_order();

create function check_credit_note() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (
    select from statement s
    where s.store_id = new.store_id and s.order_id = new.order_id and s.statement_id = new.statement_id
      and s.total_fen >= (select sum(n.amount_fen) from credit_note n
        where n.store_id = s.store_id and n.order_id = s.order_id and n.statement_id = s.statement_id))
  then
    raise exception 'more than was charged' using errcode = 'check_violation', constraint = tg_name;
  end if;
  return null;
end $$;
comment on function check_credit_note is 'Credit notes take back at most what the statement charged (R244).';
create constraint trigger credit_note_within_charge after insert on credit_note
  deferrable initially deferred for each row execute function check_credit_note();
