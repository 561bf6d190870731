import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type SeedDemo } from '#server/main.ts';
import { readSettings } from '#server/settings.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jiaoche-start-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

test('a start from nothing fills the demo once, serves, and leaves its secrets to the owner alone', async () => {
  let seeded = 0;
  const seedDemo: SeedDemo = async () => {
    seeded += 1;
    return { accounts: [{ username: 'demo', role: '服务顾问', name: '王工' }], password: 'demo' };
  };
  const settings = readSettings({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  const server = await startServer({ ...settings, seedDemo });
  try {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(server.demo?.accounts).toHaveLength(1);
    const ready = await fetch(`${server.url}/readyz`);
    expect(await ready.json()).toEqual({ status: 'ok', checks: { database: true } });
    expect((await stat(join(dataDir, 'secrets', 'session-secret'))).mode & 0o077).toBe(0);
    const opened = await fetch(`${server.url}/api/v1/first-run`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        token: server.firstRunToken,
        storeName: '首店',
        username: 'boss',
        name: '李',
        password: 'long enough',
      }),
    });
    expect(opened.status).toBe(200);
  } finally {
    await server.stop();
  }
  const again = await startServer({ ...settings, seedDemo });
  await again.stop();
  expect({ seeded, token: again.firstRunToken, demo: again.demo }).toEqual({ seeded: 1, token: null, demo: null });
});

test('settings have defaults that reach this machine alone, and a wrong one is named', () => {
  expect(readSettings({})).toMatchObject({
    host: '127.0.0.1',
    port: 8080,
    demo: true,
    tls: null,
    requestsPerMinute: 0,
  });
  expect(readSettings({ DEMO: '0' }).requestsPerMinute).toBeGreaterThan(0);
  expect(() => readSettings({ PORT: 'many' })).toThrow('PORT');
  expect(() => readSettings({ TLS_CERT: 'a.pem' })).toThrow('TLS_KEY');
});
