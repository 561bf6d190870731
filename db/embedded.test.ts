import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmbedded } from '#db/embedded.ts';
import { withClient } from '#db/prepare.ts';

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jiaoche-embedded-'));
});

afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** Starts a database in another process, writes a row and kills that process without warning. */
async function killedAfterWriting(): Promise<void> {
  const embedded = fileURLToPath(new URL('embedded.ts', import.meta.url));
  const prepare = fileURLToPath(new URL('prepare.ts', import.meta.url));
  const program = `
    const { startEmbedded } = await import(${JSON.stringify(embedded)});
    const { withClient } = await import(${JSON.stringify(prepare)});
    const { adminUrl } = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} });
    await withClient(adminUrl, (client) => client.query('create table kept as select 1 as value'));
    process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'ignore' });
  await once(child, 'exit');
}

test('starts again with its data after its process was killed', async () => {
  await killedAfterWriting();
  const postgres = await startEmbedded({ dataDir });
  const { rows } = await withClient(postgres.adminUrl, (client) => client.query('select value from kept'));
  expect(rows).toEqual([{ value: 1 }]);
  await expect(startEmbedded({ dataDir })).rejects.toThrow('in use by process');
  await postgres.stop();
});

test.each([
  ['has spaces, commas, "quotes" and 中文', '数据, of "the" shop'],
  ['is longer than a socket may be', join('a'.repeat(60), 'b'.repeat(60))],
])('serves from a folder whose path %s', async (_, path) => {
  const postgres = await startEmbedded({ dataDir: join(dataDir, path), fast: true });
  const { rows } = await withClient(postgres.adminUrl, (client) => client.query('show listen_addresses'));
  expect(rows).toEqual([{ listen_addresses: '' }]);
  await postgres.stop();
});
