import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMinutes } from '#domain/kernel/calendar.ts';
import { newId } from '#server/http/call.ts';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';
import { fileCustomer, fileVehicle } from '#server/testing/build-customer.ts';

const now = '2026-11-24T01:00:00.000Z';
let server: TestServer;
let storeId: string;
let advisor: TestPerson;
let receptionist: TestPerson;

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
  storeId = await server.addStore();
  advisor = await server.addPerson(storeId, ['advisor'], '陈顾问');
  receptionist = await server.addPerson(storeId, ['receptionist'], '林接待');
});
afterAll(() => server.close());

async function car() {
  const customerId = await fileCustomer(server, storeId);
  return { customerId, vehicleId: await fileVehicle(server, storeId, customerId) };
}

const visitOf = (ids: { customerId: string; vehicleId: string }, changes: object = {}) => ({
  kind: 'customer',
  ...ids,
  presenter: { name: '王先生', phone: '13812345678', entrusted: true },
  complaint: '刹车时有异响',
  advisorId: null,
  appointmentId: null,
  comebackOf: null,
  waitsInShop: true,
  ...changes,
});

test('receives a car into a visit with a number of the day (R053, R063)', async () => {
  const ids = await car();
  const answer = await advisor.command('/orders', visitOf(ids));
  expect(answer.json()).toMatchObject({ orderVersion: 1, orderNo: expect.stringMatching(/^WX261124-\d{4}$/) });
  const { orderId } = answer.json<{ orderId: string }>();
  const view = (await advisor.query(`/orders/${orderId}`)).json();
  expect(view).toMatchObject({
    order: { state: 'open', step: 'reception', complaint: '刹车时有异响', presenterPhone: '138****5678' },
    customer: { customerId: ids.customerId, fileDueAt: addMinutes(now, 2 * 24 * 60) },
    holder: { role: 'advisor', name: '陈顾问' },
    light: null,
    reception: { kitFittedAt: null },
  });
  const reception = view.wheel.find((each: { step: string }) => each.step === 'reception');
  expect(reception).toMatchObject({ state: 'now', since: now, until: null, byName: '陈顾问', minutes: 0 });
  expect(view.norms.find((each: { key: string }) => each.key === 'slip_made')).toMatchObject({
    due: true,
    doneAt: now,
    doneByName: '陈顾问',
  });
});

test('makes one order when two receptionists receive the same car at once', async () => {
  const ids = await car();
  const answers = await Promise.all([
    receptionist.command('/orders', visitOf(ids)),
    advisor.command('/orders', visitOf(ids)),
  ]);
  expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(answers.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'vehicle_in_shop' });
  const orders = await server.owner.db
    .selectFrom('repair_order')
    .select('order_id')
    .where('vehicle_id', '=', ids.vehicleId)
    .execute();
  expect(orders).toHaveLength(1);
});

test('lets an internal order stand beside the customer’s', async () => {
  const ids = await car();
  await advisor.command('/orders', visitOf(ids));
  const internal = await advisor.command('/orders', visitOf(ids, { kind: 'internal', presenter: null }));
  expect(internal.statusCode).toBe(200);
});

test('refuses a customer’s order without a presenter, and takes no number for it', async () => {
  const before = await counter();
  const answer = await advisor.command('/orders', visitOf(await car(), { presenter: null }));
  expect(answer.json()).toMatchObject({ code: 'presenter_missing', field: 'presenter' });
  expect(await counter()).toBe(before);
});

const counter = async () =>
  (
    await server.owner.db
      .selectFrom('counter')
      .select('value')
      .where('store_id', '=', storeId)
      .where('name', '=', 'repair_order')
      .executeTakeFirst()
  )?.value;

test.each(['vehicleId', 'customerId', 'advisorId', 'appointmentId', 'comebackOf'])(
  'refuses a visit whose %s is unknown',
  async (field) => {
    const answer = await advisor.command('/orders', visitOf(await car(), { [field]: newId() }));
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'not_found', field });
  },
);

test('does not find another store’s vehicle or order (R321)', async () => {
  const other = await server.addStore('另一家店');
  const stranger = await server.addPerson(other, ['advisor']);
  const ids = await car();
  expect((await stranger.command('/orders', visitOf(ids))).json()).toMatchObject({ code: 'not_found' });
  const { orderId } = (await advisor.command('/orders', visitOf(ids))).json<{ orderId: string }>();
  expect((await stranger.query(`/orders/${orderId}`)).statusCode).toBe(404);
  expect((await stranger.query(`/orders/${orderId}/activities`)).statusCode).toBe(404);
});

test('an appointment shows arrived and leads to the visit (R040)', async () => {
  const ids = await car();
  const appointmentId = newId();
  const what = { appointment_no: appointmentId, channel: 'phone' as const, state: 'confirmed' as const, minutes: 30 };
  const who = {
    customer_name: '王先生',
    phone: '13812345678',
    requested_jobs: '保养',
    starts_at: now,
    created_at: now,
  };
  await server.owner.db
    .insertInto('appointment')
    .values({ store_id: storeId, appointment_id: appointmentId, ...what, ...who })
    .execute();
  const { orderId } = (await advisor.command('/orders', visitOf(ids, { appointmentId }))).json<{ orderId: string }>();
  const kept = await server.owner.db
    .selectFrom('appointment as a')
    .innerJoin('appointment_vehicle as v', 'v.appointment_id', 'a.appointment_id')
    .select(['a.state', 'v.order_id', 'v.vehicle_id'])
    .where('a.appointment_id', '=', appointmentId)
    .execute();
  expect(kept).toEqual([{ state: 'arrived', order_id: orderId, vehicle_id: ids.vehicleId }]);
});

test('lets neither technician nor washer receive a car', async () => {
  const technician = await server.addPerson(storeId, ['technician', 'washer']);
  expect((await technician.command('/orders', visitOf(await car()))).json()).toMatchObject({ code: 'forbidden' });
});

test('shows the record of a visit with words, names and the head of its chain', async () => {
  const { orderId } = (await advisor.command('/orders', visitOf(await car()))).json<{ orderId: string }>();
  const record = (await advisor.query(`/orders/${orderId}/activities`)).json();
  expect(record.rows).toMatchObject([
    { seq: 1, action: 'receive_car', zh: '接车开单', actorName: '陈顾问', payload: { step: 'reception' } },
  ]);
  expect(record.chainHash).toBe(record.rows[0].hash);
});
