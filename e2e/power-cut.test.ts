import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { customerContracts } from '#domain/customer/customer.contract.ts';
import { customerViewContracts } from '#domain/customer/customer-view.contract.ts';
import { apiClient, type ApiClient } from '#e2e/journey/api-client.ts';
import { carOf } from '#e2e/journey/car.ts';
import { signIn, type Credentials } from '#e2e/journey/people.ts';
import { startServerProcess, type ServerProcess } from '#e2e/journey/server-process.ts';
import { ownerFile } from '#e2e/journey/steps/owner.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const clients = 4;
const enough = 60;

let dataDir: string;
let running: ServerProcess | undefined;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jiaoche-power-cut-'));
});
afterAll(async () => {
  await running?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const start = async () => {
  running = await startServerProcess({ env: { DATA_DIR: dataDir, DEMO: '1' } });
  return running;
};

async function receptionist(url: string, { password }: Credentials): Promise<ApiClient> {
  const [person] = await signIn(apiClient({ baseUrl: url }), { usernames: ['receptionist1'], password });
  if (!person) throw new Error('the demo has a receptionist');
  return person.api;
}

type Acknowledged = { readonly id: string; readonly key: string; readonly number: number };

const filing = (number: number) => ({ ...ownerFile(carOf(number)), phone: carOf(number).ownerPhone, phoneOther: null });

/** Files customers, one after the other, until the server is gone; whatever was answered is kept. */
async function fileUntilGone(api: ApiClient, from: number, acknowledged: (one: Acknowledged) => void): Promise<void> {
  for (let number = from; ; number += 1) {
    const key = `power-cut-${number}`;
    const answer = await api.attempt(customerContracts.fileCustomer, filing(number), { key }).catch(() => null);
    if (answer === null) return;
    expect(answer.status).toBe(200);
    acknowledged({ id: (answer.body as { id: string }).id, key, number });
  }
}

/** The database's processes: its first one and all that it made. */
async function databaseProcesses(): Promise<number[]> {
  const pidFile = await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8');
  const first = Number(pidFile.split('\n')[0]);
  const all = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
  const parents = await Promise.all(all.map(async (pid) => [pid, await parentOf(pid)] as const));
  return [first, ...parents.filter(([, parent]) => parent === first).map(([pid]) => pid)];
}

async function parentOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
}

async function killEverything(server: ServerProcess): Promise<void> {
  const ended = once(server.process, 'exit');
  for (const pid of [...(await databaseProcesses()), server.process.pid ?? 0]) {
    try {
      if (pid > 1) process.kill(pid, 'SIGKILL');
    } catch {
      // It ended with its parent.
    }
  }
  await ended;
}

test.runIf(process.platform === 'linux')(
  'after everything was killed in mid-work the next start has every acknowledged command, once',
  async () => {
    const first = await start();
    const api = await receptionist(first.url, first.demo);
    const acknowledged: Acknowledged[] = [];
    let cut: Promise<void> | undefined;
    const note = (one: Acknowledged) => {
      acknowledged.push(one);
      if (acknowledged.length === enough) cut = killEverything(first);
    };
    await Promise.all(Array.from({ length: clients }, (_, lane) => fileUntilGone(api, 700_000 + lane * 1_000, note)));
    await cut;
    expect(acknowledged.length).toBeGreaterThanOrEqual(enough);

    const second = await start();
    const again = await receptionist(second.url, first.demo);
    for (const { id, key, number } of acknowledged) {
      const kept = await again.send(customerViewContracts.customer, { customerId: id });
      expect(kept.customer.name).toBe(filing(number).name);
      const repeated = await again.attempt(customerContracts.fileCustomer, filing(number), { key });
      expect([repeated.status, repeated.replayed, (repeated.body as { id: string }).id]).toEqual([200, true, id]);
    }
    await second.stop();
    const verified = spawnSync(process.execPath, ['scripts/verify.ts', '--json'], {
      cwd: root,
      env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' },
      encoding: 'utf8',
    });
    expect(verified.stdout.trim().split('\n').at(-1)).toContain('"ok":true');
    expect(verified.status).toBe(0);
  },
);
