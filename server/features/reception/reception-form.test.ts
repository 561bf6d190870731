import { afterAll, beforeAll, expect, test } from 'vitest';
import { norms } from '#domain/repair-order/norms.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { fileCustomer, fileVehicle } from '#server/testing/build-customer.ts';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;
let storeId: string;
let advisor: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  storeId = await server.addStore();
  advisor = await server.addPerson(storeId, ['advisor']);
});
afterAll(() => server.close());

async function received(): Promise<{ orderId: string; vehicleId: string; customerId: string }> {
  const customerId = await fileCustomer(server, storeId);
  const vehicleId = await fileVehicle(server, storeId, customerId);
  const answer = await advisor.command('/orders', {
    kind: 'customer',
    vehicleId,
    customerId,
    presenter: { name: '王先生', phone: null, entrusted: true },
    complaint: '保养',
    advisorId: null,
    appointmentId: null,
    comebackOf: null,
    waitsInShop: null,
  });
  return { ...answer.json<{ orderId: string }>(), vehicleId, customerId };
}

const readings = { odometerKm: 30_000, lowerReason: null, fuelEighths: 4, chargePercent: null };
const walk = { items: [], spareWheelOk: true, toolsOk: true };
const strokes = [
  [
    { x: 10, y: 10, t: 0 },
    { x: 200, y: 90, t: 150 },
  ],
];
const signature = { signedBy: '王先生', strokes };

async function done(orderId: string, steps: readonly (readonly [string, object])[]): Promise<void> {
  for (const [path, body] of steps) {
    const answer = await advisor.command(`/orders/${orderId}/${path}`, body);
    if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.body}`);
  }
}

const complete = (): readonly (readonly [string, object])[] => [
  ['kit', {}],
  ['readings', readings],
  ['walk-around', walk],
  ['entrusted-items', { items: [{ kind: 'key', description: '车钥匙', quantity: 1 }] }],
  ['ticks', { items: ['licence_asked', 'booklet_asked'] }],
];

test('a complete form is signed and handed over, and the car moves on to diagnosis (R073)', async () => {
  const { orderId } = await received();
  await done(orderId, [...complete(), ['reception-form/hand-over', { signature }], ['lounge', {}]]);
  const view = (await advisor.query(`/orders/${orderId}`)).json();
  expect(view.order).toMatchObject({ step: 'diagnosis', waitsInShop: true });
  expect(view.reception.signatureId).toBe(view.signatures[0].signatureId);
  expect(view.wheel.slice(2, 4)).toMatchObject([
    { step: 'reception', state: 'done', until: expect.any(String) },
    { step: 'diagnosis', state: 'now' },
  ]);
  const kept = await server.owner.db
    .selectFrom('signature')
    .select('strokes')
    .where('order_id', '=', orderId)
    .executeTakeFirstOrThrow();
  expect(JSON.parse(kept.strokes)).toEqual(strokes);
});

test('names what the form still lacks in both languages, also on the button (R073)', async () => {
  const { orderId } = await received();
  await done(orderId, [['kit', {}]]);
  const answer = await advisor.command(`/orders/${orderId}/reception-form/hand-over`, { signature });
  const problem = answer.json();
  expect(problem).toMatchObject({ code: 'reception_incomplete' });
  const view = (await advisor.query(`/orders/${orderId}`)).json();
  const button = view.actions.find((each: { action: string }) => each.action === 'hand_over_reception_form');
  expect(button.disabled).toMatchObject({
    zh: '接车登记还缺：里程、油量或电量、环车检查、索取行驶证、索取保养手册，请补全。',
    en: expect.stringContaining('the odometer, fuel or charge, the walk-around'),
  });
  expect(view.reception.handedOverAt).toBeNull();
});

test('refuses an empty signature under the form', async () => {
  const { orderId } = await received();
  await done(orderId, complete());
  const empty = { signedBy: '王先生', strokes: [] };
  const answer = await advisor.command(`/orders/${orderId}/reception-form/hand-over`, { signature: empty });
  expect(answer.json()).toMatchObject({ code: 'signature_empty', field: 'signature' });
});

test('nobody walks around the car before the kit is fitted (R070)', async () => {
  const { orderId } = await received();
  expect((await advisor.command(`/orders/${orderId}/walk-around`, walk)).json()).toMatchObject({
    code: 'kit_not_fitted',
  });
});

test('nobody is seated before the form is handed over (R079)', async () => {
  const { orderId } = await received();
  expect((await advisor.command(`/orders/${orderId}/lounge`, {})).json()).toMatchObject({
    code: 'reception_not_finished',
  });
});

test('the odometer as the car came in joins the car’s series (R062)', async () => {
  const { orderId, vehicleId } = await received();
  await done(orderId, [['readings', readings]]);
  const series = await server.owner.db
    .selectFrom('odometer_reading')
    .select(['kind', 'km', 'order_id'])
    .where('vehicle_id', '=', vehicleId)
    .orderBy('read_at')
    .execute();
  expect(series.at(-1)).toEqual({ kind: 'in', km: 30_000, order_id: orderId });
  const view = (await advisor.query(`/orders/${orderId}`)).json();
  expect(view.vehicle.odometerKm).toBe(30_000);
});

test('the odometer goes back with a reason alone (R062)', async () => {
  const { orderId, vehicleId } = await received();
  const lower = { ...readings, odometerKm: 120 };
  const refused = await advisor.command(`/orders/${orderId}/readings`, lower);
  expect(refused.json()).toMatchObject({ code: 'odometer_backwards', field: 'odometerKm' });
  const count = () =>
    server.owner.db
      .selectFrom('odometer_reading')
      .select('km')
      .where('vehicle_id', '=', vehicleId)
      .orderBy('read_at')
      .execute();
  expect(await count()).toHaveLength(1);
  await done(orderId, [['readings', { ...lower, lowerReason: '更换仪表' }]]);
  expect((await count()).map(({ km }) => km)).toEqual([23_450, 120]);
});

test('the interview keeps the customer’s words, based on the version that was seen (R074)', async () => {
  const { orderId } = await received();
  const interview = {
    version: 1,
    complaint: '早上冷车起步有“咯噔”声',
    interview: { engineState: 'cold', frequency: 'often' },
    inWarranty: true,
    symptomClass: 'c',
  };
  const asked = await advisor.command(`/orders/${orderId}/interview`, { ...interview, preliminaryJudgement: null });
  expect(asked.json()).toMatchObject({ orderVersion: 2 });
  const stale = await advisor.command(`/orders/${orderId}/interview`, { ...interview, preliminaryJudgement: null });
  expect(stale.json()).toMatchObject({ code: 'stale_version' });
});

test('a tick keeps its first time and shows among the norms (R054)', async () => {
  const { orderId } = await received();
  await done(orderId, [
    ['ticks', { items: ['greeted'] }],
    ['ticks', { items: ['greeted', 'addressed'] }],
  ]);
  const view: Pick<VisitView, 'norms'> = (await advisor.query(`/orders/${orderId}`)).json();
  const ticked = view.norms.filter(({ key, doneAt }) => norms[key].evidence === 'tick' && doneAt !== null);
  expect(ticked.map(({ key }) => key)).toEqual(['greeted', 'addressed']);
});
