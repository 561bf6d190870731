import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const listening = /^listening on (?<url>\S+)$/;

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jiaoche-stop-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));

/** A service manager and a container know the process they started, npm, and signal that one alone. */
test('SIGTERM to `npm start` ends the server and its database', async () => {
  const npm = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, DEMO: '0', HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  const group = npm.pid ?? 0;
  try {
    const url = await firstUrl(npm.stdout);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(existsSync(join(dataDir, 'cluster', 'postmaster.pid'))).toBe(true);

    const ended = once(npm, 'exit');
    npm.kill('SIGTERM');
    await ended;
    await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed');
    expect(existsSync(join(dataDir, 'cluster', 'postmaster.pid'))).toBe(false);
  } finally {
    endGroup(group);
  }
});

async function firstUrl(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const url = listening.exec(line)?.groups?.['url'];
    if (url !== undefined) return url;
  }
  throw new Error('the server ended before it listened');
}

/** Whatever a failed test left running stops its database too when it is asked to end. */
function endGroup(group: number): void {
  try {
    if (group > 1) process.kill(-group, 'SIGTERM');
  } catch {
    // All of it has ended.
  }
}
