import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildRepairOrder } from '#server/testing/build-repair-order.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';

const now = '2026-11-24T01:00:00.000Z';
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
});
afterAll(() => server.close());

test('a car goes through dispatch, work, checks and internal delivery until it is delivered', async () => {
  const order = await buildRepairOrder(server, { until: 'internally_checked' });
  expect((await order.view()).order).toMatchObject({ state: 'ready', step: 'settlement' });
  await order.goOn('delivered');
  expect((await order.view()).order).toMatchObject({ state: 'delivered' });
});
