import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '#db/embedded.ts';
import { prepareDatabase, urlFor, type DatabaseUrls } from '#db/prepare.ts';
import { startServerProcess, type ServerProcess } from '#e2e/journey/server-process.ts';

export type TemporaryServer = {
  readonly server: ServerProcess;
  readonly urls: DatabaseUrls;
  /** Where the scripts of this project find the same database: for `verify`. */
  readonly env: Readonly<Record<string, string>>;
  close: () => Promise<void>;
};

/** A server with the demo stores on a database of its own, both gone afterwards. */
export async function startTemporaryServer(): Promise<TemporaryServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'jiaoche-journey-'));
  const postgres = await startEmbedded({ dataDir: join(dataDir, 'postgres') });
  const { adminUrl } = postgres;
  const database = 'jiaoche';
  const env = { DATA_DIR: dataDir, DATABASE_URL: urlFor(adminUrl, { database }), DEMO: '1', SCHEDULES: '0' };
  const clear = async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const urls = await prepareDatabase({ adminUrl, database, secretsDir: join(dataDir, 'secrets') });
    const server = await startServerProcess({ env });
    const close = async () => {
      await server.stop();
      await clear();
    };
    return { server, urls, env, close };
  } catch (error) {
    await clear();
    throw error;
  }
}
