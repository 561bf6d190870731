import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;
let folder: string;
let built: () => void;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiaoche-pages-'));
  const ready = new Promise<void>((resolve) => (built = resolve));
  server = await startTestServer({
    pages: { folder, ready },
    ready: { database: async () => true, jobs: () => Promise.reject(new Error('down')) },
  });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe('pages', () => {
  test('wait until they are built, and every address of the interface is the one page', async () => {
    const asked = Promise.resolve(server.app.inject('/orders/42'));
    expect((await server.app.inject('/healthz')).statusCode).toBe(200);
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>交车</title>');
    built();
    const page = await asked;
    expect(page.body).toContain('<title>交车</title>');
    expect((await server.app.inject('/')).body).toBe(page.body);
    expect(page.headers).toMatchObject({
      'cache-control': 'no-cache',
      'content-security-policy': expect.stringContaining("object-src 'none'"),
    });
  });

  test('a missing file is told as missing', async () => {
    expect((await server.app.inject('/assets/gone.js')).json()).toMatchObject({ status: 404, code: 'not_found' });
  });
});

test('the OpenAPI document tells roles, refusals and the key of every endpoint', async () => {
  const document = (await server.app.inject('/api/openapi.json')).json<{
    openapi: string;
    paths: Record<string, Record<string, object>>;
  }>();
  expect(document.openapi).toBe('3.1.1');
  expect(document.paths['/api/v1/session']?.['post']).toMatchObject({
    operationId: 'staff.sign_in',
    summary: '登录 · Sign in',
    'x-roles': 'public',
    'x-refusals': expect.arrayContaining(['credentials_wrong']),
    responses: { 401: { content: { 'application/problem+json': expect.anything() } } },
  });
});

test('the reference page needs nothing from outside', async () => {
  const page = await server.app.inject('/api/reference/');
  expect(page.statusCode).toBe(200);
  expect(page.body).not.toMatch(/(?:src|href)="https?:/);
  expect((await server.app.inject('/api/reference/js/scalar.js')).statusCode).toBe(200);
});

test('health, readiness by part and metrics are told without a session', async () => {
  expect((await server.app.inject('/healthz')).json()).toEqual({ status: 'ok' });
  const ready = await server.app.inject('/readyz');
  expect([ready.statusCode, ready.json()]).toEqual([
    503,
    { status: 'unavailable', checks: { database: true, jobs: false } },
  ]);
  expect((await server.app.inject('/metrics')).body).toContain('jiaoche_endpoint_duration_seconds');
});
