import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbedded } from '#db/embedded.ts';
import { socketUrl } from '#db/embedded.socket.ts';
import { urlFor } from '#db/prepare.ts';

const database = 'jiaoche';

/** The address of the database kept in a data folder: of the server that runs there now, else of one started for this. */
export async function withStoredDatabase<T>(dataDir: string, work: (url: string) => Promise<T>): Promise<T> {
  const running = await runningUrl(dataDir);
  if (running !== null) return work(urlFor(running, { database }));
  const postgres = await startEmbedded({ dataDir });
  try {
    return await work(urlFor(postgres.adminUrl, { database }));
  } finally {
    await postgres.stop();
  }
}

/** The fifth line of PostgreSQL's pid file is the folder of its sockets. */
async function runningUrl(dataDir: string): Promise<string | null> {
  const pidFile = await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8').catch(() => '');
  const folder = pidFile.split('\n')[4]?.trim();
  if (!folder) return null;
  const password = (await readFile(join(dataDir, 'superuser-password'), 'utf8')).trim();
  const url = socketUrl({ folder, user: 'postgres', password });
  return (await opens(url)) ? url : null;
}

async function opens(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
