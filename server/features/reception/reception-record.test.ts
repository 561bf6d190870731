import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NormKey } from '#domain/repair-order/norms.ts';
import { newId } from '#server/http/call.ts';
import { buildRepairOrder } from '#server/testing/build-repair-order.ts';
import { buildCar, buildShop, type Shop } from '#server/testing/build-shop.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';

/** Ten in the morning in the shop. */
const now = '2026-11-25T02:00:00.000Z';
let server: TestServer;
let shop: Shop;

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
  shop = await buildShop(server);
});
afterAll(() => server.close());

const received = () => buildRepairOrder(server, { until: 'received', shop });
type Json = Record<string, unknown>;
const pageOf = async (orderId: string) => (await (await shop.as('advisor')).query(`/orders/${orderId}`)).json<Json>();

test('a customer is addressed by name and title, on the car’s page and in the lounge (R055)', async () => {
  const order = await received();
  expect(await pageOf(order.orderId)).toMatchObject({ customer: { name: '王建国', salutation: '先生' } });
  const { guests } = (await (await shop.as('lounge_attendant')).query('/home/lounge')).json<{ guests: Json[] }>();
  expect(guests.find(({ orderId }) => orderId === order.orderId)).toMatchObject({
    customerName: '王建国',
    salutation: '先生',
  });
});

test('what the customer says is recorded at once in the customer’s own words, as the first thing of the visit (R057, R059)', async () => {
  const advisor = await shop.as('advisor');
  const car = await buildCar(server, shop.storeId);
  const visit = {
    kind: 'customer',
    ...car,
    presenter: { name: '王建国', phone: null, entrusted: true },
    complaint: '早上冷车起步有“咯噔”声，开一会儿就没了',
    advisorId: null,
    appointmentId: null,
    comebackOf: null,
    waitsInShop: null,
  };
  const silent = await advisor.command('/orders', { ...visit, complaint: ' ' });
  expect(silent.json()).toMatchObject({ code: 'invalid_input', issues: [{ field: 'complaint' }] });
  const { orderId } = (await advisor.command('/orders', visit)).json<{ orderId: string }>();
  expect(await pageOf(orderId)).toMatchObject({ order: { complaint: visit.complaint, arrivedAt: now } });
});

test('process and prices that an advisor explains are published hours, rates and rules of fees; that it was done is ticked (R058)', async () => {
  const order = await received();
  const prices = (await server.client({}).query(`/public/stores/${shop.storeId}/prices`)).json<Json>();
  expect(prices).toMatchObject({
    howAVisitGoes: ['接待登记', '检查诊断', '报价确认', '维修作业与质检', '验车结算', '交车', '售后关怀'].map((zh) =>
      expect.objectContaining({ zh }),
    ),
    labour: [{ name: '更换前刹车片', hoursCenti: 100, rateFen: 18_000, amountFen: 18_000 }],
    parts: [{ name: '前刹车片', priceFen: 20_000 }],
    howFeesAreCalculated: expect.arrayContaining([expect.objectContaining({ zh: expect.stringContaining('工时费') })]),
  });
  await order.act('advisor', 'ticks', { items: ['process_explained'] });
  expect((await normOf(order.orderId, 'process_explained')).doneByName).toBe('advisor 一号');
});

const normOf = async (orderId: string, key: NormKey) => {
  const { norms: kept } = await pageOf(orderId);
  const found = (kept as { key: string; due: boolean; doneAt: string | null; doneByName: string | null }[]).find(
    (each) => each.key === key,
  );
  if (!found) throw new Error(`no norm ${key}`);
  return found;
};

const owner = {
  kind: 'person',
  name: '周海',
  salutation: '先生',
  taxId: null,
  address: null,
  email: null,
  preferredChannel: 'phone',
  preferredCall: null,
  wishedServices: null,
  source: null,
  approvalLimitFen: null,
  phoneShared: false,
  phone: '13911112222',
  phoneOther: null,
};
const hisCar = {
  plate: '吉A8K21M',
  vin: 'LSVAL41Z882104202',
  vinOverrideReason: null,
  engineNo: null,
  brand: '奔腾',
  model: 'B70',
  colour: '白',
  modelYear: 2024,
  powerType: 'petrol',
  firstSoldOn: '2024-05-01',
  warrantyMonths: null,
  warrantyKm: null,
  serviceIntervalMonths: 6,
  serviceIntervalKm: 10_000,
  lastServiceOn: null,
  lastServiceKm: null,
  odometerKm: 12_000,
};

test('plate and VIN are checked as they are filed, and tell model and owner at reception; the check is on record (R061)', async () => {
  const advisor = await shop.as('advisor');
  const { id: ownerId } = (await advisor.command('/customers', owner)).json<{ id: string }>();
  const wrong = await advisor.command('/vehicles', { ...hisCar, ownerId, vin: 'LSVAL41Z182104202' });
  expect(wrong.json()).toMatchObject({ field: 'vin' });
  const misread = await advisor.command('/vehicles', { ...hisCar, ownerId, plate: '吉A8K2' });
  expect(misread.json()).toMatchObject({ issues: [{ field: 'plate' }] });
  const filed = await advisor.command('/vehicles', { ...hisCar, ownerId });
  const vehicleId = filed.json<{ id: string }>().id;
  for (const q of ['吉A8K21M', '104202']) {
    const { vehicles } = (await advisor.query(`/search?q=${encodeURIComponent(q)}`)).json<{ vehicles: Json[] }>();
    expect(vehicles).toMatchObject([{ vehicleId, vin: hisCar.vin, model: 'B70', ownerName: '周海' }]);
  }
  const car = { customerId: ownerId, vehicleId };
  const order = await buildRepairOrder(server, { until: 'received', shop, car });
  expect(await normOf(order.orderId, 'identity_checked')).toMatchObject({ due: true, doneAt: null });
  await order.act('advisor', 'ticks', { items: ['identity_checked'] });
  expect(await normOf(order.orderId, 'identity_checked')).toMatchObject({ doneAt: now, doneByName: 'advisor 一号' });
});

test('odometer and fuel are registered before the form can be signed (R071)', async () => {
  const order = await received();
  await order.act('advisor', 'kit');
  const reason = async () => {
    const { actions } = (await pageOf(order.orderId)) as { actions: { action: string; disabled: { zh: string } }[] };
    return actions.find(({ action }) => action === 'hand_over_reception_form')?.disabled.zh;
  };
  expect(await reason()).toMatch(/里程、油量或电量/);
  await order.act('advisor', 'readings', {
    odometerKm: 23_500,
    lowerReason: null,
    fuelEighths: 4,
    chargePercent: null,
  });
  expect(await pageOf(order.orderId)).toMatchObject({ reception: { odometerKm: 23_500, fuelEighths: 4 } });
  expect(await reason()).not.toMatch(/里程|油量/);
});

const interview = { complaint: '刹车异响', interview: {}, inWarranty: null, symptomClass: null };

test('the preliminary judgement is kept with the form, and explaining it to the owner is a norm of the visit (R075)', async () => {
  const order = await received();
  const preliminaryJudgement = '目视前刹车片偏薄，诊断仪无故障码';
  await order.act('advisor', 'interview', { ...interview, version: 1, preliminaryJudgement });
  expect(await pageOf(order.orderId)).toMatchObject({ reception: { preliminaryJudgement } });
  expect(await normOf(order.orderId, 'preliminary_explained')).toMatchObject({ due: true, doneAt: null });
  await order.act('advisor', 'ticks', { items: ['preliminary_explained'] });
  expect(await normOf(order.orderId, 'preliminary_explained')).toMatchObject({ doneAt: now });
});

test('a damage names a photograph of its own visit, or none (R072)', async () => {
  const order = await received();
  await order.act('advisor', 'kit');
  const items = [{ area: 'left', damage: 'scratch', note: null, xMilli: null, yMilli: null, attachmentId: newId() }];
  const body = { items, spareWheelOk: true, toolsOk: true };
  const answer = await (await order.as('advisor')).command(`/orders/${order.orderId}/walk-around`, body);
  expect(answer.json()).toMatchObject({ status: 404, code: 'not_found', field: 'items.0.attachmentId' });
});

test('the walk-around looks at the outside and the inside of the car (R076)', async () => {
  const order = await received();
  await order.act('advisor', 'kit');
  const seen = { note: null, xMilli: null, yMilli: null, attachmentId: null };
  const items = [
    { ...seen, area: 'left', damage: 'scratch' },
    { ...seen, area: 'interior', damage: 'other', note: '副驾座椅有污渍' },
    { ...seen, area: 'dashboard', damage: 'crack' },
  ];
  await order.act('advisor', 'walk-around', { items, spareWheelOk: true, toolsOk: false });
  const { walkAround, reception } = await pageOf(order.orderId);
  expect((walkAround as Json[]).map(({ area, damage, note }) => [area, damage, note])).toEqual(
    expect.arrayContaining([
      ['left', 'scratch', null],
      ['interior', 'other', '副驾座椅有污渍'],
      ['dashboard', 'crack', null],
    ]),
  );
  expect(reception).toMatchObject({ spareWheelOk: true, toolsOk: false, walkAroundDoneAt: now });
});

async function soldOn(firstSoldOn: string | null, own: object = {}) {
  const car = await buildCar(server, shop.storeId);
  await server.owner.db
    .updateTable('vehicle')
    .set({ first_sold_on: firstSoldOn, ...own })
    .where('vehicle_id', '=', car.vehicleId)
    .execute();
  return buildRepairOrder(server, { until: 'received', shop, car });
}

test.each([
  ['two years old, few kilometres', '2024-11-25', {}, { inWarranty: true, until: '2027-11-25', untilKm: 60_000 }],
  ['four years old', '2022-11-24', {}, { inWarranty: false, until: '2025-11-24', untilKm: 60_000 }],
  ['its own 20 000 km', '2024-11-25', { warranty_km: 20_000 }, { inWarranty: false, untilKm: 20_000 }],
  ['never sold by record', null, {}, { inWarranty: null, until: null }],
])('reception sees whether the car is in warranty, and the form keeps it: %s (R077)', async (...row) => {
  const [, day, own, warranty] = row;
  const order = await soldOn(day, own);
  expect(await pageOf(order.orderId)).toMatchObject({ warranty });
  const file = (await (await shop.as('advisor')).query(`/vehicles/${order.vehicleId}`)).json<Json>();
  expect(file).toMatchObject({ warranty });
  await order.act('advisor', 'interview', { ...interview, version: 1, preliminaryJudgement: null });
  expect(await pageOf(order.orderId)).toMatchObject({ reception: { inWarranty: warranty.inWarranty } });
});

test('what the advisor says about the warranty goes before what is computed (R077)', async () => {
  const order = await soldOn('2024-11-25');
  const said = { ...interview, version: 1, preliminaryJudgement: null, inWarranty: false };
  await order.act('advisor', 'interview', said);
  expect(await pageOf(order.orderId)).toMatchObject({
    reception: { inWarranty: false },
    warranty: { inWarranty: true },
  });
});

test('with the first visit the customer’s file is opened and due within two days (R080)', async () => {
  const car = await buildCar(server, shop.storeId);
  const advisor = await shop.as('advisor');
  const open = async () => (await advisor.query('/customers?file=open&limit=200')).json<{ rows: Json[] }>().rows;
  const fileOf = async () => (await open()).find(({ customerId }) => customerId === car.customerId);
  expect(await fileOf()).toMatchObject({ fileDueAt: null });
  await buildRepairOrder(server, { until: 'received', shop, car });
  expect(await fileOf()).toMatchObject({ fileDueAt: expect.stringMatching(/^2026-11-27/), fileCompletedAt: null });
});
