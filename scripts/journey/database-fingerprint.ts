import type { Client } from 'pg';
import type { Fingerprint } from '#e2e/journey/forbidden.ts';

/** Written by signing in, never by a command of the process. */
const besides = ['sign_in_session', 'sign_in_verification'];

/**
 * One text for all rows of all tables, as the owner sees them: per table how many and a checksum over their content.
 * Jobs that a command enqueued may still be running, so it waits until the queue is quiet; the queue's own schema is left out.
 */
export async function databaseFingerprint(owner: Client): Promise<Fingerprint> {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> all($1) order by 1`,
    [besides],
  );
  const parts = rows.map(
    ({
      name,
    }) => `select '${name}' || ' ' || count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as line
      from "${name}" t`,
  );
  const text = `select string_agg(line, E'\\n' order by line) as all_rows from (${parts.join(' union all ')}) tables`;
  return async () => {
    await untilQuiet(owner);
    const answer = await owner.query<{ all_rows: string }>({ name: 'fingerprint', text });
    return answer.rows[0]?.all_rows ?? '';
  };
}

const mostPolls = 2_000;

/** No job is running or due. */
async function untilQuiet(owner: Client): Promise<void> {
  for (let poll = 0; poll < mostPolls; poll += 1) {
    const { rows } = await owner.query<{ busy: boolean }>(
      `select exists (select from graphile_worker.jobs
        where locked_at is not null or (run_at <= now() and attempts < max_attempts)) as busy`,
    );
    if (rows[0]?.busy === false) return;
  }
  throw new Error('the job queue does not become quiet');
}
