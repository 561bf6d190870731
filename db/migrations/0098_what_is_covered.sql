-- What the rules refuse, the database refuses too: a grant that nobody accepted, work under one that was taken back, more parts than
-- were granted, a gate opened by no valid pass, a statement paid by nothing (R138, process rules 1, 2, 7). Rows from before are `verify`'s matter.

alter table signature add constraint signature_strokes_hash
  check (strokes_hash = encode(sha256(convert_to(strokes, 'UTF8')), 'hex')) not valid;
alter table authorization_content add constraint authorization_content_text_hash
  check (content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')) not valid;
alter table authorization_decision add constraint authorization_decision_record_hash
  check (record_hash = encode(sha256(convert_to(record, 'UTF8')), 'hex')) not valid;
alter table statement_content add constraint statement_content_text_hash
  check (content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')) not valid;

create function check_decision_content() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (
    select from authorization_content c
    where c.store_id = new.store_id and c.order_id = new.order_id and c.version_id = new.version_id
      and c.content_hash = new.record::json ->> 'contentHash')
  then
    raise exception 'the decision is on other content' using errcode = 'check_violation', constraint = 'authorization_decision_content';
  end if;
  return null;
end $$;
comment on function check_decision_content is 'A decision names the hash of exactly what was presented.';
create constraint trigger authorization_decision_content after insert on authorization_decision
  deferrable initially immediate for each row execute function check_decision_content();

create function check_choice_recorded() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (
    select from authorization_decision d, json_array_elements(d.record::json -> 'choices') c
    where d.store_id = new.store_id and d.order_id = new.order_id and d.version_id = new.version_id
      and c ->> 'lineId' = new.line_id::text and c ->> 'choice' = new.choice::text)
  then
    raise exception 'the decision does not say so' using errcode = 'check_violation', constraint = 'authorization_choice_recorded';
  end if;
  return null;
end $$;
comment on function check_choice_recorded is 'A choice stands in the record of its decision: none is added later.';
create constraint trigger authorization_choice_recorded after insert on authorization_choice
  deferrable initially immediate for each row execute function check_choice_recorded();

create function check_grant_accepted() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (
    select from authorization_choice o
    join authorization_content t using (store_id, order_id, version_id), json_array_elements(t.content::json -> 'lines') l
    where o.store_id = new.store_id and o.order_id = new.order_id and o.version_id = new.version_id and o.line_id = new.line_id
      and o.choice = 'accept' and l ->> 'lineId' = new.line_id::text and l ->> 'payer' = new.payer::text
      and (l ->> 'amountFen')::bigint = new.granted_fen and (l ->> 'qtyMilli')::bigint = new.granted_qty_milli)
  then
    raise exception 'nobody accepted this' using errcode = 'check_violation', constraint = 'authorization_grant_accepted';
  end if;
  return null;
end $$;
comment on function check_grant_accepted is 'A grant is an accepted line, for the payer, amount and quantity that were presented.';
create constraint trigger authorization_grant_accepted after insert on authorization_grant
  deferrable initially immediate for each row execute function check_grant_accepted();

create function check_punch_covered() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (
    select from grant_revocation r
    where r.store_id = new.store_id and r.order_id = new.order_id and r.grant_id = new.grant_id and r.revoked_at < new.started_at)
  then
    raise exception 'the grant was taken back' using errcode = 'check_violation', constraint = 'punch_grant_stands';
  end if;
  return null;
end $$;
comment on function check_punch_covered is 'No work begins under a grant that was taken back.';
create constraint trigger punch_grant_stands after insert on punch
  deferrable initially immediate for each row execute function check_punch_covered();

create function check_issue_covered() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (
    select from authorization_grant g
    join charge_line l on l.store_id = g.store_id and l.order_id = g.order_id and l.line_id = g.line_id
    where g.store_id = new.store_id and g.order_id = new.order_id and g.grant_id = new.grant_id and l.part_id = new.part_id
      and (select -sum(m.qty_milli) from stock_movement m
        where m.store_id = new.store_id and m.order_id = new.order_id and m.grant_id = new.grant_id) between 0 and g.granted_qty_milli)
  then
    raise exception 'more or other than was granted' using errcode = 'check_violation', constraint = 'stock_issue_within_grant';
  end if;
  return null;
end $$;
comment on function check_issue_covered is 'Under a grant goes out its own part, never more than was granted, and no more comes back than went out.';
create constraint trigger stock_issue_within_grant after insert on stock_movement
  deferrable initially immediate for each row when (new.grant_id is not null) execute function check_issue_covered();

create function check_gate_opening() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (
    select from gate_pass p
    where p.store_id = new.store_id and p.order_id = new.order_id and p.pass_id = new.pass_id
      and p.state = 'used' and p.used_at = new.opened_at and new.opened_at < p.valid_until)
  then
    raise exception 'no valid pass' using errcode = 'check_violation', constraint = 'gate_opening_by_valid_pass';
  end if;
  return null;
end $$;
comment on function check_gate_opening is 'The gate opens by a pass that was valid then, and uses it up.';
create constraint trigger gate_opening_by_valid_pass after insert on gate_opening
  deferrable initially immediate for each row execute function check_gate_opening();

create function check_pass_ends_once() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'a pass that was used or void stays so' using errcode = 'check_violation', constraint = 'gate_pass_ends_once';
end $$;
create trigger gate_pass_ends_once before update of state on gate_pass
  for each row when (old.state <> 'issued' and new.state <> old.state) execute function check_pass_ends_once();

create function check_statement_paid() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.total_fen > (
    select coalesce(sum(a.amount_fen), 0) from payment_allocation a
    where a.store_id = new.store_id and a.order_id = new.order_id and a.statement_id = new.statement_id) + (
    select coalesce(sum(n.amount_fen), 0) from credit_note n
    where n.store_id = new.store_id and n.order_id = new.order_id and n.statement_id = new.statement_id)
  then
    raise exception 'it is not paid' using errcode = 'check_violation', constraint = 'statement_paid_in_full';
  end if;
  return null;
end $$;
comment on function check_statement_paid is 'A paid statement has payments and credit notes for its total.';
create constraint trigger statement_paid_in_full after insert or update of state on statement
  deferrable initially immediate for each row when (new.state = 'paid') execute function check_statement_paid();

-- What a row says of an act stays as it was done: only how it ended, was answered or fell is added.
do $$
declare
  c record;
begin
  for c in
    select * from (values
      ('inspection', 'voided_at, void_reason'),
      ('punch', 'ended_at, end_reason, pause_reason, note'),
      ('statement', 'state, signed_at, signed_by, signature_id, credited_by, credit_reason, withdrawn_at, withdraw_reason, version'),
      ('statement_line', 'live'),
      ('gate_pass', 'state, collector_name, used_at, voided_at, void_reason, returned_at, version'),
      ('authorization_version', 'state, promised_at, expires_at, presented_at, presented_by, decided_at, withdrawn_at, withdraw_reason, version'),
      ('entrusted_item', 'returned_at, returned_to'),
      ('customer_link', 'revoked_at')) as t (name, columns)
  loop
    execute format('revoke update on %I from jiaoche_app', c.name);
    execute format('grant update (%s) on %I to jiaoche_app', c.columns, c.name);
  end loop;
end $$;
