import { execFile } from 'node:child_process';
import { chown, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** PostgreSQL refuses to run as root, so a command of root is wrapped in a user namespace or given to `nobody`. */
export type SpawnIdentity = {
  wrap(command: string[]): string[];
  user: { uid?: number; gid?: number };
  own(path: string): Promise<void>;
};

const nobody = 65534;
const namespace = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'];

/**
 * Who runs PostgreSQL here: ourselves; for root the user who owns the data folder, else root inside a user namespace,
 * else `nobody` where a container forbids namespaces.
 */
export async function spawnIdentity(dataDir: string, probe: string): Promise<SpawnIdentity> {
  const asIs = { wrap: (command: string[]) => command, user: {}, own: async () => {} };
  if (process.getuid?.() !== 0) return asIs;
  const folder = await stat(dataDir);
  const asUser = (uid: number, gid: number) => ({ ...asIs, user: { uid, gid }, own: ownTree(uid) });
  const inNamespace = { ...asIs, wrap: (command: string[]) => [...namespace, ...command], own: ownTree(0) };
  const candidates = folder.uid === 0 ? [inNamespace, asUser(nobody, nobody)] : [asUser(folder.uid, folder.gid)];
  for (const identity of candidates) {
    if (!(await works(identity, probe))) continue;
    await identity.own(dataDir);
    return identity;
  }
  throw new Error(
    '数据库不能以 root 身份运行，请换用普通用户，或设置 DATABASE_URL。' +
      ' PostgreSQL cannot run as root here: start as another user or set DATABASE_URL.',
  );
}

/** Runs a program to its end; a failure carries what the program said. */
export async function runProgram(identity: SpawnIdentity, command: string[]): Promise<void> {
  const [program = '', ...args] = identity.wrap(command);
  await run(program, args, { ...identity.user, cwd: '/', env: { ...process.env, LC_ALL: 'C' } });
}

async function works(identity: SpawnIdentity, probe: string): Promise<boolean> {
  return runProgram(identity, [probe, '--version']).then(
    () => true,
    () => false,
  );
}

function ownTree(uid: number): (path: string) => Promise<void> {
  return async function own(path) {
    const found = await stat(path);
    if (found.uid === uid) return;
    await chown(path, uid, uid);
    if (!found.isDirectory()) return;
    for (const name of await readdir(path)) await own(join(path, name));
  };
}
