import { afterAll, beforeAll, expect, test } from 'vitest';
import { markArrived } from '#server/features/appointment/mark-arrived.ts';
import { buildRepairOrder } from '#server/testing/build-repair-order.ts';
import { buildShop, type Shop } from '#server/testing/build-shop.ts';
import { meeting } from '#server/testing/meeting.ts';
import { inCall } from '#server/testing/system-call.ts';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;
let shop: Shop;
let desk: TestPerson;
let advisor: TestPerson;

beforeAll(async () => {
  server = await startTestServer({ now: () => '2026-11-24T02:00:00.000Z' });
  shop = await buildShop(server);
  desk = await shop.as('receptionist');
  advisor = await shop.as('advisor');
});
afterAll(() => server.close());

/** An appointment of somebody who is not on file, at an hour of its own; how it is acted on, and its row. */
async function made(hour: string) {
  const answer = await desk.command('/appointments', {
    startsAt: `2026-12-01T${hour}:00:00.000Z`,
    minutes: 30,
    advisorId: advisor.staffId,
    bayId: null,
    channel: 'phone',
    customerId: null,
    customerName: '王建国',
    phone: '13812345678',
    presenterName: null,
    cars: [{ vehicleId: null, plate: '吉A12345', model: null }],
    requestedJobs: '首次保养',
    customerWords: null,
    estimatedHoursCenti: null,
    estimatedFen: null,
    partsChecked: null,
    outreachId: null,
    confirmed: true,
  });
  expect(answer.statusCode).toBe(200);
  const { appointmentId } = answer.json<{ appointmentId: string }>();
  const path = `/appointments/${appointmentId}`;
  return { appointmentId, path, row: { table: 'appointment', column: 'appointment_id', id: appointmentId } };
}

test('two who receive a car each on one appointment at once: both visits stand on it (R040)', async () => {
  const { appointmentId, path, row } = await made('02');
  const visits = [
    await buildRepairOrder(server, { until: 'received', shop }),
    await buildRepairOrder(server, { until: 'received', shop }),
  ];
  const actor = { kind: 'staff', storeId: shop.storeId, staffId: advisor.staffId, roles: ['advisor'] } as const;
  const arrive = visits.map(
    ({ orderId, vehicleId }) =>
      () =>
        inCall(server, actor, (call) => markArrived(call, appointmentId, { orderId, vehicleId })),
  );
  await meeting(server, row, arrive);
  const detail = (await desk.query(path)).json<{ vehicles: { orderId: string }[] }>();
  const arrived = detail.vehicles.map(({ orderId }) => orderId);
  expect(arrived.toSorted()).toEqual(visits.map(({ orderId }) => orderId).toSorted());
});

test('two who move and cancel an appointment at once: the second hears that it was changed (R038)', async () => {
  const { path, row } = await made('04');
  const place = { startsAt: '2026-12-01T07:00:00.000Z', minutes: 60, advisorId: advisor.staffId, bayId: null };
  const answers = await meeting(server, row, [
    () => desk.command(`${path}/reschedule`, { version: 1, ...place }),
    () => desk.command(`${path}/cancel`, { version: 1, reason: '客户出差' }),
  ]);
  const [, refused = ''] = answers.map((answer) => answer.json<{ code?: string }>().code ?? 'ok').toSorted();
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
  expect(['stale_version', 'wrong_state']).toContain(refused);
});
