import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { startEmbedded } from '#db/embedded.ts';
import { prepareDatabase, urlFor, withClient } from '#db/prepare.ts';
import type { SentStatement } from '#db/prepared-connection.ts';
import type { TransactionRecorder } from '#db/transaction.ts';
import { startServer } from '#server/main.ts';
import { readSettings } from '#server/settings.ts';
import { demoTable } from './demo-table.ts';
import { fail } from './serve.ts';
import { seedDemo } from '#db/seed/seed.ts';

/**
 * The server for measurements: its first start is timed, the database as it is then is copied, and afterwards every
 * transaction is kept with the lane that the request named, until the parent asks for them.
 */
type Recorded = { readonly lane: string; readonly statements: SentStatement[] };

const startCopy = 'jiaoche_start';
const lanes = new AsyncLocalStorage<string>();
const transactions: Recorded[] = [];
let measuredFrom = 0;

const record: TransactionRecorder = () => {
  const statements: SentStatement[] = [];
  transactions.push({ lane: lanes.getStore() ?? '', statements });
  return (statement) => void statements.push(statement);
};

function followLanes(): void {
  subscribe('http.server.request.start', (message) => {
    const lane = (message as { request: IncomingMessage }).request.headers['bench-lane'];
    if (typeof lane === 'string') lanes.enterWith(lane);
  });
}

async function run(): Promise<void> {
  const settings = readSettings(process.env);
  const { dataDir } = settings;
  const postgres = await startEmbedded({ dataDir });
  const databaseUrl = urlFor(postgres.adminUrl, { database: 'jiaoche' });
  const secretsDir = join(dataDir, 'secrets');
  const prepared = { adminUrl: postgres.adminUrl, database: 'jiaoche', secretsDir };
  const { appUrl, ownerUrl } = await prepareDatabase(prepared);
  const first = await startServer({ ...settings, databaseUrl, seedDemo });
  const coldStartMs = Math.round(performance.now());
  await first.stop();
  await withClient(postgres.adminUrl, (admin) =>
    admin.query(`create database ${startCopy} template jiaoche strategy file_copy`),
  );
  followLanes();
  const server = await startServer({ ...settings, databaseUrl, record });
  const stop = async () => {
    await server.stop();
    await postgres.stop();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop().catch(fail));
  const copy = { appUrl: urlFor(appUrl, { database: startCopy }), ownerUrl: urlFor(ownerUrl, { database: startCopy }) };
  const started = { coldStartMs, ownerUrl, copy };
  process.on('message', (message) => void answer(message as Asked, started).catch(fail));
  if (first.demo) process.stdout.write(`${demoTable(first.demo)}\n`);
  process.stdout.write(`listening on ${server.url}\n`);
}

type Asked = { readonly ask: 'started' | 'measure' | 'transactions'; readonly file?: string };

async function answer({ ask, file = '' }: Asked, started: object): Promise<void> {
  if (ask === 'started') process.send?.(started);
  if (ask === 'measure') {
    measuredFrom = transactions.length;
    process.send?.({});
  }
  if (ask !== 'transactions') return;
  const { rss } = process.memoryUsage();
  await writeFile(file, serialize({ transactions, measuredFrom }));
  process.send?.({ rss });
}

await run().catch(fail);
