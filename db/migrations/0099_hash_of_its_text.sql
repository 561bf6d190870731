-- A text is stored under its own hash. Asked when it is stored, as nobody but the database's owner could change it later and `verify` finds that.

alter table signature drop constraint signature_strokes_hash;
alter table authorization_content drop constraint authorization_content_text_hash;
alter table authorization_decision drop constraint authorization_decision_record_hash;
alter table statement_content drop constraint statement_content_text_hash;

create function check_hash_of_text() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'the hash is that of another text' using errcode = 'check_violation', constraint = tg_name;
end $$;
comment on function check_hash_of_text is 'Refuses a row whose text does not have the hash beside it.';

create constraint trigger signature_strokes_hash after insert on signature deferrable initially immediate for each row
  when (new.strokes_hash is distinct from encode(sha256(convert_to(new.strokes, 'UTF8')), 'hex'))
  execute function check_hash_of_text();
create constraint trigger authorization_content_text_hash after insert on authorization_content deferrable initially immediate for each row
  when (new.content_hash is distinct from encode(sha256(convert_to(new.content, 'UTF8')), 'hex'))
  execute function check_hash_of_text();
create constraint trigger authorization_decision_record_hash after insert on authorization_decision deferrable initially immediate for each row
  when (new.record_hash is distinct from encode(sha256(convert_to(new.record, 'UTF8')), 'hex'))
  execute function check_hash_of_text();
create constraint trigger statement_content_text_hash after insert on statement_content deferrable initially immediate for each row
  when (new.content_hash is distinct from encode(sha256(convert_to(new.content, 'UTF8')), 'hex'))
  execute function check_hash_of_text();
