import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { withStoredDatabase } from './verify/stored-database.ts';
import { verifyDatabase, type Verified } from './verify/verify-database.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, 'database-url': { type: 'string' } },
});

try {
  const url = values['database-url'] ?? process.env.DATABASE_URL;
  const dataDir = resolve(process.env.DATA_DIR ?? './data');
  const verified = url ? await verifyDatabase(url) : await withStoredDatabase(dataDir, verifyDatabase);
  print(verified);
  process.exitCode = verified.ok ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

function print(verified: Verified): void {
  const lines = Object.entries(verified.counts).map(([what, count]) => `${String(count).padStart(9)}  ${what}`);
  const { problem } = verified;
  const verdict = problem ? `does not fit: ${problem.table} ${problem.key}: ${problem.what}` : 'everything fits';
  const json = values.json ? [JSON.stringify(verified)] : [];
  process.stdout.write(`${[...lines, verdict, ...json].join('\n')}\n`);
}
