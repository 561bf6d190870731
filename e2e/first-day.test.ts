import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wheelSteps } from '#domain/kernel/wheel.ts';
import { visitViewContracts } from '#domain/repair-order/visit-view.contract.ts';
import { beginJourney } from '#e2e/journey/begin.ts';
import { callsAtOnce } from '#e2e/journey/calls-at-once.ts';
import { driveJourney } from '#e2e/journey/drive-journey.ts';
import { openStore } from '#e2e/journey/open-store.ts';
import { crewOf, type Person } from '#e2e/journey/people.ts';
import { startServerProcess, type ServerProcess } from '#e2e/journey/server-process.ts';

let dataDir: string;
let server: ServerProcess;
let staff: Person[];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jiaoche-e2e-first-day-'));
  server = await startServerProcess({ env: { DATA_DIR: dataDir, DEMO: '0', SCHEDULES: '0' } });
  staff = await openStore(server);
}, 120_000);
afterAll(async () => {
  await server?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test('a store that its administrator set up from nothing takes a car through all twelve steps on its first day (R001, R006)', async () => {
  await callsAtOnce(crewOf(staff).service_manager);
  const now = new Date().toISOString();
  const place = { baseUrl: server.url, credentials: { usernames: [], password: '' }, checkAnswers: true };
  const journey = await beginJourney({ staff, stranger: null, place }, { number: 3, now, plannedAfter: 60 });
  const steps = await driveJourney(journey, () => 0);
  expect(steps.map(({ step }) => step)).toEqual(wheelSteps);
  const { order } = await journey.crew.advisor.api.send(visitViewContracts.visit, {
    orderId: journey.known.get('orderId'),
  });
  expect(order.state).toBe('delivered');
}, 120_000);
