-- One store never sees another's rows; what is append-only cannot be changed by the application's role.

do $$
declare
  t record;
  append_only constant text[] := array[
    'signature', 'authorization_content', 'authorization_decision', 'authorization_choice', 'authorization_grant',
    'grant_revocation', 'stock_movement', 'odometer_reading', 'custody_transfer', 'customer_contact', 'participation',
    'statement_content', 'safety_refusal', 'payment', 'payment_allocation', 'credit_note', 'gate_opening', 'activity',
    'anchor', 'command_receipt', 'phone_look', 'paper_print', 'outreach_attempt', 'appointment_reminder', 'follow_up_attempt'];
  deletable constant text[] := array['search_token', 'membership'];
begin
  for t in
    select c.relname as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'store_id'
    where c.relkind = 'r' and c.relname not in ('store')
  loop
    execute format('alter table %I enable row level security', t.name);
    execute format(
      'create policy own_store on %I to jiaoche_app using (store_id = current_setting(''app.store_id'', true)::uuid)', t.name);
    execute format('grant select, insert on %I to jiaoche_app', t.name);
    if not t.name = any (append_only) then
      execute format('grant update on %I to jiaoche_app', t.name);
    end if;
    if t.name = any (deletable) then
      execute format('grant delete on %I to jiaoche_app', t.name);
    end if;
  end loop;
end $$;

grant select on store to jiaoche_app;

-- A command saves a whole aggregate: updates first, then inserts. Foreign keys may wait for the commit where the transaction asks.
do $$
declare
  k record;
begin
  for k in
    select c.conname as name, c.conrelid::regclass::text as on_table from pg_constraint c
    join pg_namespace n on n.oid = c.connamespace and n.nspname = 'public'
    where c.contype = 'f' and not c.condeferrable
  loop
    execute format('alter table %s alter constraint %I deferrable initially immediate', k.on_table, k.name);
  end loop;
end $$;
