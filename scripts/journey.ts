import { parseArgs } from 'node:util';
import type { Tried } from '#e2e/journey/forbidden.ts';
import { NotDemo, type Credentials } from '#e2e/journey/people.ts';
import { fingerprintByApi, runJourney, type MakeFingerprint } from '#e2e/journey/run-journey.ts';
import { databaseFingerprint } from './journey/database-fingerprint.ts';
import { demoCredentials } from './journey/demo-credentials.ts';
import { reportTable, shortcomings, type JourneyReport } from './journey/journey-report.ts';
import { tryBySql } from './journey/refused-by-sql.ts';
import { connected } from './journey/connected.ts';
import { startTemporaryServer } from './journey/temporary-server.ts';
import { runProgram } from './program.ts';

/**
 * Drives one car through the twelve steps over the public HTTP API, one session per role, and tries what is forbidden on the
 * way: on a temporary database of its own, or with `--base-url` against a running demo.
 */
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, 'base-url': { type: 'string' } },
});

async function onTemporaryServer(): Promise<JourneyReport> {
  const { server, urls, env, close } = await startTemporaryServer();
  try {
    const run = await connected(urls.ownerUrl, async (owner) => {
      const fingerprint = await databaseFingerprint(owner);
      return drive(server.url, server.demo, () => fingerprint);
    });
    const bySql = await connected(urls.appUrl, (app) => tryBySql(app, run.storeId, run.orderId));
    const verified = await runProgram(['node', 'scripts/verify.ts', '--json'], { env });
    if (!verified.ok) process.stderr.write(verified.output);
    const refusedBySql = bySql.filter(({ code, expected }) => code === expected).length;
    return { steps: run.steps, refused: run.tried, refusedBySql, verified: verified.ok, order: run.orderNo };
  } finally {
    await close();
  }
}

async function onRunningServer(baseUrl: string): Promise<JourneyReport> {
  const run = await drive(baseUrl, demoCredentials(), fingerprintByApi);
  return { steps: run.steps, refused: run.tried, refusedBySql: null, verified: null, order: run.orderNo };
}

const tell = (tried: Tried): void => void process.stderr.write(`✗ ${JSON.stringify(tried)}\n`);

/** Each run brings another car. */
const drive = (baseUrl: string, credentials: Credentials, fingerprint: MakeFingerprint) =>
  runJourney({ baseUrl, credentials, number: Math.floor(Date.now() / 1000) % 1_000_000, fingerprint, tell });

function print(report: JourneyReport): void {
  const wrong = shortcomings(report);
  const table = reportTable(report);
  (values.json ? process.stderr : process.stdout).write(`${table}\n`);
  for (const line of wrong) process.stderr.write(`✗ ${line}\n`);
  if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

try {
  const baseUrl = values['base-url'];
  print(baseUrl === undefined ? await onTemporaryServer() : await onRunningServer(baseUrl));
} catch (error) {
  if (values.json)
    process.stdout.write(`${JSON.stringify({ error: error instanceof NotDemo ? error.code : String(error) })}\n`);
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
