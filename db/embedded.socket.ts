import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { SpawnIdentity } from '#db/embedded.identity.ts';

/** Part of the socket's file name only. */
export const socketPort = 5432;
const socketFile = `/.s.PGSQL.${socketPort}`;
/** The longest address of a socket that Linux and macOS both know. */
const longestAddress = 103;

export type SocketFolder = { readonly folder: string; remove(): Promise<void> };

/**
 * A folder for the sockets of one server, open to its user alone: a new one each time, because the lock of a killed server
 * may name a process number that now belongs to something else. It lies in the data folder, or where that has too long a path,
 * among the temporary files.
 */
export async function makeSocketFolder(dataDir: string, identity: SpawnIdentity): Promise<SocketFolder> {
  const inside = join(resolve(dataDir), 'socket');
  await rm(inside, { recursive: true, force: true });
  const folder = fits(inside) ? inside : await mkdtemp(join(tmpdir(), 'jiaoche-'));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await identity.own(folder);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

const fits = (folder: string): boolean => Buffer.byteLength(folder + socketFile) <= longestAddress;

type Door = { readonly folder: string; readonly user: string; readonly password: string };

/** The address of the server whose sockets lie in a folder, as libpq and the driver read it. */
export const socketUrl = ({ folder, user, password }: Door): string =>
  `postgres://${user}:${password}@localhost/postgres?host=${encodeURIComponent(folder)}&port=${socketPort}`;
