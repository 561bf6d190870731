import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { startEmbedded } from '#db/embedded.ts';
import { prepareDatabase, type DatabaseUrls } from '#db/prepare.ts';
import type { TransactionRecorder } from '#db/transaction.ts';
import { assemble } from '#server/assemble.ts';
import { buildApp } from '#server/http/app.ts';
import type { ServerDeps } from '#server/http/server-deps.ts';
import { keptSecret } from '#server/kept-secret.ts';
import { routes } from '#server/routes.ts';
import type { Settings } from '#server/settings.ts';

/** The people of the demo store, who share a password. */
export type DemoAccounts = {
  readonly accounts: readonly { readonly username: string; readonly role: string; readonly name: string }[];
  readonly password: string;
};

/** Fills an empty database with the demo store. */
export type SeedDemo = (ownerUrl: string, options: { now: string }) => Promise<DemoAccounts>;

/** The worker of the job queue. */
export type StartJobs = (parts: {
  jobsUrl: string;
  deps: ServerDeps;
}) => Promise<{ ready: () => Promise<boolean>; stop: () => Promise<void> }>;

export type ServerOptions = Settings & {
  /** Called when `demo` is set and no store exists. */
  readonly seedDemo?: SeedDemo;
  readonly startJobs?: StartJobs;
  /** Pages wait for it. */
  readonly pagesReady?: Promise<void>;
  readonly checkAnswers?: boolean;
  /** Told every statement of every transaction: for measurements. */
  readonly record?: TransactionRecorder;
};

export type RunningServer = {
  readonly url: string;
  /** Null when the first real store exists. */
  readonly firstRunToken: string | null;
  /** The accounts that were made at this start. */
  readonly demo: DemoAccounts | null;
  stop: () => Promise<void>;
};

type Stop = () => Promise<void>;

export const pagesFolder = fileURLToPath(new URL('../web/dist', import.meta.url));

/** Starts everything in order and answers when it listens; `stop` ends it in the opposite order. Prints nothing. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const stops: Stop[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).toReversed()) await end();
  };
  try {
    return { ...(await start(options, (end) => void stops.push(end))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(options: ServerOptions, atStop: (end: Stop) => void): Promise<Omit<RunningServer, 'stop'>> {
  const secretsDir = join(options.dataDir, 'secrets');
  const urls = await database(options, secretsDir, atStop);
  const secret = options.sessionSecret ?? (await keptSecret(secretsDir, 'session-secret'));
  const { deps, close } = await assemble({
    urls,
    dataDir: options.dataDir,
    secret,
    secure: isSecure(options),
    publicUrl: options.publicUrl,
    checkAnswers: options.checkAnswers ?? false,
    record: options.record,
  });
  atStop(close);
  const demo = await demoStore(options, urls, deps);
  const jobs = await options.startJobs?.({ jobsUrl: urls.jobsUrl, deps });
  if (jobs) atStop(jobs.stop);
  const url = await listen(options, { deps, jobsReady: jobs?.ready }, atStop);
  return { url, demo, firstRunToken: (await deps.firstRun.needed()) ? deps.firstRun.token : null };
}

async function database(
  { databaseUrl, dataDir }: ServerOptions,
  secretsDir: string,
  atStop: (end: Stop) => void,
): Promise<DatabaseUrls> {
  if (databaseUrl !== undefined) {
    const named = decodeURIComponent(new URL(databaseUrl).pathname.slice(1));
    return prepareDatabase({ adminUrl: databaseUrl, database: named || 'jiaoche', secretsDir });
  }
  const postgres = await startEmbedded({ dataDir });
  atStop(() => postgres.stop());
  return prepareDatabase({ adminUrl: postgres.adminUrl, database: 'jiaoche', secretsDir });
}

async function demoStore(
  { demo, seedDemo }: ServerOptions,
  { ownerUrl }: DatabaseUrls,
  deps: ServerDeps,
): Promise<DemoAccounts | null> {
  if (!demo || !seedDemo) return null;
  const known = await deps.database.db.selectFrom('store').select('store_id').limit(1).executeTakeFirst();
  return known ? null : seedDemo(ownerUrl, { now: deps.now() });
}

type Serving = { readonly deps: ServerDeps; readonly jobsReady: (() => Promise<boolean>) | undefined };

async function listen(
  options: ServerOptions,
  { deps, jobsReady }: Serving,
  atStop: (end: Stop) => void,
): Promise<string> {
  const { host, port, tls, demo, pagesReady = Promise.resolve() } = options;
  const app = await buildApp({
    ...options,
    deps,
    bindings: routes,
    tls: tls && { cert: await readFile(tls.certFile, 'utf8'), key: await readFile(tls.keyFile, 'utf8') },
    secure: isSecure(options),
    pages: { folder: pagesFolder, ready: pagesReady },
    ready: { database: () => answers(deps), ...(jobsReady ? { jobs: jobsReady } : {}) },
    triesPerMinute: demo ? 600 : 15,
  });
  atStop(() => app.close());
  return app.listen({ host, port });
}

const isSecure = ({ tls, publicUrl }: ServerOptions): boolean =>
  tls !== null || publicUrl?.startsWith('https:') === true;

/** Migrations run before the server listens, so an answering database is a migrated one. */
async function answers({ database: { db } }: ServerDeps): Promise<boolean> {
  await sql`select 1 from store limit 1`.execute(db);
  return true;
}
