import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '#db/embedded.ts';
import { prepareDatabase, type DatabaseUrls } from '#db/prepare.ts';

/** Lends a database that every migration has just been run on, and removes it afterwards. */
export async function withMigratedDatabase<T>(work: (urls: DatabaseUrls) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'jiaoche-schema-'));
  const postgres = await startEmbedded({ dataDir, fast: true });
  try {
    const { adminUrl } = postgres;
    return await work(await prepareDatabase({ adminUrl, database: 'jiaoche', secretsDir: join(dataDir, 'secrets') }));
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
