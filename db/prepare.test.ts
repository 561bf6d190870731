import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '#db/connect.ts';
import { startEmbedded, type EmbeddedPostgres } from '#db/embedded.ts';
import { prepareDatabase, withClient } from '#db/prepare.ts';

describe('a server of our own, entered by a user who is no superuser', () => {
  let folder: string;
  let postgres: EmbeddedPostgres;
  let adminUrl: string;
  const preparation = () => ({ adminUrl, database: 'dealership', secretsDir: join(folder, 'secrets') });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiaoche-prepare-'));
    postgres = await startEmbedded({ dataDir: join(folder, 'data'), fast: true });
    await withClient(postgres.adminUrl, (admin) =>
      admin.query(`create role keeper login createdb createrole password 'keeper'`),
    );
    const url = new URL(postgres.adminUrl);
    url.username = url.password = 'keeper';
    adminUrl = url.href;
  });

  afterAll(async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('is prepared, and prepared again without a change', async () => {
    const first = await prepareDatabase(preparation());
    expect(await prepareDatabase(preparation())).toEqual(first);
    const app = connect(first.appUrl, { max: 1 });
    await app.pool.query(`select enqueue_job('test')`);
    await app.close();
  });

  test('keeps the passwords of its roles from other users', async () => {
    const { mode } = await stat(join(folder, 'secrets', 'jiaoche_app.password'));
    expect(mode & 0o077).toBe(0);
  });

  test('gives a role the kept password again after it was changed', async () => {
    await withClient(adminUrl, (admin) => admin.query(`alter role jiaoche_app password 'lost'`));
    const { appUrl } = await prepareDatabase(preparation());
    const { rows } = await withClient(appUrl, (app) => app.query('select current_user as name'));
    expect(rows).toEqual([{ name: 'jiaoche_app' }]);
  });

  test('runs migrations forward only: a failed one leaves nothing, a changed one is refused', async () => {
    const migrationsDir = join(folder, 'migrations');
    await mkdir(migrationsDir);
    const prepare = () => prepareDatabase({ ...preparation(), database: 'ledger', migrationsDir });
    await writeFile(join(migrationsDir, '0001_first.sql'), 'create table first (id int); select 1 / 0;');
    await expect(prepare()).rejects.toThrow('migration 0001_first.sql failed: division by zero');
    await writeFile(join(migrationsDir, '0001_first.sql'), 'create table first (id int);');
    await prepare();
    await writeFile(join(migrationsDir, '0001_first.sql'), 'create table first (id bigint);');
    await expect(prepare()).rejects.toThrow('migration 0001_first.sql has changed');
  });
});
