import { runMigrations } from 'graphile-worker';
import { fileURLToPath } from 'node:url';
import { Client, escapeIdentifier } from 'pg';
import { migrate } from '#db/migrate.ts';
import { ensureRole } from '#db/prepare.role.ts';

export type DatabaseUrls = { ownerUrl: string; appUrl: string; jobsUrl: string };

export type Preparation = {
  /** A user that may create roles and databases, or that owns the database. */
  adminUrl: string;
  database: string;
  /** Where the generated passwords of the two roles are kept, readable by the owner alone. */
  secretsDir: string;
  migrationsDir?: string;
};

export const appRole = 'jiaoche_app';
export const jobsRole = 'jiaoche_jobs';

const defaultMigrationsDir = fileURLToPath(new URL('migrations', import.meta.url));
/** Any fixed number: two processes that start at once prepare one after the other. */
const preparationLock = 74_201_809;

/**
 * Makes the database ready for this version: the database itself, the two roles, the schema, the job queue and the
 * application's one door to it. Repeating it changes nothing.
 */
export async function prepareDatabase(preparation: Preparation): Promise<DatabaseUrls> {
  const { adminUrl, database, secretsDir, migrationsDir = defaultMigrationsDir } = preparation;
  return withClient(adminUrl, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [preparationLock]);
    await ensureDatabase(admin, database);
    const ownerUrl = urlFor(adminUrl, { database });
    const appUrl = await ensureRole(admin, { role: appRole, secretsDir, databaseUrl: ownerUrl });
    const jobsUrl = await ensureRole(admin, { role: jobsRole, secretsDir, databaseUrl: ownerUrl });
    await withClient(ownerUrl, async (owner) => {
      await grantConnections(owner, database);
      await migrate(owner, migrationsDir);
      await prepareJobs(owner, { database, jobsUrl });
    });
    return { ownerUrl, appUrl, jobsUrl };
  });
}

/** The same server and user with another database in the address. */
export function urlFor(url: string, { database }: { database: string }): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}

/** One connection for one piece of work. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Sorted by pinyin, as a Chinese reader expects. */
async function ensureDatabase(admin: Client, database: string): Promise<void> {
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [database]);
  if (rowCount !== 0) return;
  const chinese = "template template0 encoding 'UTF8' locale 'C' locale_provider icu icu_locale 'zh-CN'";
  await admin.query(`create database ${escapeIdentifier(database)} ${chinese}`);
}

async function grantConnections(owner: Client, database: string): Promise<void> {
  await owner.query(`
    revoke create on schema public from public;
    revoke temporary on database ${escapeIdentifier(database)} from public;
    grant connect on database ${escapeIdentifier(database)} to ${appRole}, ${jobsRole};
    grant usage on schema public to ${appRole};
  `);
}

/** The queue's schema belongs to its own role, which may create things only while its migrations run. */
async function prepareJobs(owner: Client, { database, jobsUrl }: { database: string; jobsUrl: string }): Promise<void> {
  await owner.query(`grant create on database ${escapeIdentifier(database)} to ${jobsRole}`);
  try {
    await runMigrations({ connectionString: jobsUrl, noPreparedStatements: true });
  } finally {
    await owner.query(`revoke create on database ${escapeIdentifier(database)} from ${jobsRole}`);
  }
  await owner.query(enqueueDoor);
}

/** The application may add jobs and nothing else: it sees neither the queue's tables nor its functions. */
const enqueueDoor = `
  begin;
  grant usage, create on schema public to ${jobsRole};
  create or replace function public.enqueue_job(
    identifier text,
    payload json default '{}',
    run_at timestamptz default null,
    job_key text default null
  ) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $body$
    select graphile_worker.add_job(
      identifier => $1, payload => $2, run_at => $3, job_key => $4
    )
  $body$;
  comment on function public.enqueue_job is 'Adds a job in the caller''s transaction; the application''s only door to the queue';
  alter function public.enqueue_job owner to ${jobsRole};
  revoke all on function public.enqueue_job from public;
  grant execute on function public.enqueue_job to ${appRole};
  revoke create on schema public from ${jobsRole};
  commit;
`;
