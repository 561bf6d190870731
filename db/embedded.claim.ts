import { readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const ownerFile = 'owner';

/**
 * Keeps two living processes off one data folder. The claim names the process and its start time, so that a reused
 * process number is not mistaken for the owner.
 */
export async function claimDataDir(dataDir: string): Promise<{ release(): Promise<void> }> {
  const owner = await readOwner(dataDir);
  if (owner?.living) {
    throw new Error(
      `数据文件夹正被进程 ${owner.pid} 使用：${dataDir}。 The data folder is in use by process ${owner.pid}: ${dataDir}.`,
    );
  }
  const file = join(dataDir, ownerFile);
  await writeFile(file, `${process.pid} ${await startTime(process.pid)}\n`, { mode: 0o600 });
  return { release: () => rm(file, { force: true }) };
}

/** Whether the folder still carries the claim of a process that is gone. */
export async function isAbandoned(dataDir: string): Promise<boolean> {
  const owner = await readOwner(dataDir);
  return owner !== undefined && !owner.living;
}

async function readOwner(dataDir: string): Promise<{ pid: number; living: boolean } | undefined> {
  const text = await readFile(join(dataDir, ownerFile), 'utf8').catch(() => '');
  const [pid = '', startedAt = ''] = text.trim().split(' ');
  if (pid === '') return undefined;
  return { pid: Number(pid), living: (await startTime(Number(pid))) === startedAt };
}

/** Stops a server whose starter was killed, and drops a pid file whose number now belongs to something else. */
export async function stopOrphan(cluster: string, stop: () => Promise<void>): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  const pid = Number.parseInt(await readFile(pidFile, 'utf8').catch(() => ''), 10);
  if (Number.isNaN(pid) || (await startTime(pid)) === 'gone') return;
  if (await servesCluster(pid, cluster)) await stop();
  else await rm(pidFile, { force: true });
}

/** A postmaster works inside its data folder; where that cannot be read, a living process is taken for the server. */
async function servesCluster(pid: number, cluster: string): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => '');
  return folder === cluster;
}

async function startTime(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? 'gone';
  }
  try {
    process.kill(pid, 0);
    return 'alive';
  } catch {
    return 'gone';
  }
}
