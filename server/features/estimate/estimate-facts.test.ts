import { afterAll, beforeAll, expect, test } from 'vitest';
import { customerContracts } from '#domain/customer/customer.contract.ts';
import { addMinutes } from '#domain/kernel/calendar.ts';
import { buildRepairOrder, type BuiltOrder } from '#server/testing/build-repair-order.ts';
import { normOf } from '#server/testing/order-step.ts';
import { buildShop, type Shop } from '#server/testing/build-shop.ts';
import { acceptance, choices, newLine, newPart, shownVersion } from '#server/testing/order-steps.estimate.ts';
import { settlementSteps } from '#server/testing/order-steps.settlement.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';
import { tokenIn } from '#server/testing/token-in.ts';

const started = '2026-11-24T01:00:00.000Z';
let now = started;
let server: TestServer;
let shop: Shop;

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
  shop = await buildShop(server);
});
afterAll(() => server.close());

type Json = Record<string, unknown>;
async function customerOf(order: BuiltOrder) {
  const { url } = await order.act<{ url: string }>('advisor', 'links');
  return server.client({ 'visit-token': tokenIn(url) });
}

test('what the customer put off is recommended at the next estimate from the car’s file, until it is done (R064, R112)', async () => {
  const first = await buildRepairOrder(server, { until: 'presented', shop });
  const offer = await shownVersion(first);
  const [labour = '', part = ''] = offer.lineIds;
  const putOff = [
    { lineId: labour, choice: 'defer' },
    { lineId: part, choice: 'decline' },
  ];
  await first.act('advisor', `versions/${offer.versionId}/decide`, acceptance(offer, { choices: putOff }));
  const car = { customerId: first.customerId, vehicleId: first.vehicleId };
  const recommended = async () => {
    const { recommendations } = (await (await shop.as('advisor')).query(`/vehicles/${car.vehicleId}`)).json<{
      recommendations: Json[];
    }>();
    return recommendations.map(({ description, decision }) => [description, decision]);
  };
  expect(await recommended()).toEqual([
    ['更换前刹车片', 'deferred'],
    ['前刹车片', 'declined'],
  ]);
  await first.act('advisor', 'close-without-work');
  await first.act('cashier', 'gate-passes/final', { collectorId: null });
  await settlementSteps.handed_over(first);
  const { passes } = await first.view();
  const gate = await (await shop.as('guard')).command('/gate/openings', { code: passes[0]?.code, odometerKm: null });
  expect(gate.statusCode).toBe(200);
  now = addMinutes(started, 60 * 24 * 30);
  await buildRepairOrder(server, { until: 'granted', shop, car });
  expect(await recommended()).toEqual([]);
  now = started;
});

test('advice with a matching plan is due at the estimate, and it is known by whom and when it was given (R064)', async () => {
  const order = await buildRepairOrder(server, { until: 'presented', shop });
  expect(await normOf(order, 'advice_given')).toMatchObject({ due: true, doneAt: null });
  await order.act('advisor', 'ticks', { items: ['advice_given'] });
  expect(await normOf(order, 'advice_given')).toMatchObject({ doneAt: now, doneByName: 'advisor 一号' });
});

test('an estimate is true to what is published: more is refused, and the customer sees item, fee and time as they are kept (R120)', async () => {
  const order = await buildRepairOrder(server, { until: 'reception_done', shop });
  const advisor = await shop.as('advisor');
  const dearer = await advisor.command(`/orders/${order.orderId}/lines`, newLine(order, { unitPriceFen: 18_001 }));
  expect(dearer.json()).toMatchObject({ code: 'price_above_list', field: 'unitPriceFen' });
  await order.goOn('presented');
  const { toDecide } = (await (await customerOf(order)).query('/visit')).json<{ toDecide: { content: string } }>();
  const content = JSON.parse(toDecide.content) as { lines: Json[] };
  expect(content).toMatchObject({
    promisedAt: addMinutes(now, 240),
    totals: { totalFen: 38_000 },
    lines: [
      { description: '更换前刹车片', hoursCenti: 100, unitPriceFen: 18_000, amountFen: 18_000 },
      { description: '前刹车片', unitPriceFen: 20_000, amountFen: 20_000, partOrigin: 'oem' },
    ],
  });
});

test('each line says whether the customer asked for it or the technician recommends it, as the customer reads (R121)', async () => {
  const order = await buildRepairOrder(server, { until: 'reception_done', shop });
  const { source: _, ...unsaid } = newLine(order);
  const advisor = await shop.as('advisor');
  const refused = await advisor.command(`/orders/${order.orderId}/lines`, unsaid);
  expect(refused.json()).toMatchObject({ code: 'invalid_input', issues: [{ field: 'source' }] });
  await order.act('advisor', 'lines', newLine(order, { source: 'customer_instruction' }));
  await order.act('advisor', 'lines', newPart(order, { source: 'technician_recommendation' }));
  await order.act('advisor', 'promise', { promisedAt: addMinutes(now, 240) });
  await order.act('advisor', 'choices', { ...choices, version: (await order.view()).order.version });
  await order.act('advisor', 'versions/present');
  const { toDecide } = (await (await customerOf(order)).query('/visit')).json<{ toDecide: { content: string } }>();
  expect((JSON.parse(toDecide.content) as { lines: Json[] }).lines.map(({ source }) => source)).toEqual([
    'customer_instruction',
    'technician_recommendation',
  ]);
});

test('the customer asks about plan and price; the question waits for the advisor, and the answer is read beside it (R122)', async () => {
  const order = await buildRepairOrder(server, { until: 'presented', shop });
  const customer = await customerOf(order);
  const asked = await customer.command(`/orders/${order.orderId}/questions`, { question: '刹车片为什么要换？' });
  expect(asked.statusCode).toBe(200);
  const advisor = await shop.as('advisor');
  const tasks = async () =>
    (await advisor.query('/home/advisor'))
      .json<{ waitingForMe: { orderId: string; en: string }[] }>()
      .waitingForMe.filter(({ orderId }) => orderId === order.orderId)
      .map(({ en }) => en);
  expect(await tasks()).toEqual(['The customer asked: answer']);
  now = addMinutes(started, 5);
  const said = '磨损到 2 毫米，低于极限 3 毫米。';
  const answer = { purpose: 'question', channel: 'phone', said, answer: null, reached: true, newPromisedAt: null };
  await order.act('advisor', 'contacts', answer);
  now = started;
  expect(await tasks()).toEqual([]);
  expect((await customer.query('/visit')).json()).toMatchObject({
    questions: [
      { asked: true, text: '刹车片为什么要换？' },
      { asked: false, text: said },
    ],
  });
});

test('a customer asks about their own visit alone (R122)', async () => {
  const [mine, other] = [
    await buildRepairOrder(server, { until: 'presented', shop }),
    await buildRepairOrder(server, { until: 'presented', shop }),
  ];
  const asked = await (await customerOf(mine)).command(`/orders/${other.orderId}/questions`, { question: '多少钱？' });
  expect(asked.json()).toMatchObject({ code: 'not_found' });
});

test('nothing is shown to the customer before the delivery procedure was explained, and that it was is on record (R131)', async () => {
  const order = await buildRepairOrder(server, { until: 'reception_done', shop });
  await order.act('advisor', 'lines', newLine(order));
  await order.act('advisor', 'promise', { promisedAt: addMinutes(now, 240) });
  const choose = async (deliveryProcedureExplained: boolean) => {
    const { version } = (await order.view()).order;
    await order.act('advisor', 'choices', { ...choices, version, deliveryProcedureExplained });
  };
  await choose(false);
  const advisor = await shop.as('advisor');
  const early = (await advisor.command(`/orders/${order.orderId}/versions/present`, {})).json<Json>();
  expect(early).toMatchObject({ code: 'choices_missing', zh: expect.stringContaining('交车程序') });
  await choose(true);
  expect(await normOf(order, 'delivery_procedure')).toMatchObject({ doneAt: now });
  expect((await advisor.command(`/orders/${order.orderId}/versions/present`, {})).statusCode).toBe(200);
});

test('one record holds the car’s file, its jobs and parts, and the order’s preferences; the next visit reads them (R004)', async () => {
  const order = await buildRepairOrder(server, { until: 'granted', shop });
  expect(await order.view()).toMatchObject({
    vehicle: { vehicleId: order.vehicleId },
    customer: { customerId: order.customerId, name: '王建国' },
    lines: [
      { kind: 'labour', operationId: order.operationId },
      { kind: 'part', partId: order.partId },
    ],
    order: { paymentMethod: 'wechat', oldPartChoice: 'leave', washWanted: true, waitsInShop: true },
  });
  const file = (await (await shop.as('advisor')).query(`/vehicles/${order.vehicleId}`)).json<Json>();
  expect(file).toMatchObject({
    visits: [{ orderId: order.orderId, complaint: '刹车时有异响', jobs: ['更换前刹车片', '前刹车片'] }],
  });
});

/** The day of the sale goes into the car's file. */
async function fileSale(order: BuiltOrder, firstSoldOn: string): Promise<void> {
  const advisor = await shop.as('advisor');
  const path = `/vehicles/${order.vehicleId}`;
  const { vehicle } = (await advisor.query(path)).json<{ vehicle: Json }>();
  const fields = Object.keys(customerContracts.changeVehicle.input.shape).filter((field) => field !== 'vehicleId');
  const known = Object.fromEntries(fields.flatMap((field) => (field in vehicle ? [[field, vehicle[field]]] : [])));
  const filed = await advisor.command(path, { ...known, firstSoldOn });
  expect(filed.json()).toMatchObject({ version: Number(vehicle['version']) + 1 });
}

test('sale, repair, parts and insurance meet on one car: when it was sold, what was done, fitted, and who pays (R005)', async () => {
  const order = await buildRepairOrder(server, { until: 'presented', shop });
  await fileSale(order, '2024-05-01');
  const { versionId } = await shownVersion(order);
  await order.act('advisor', `versions/${versionId}/withdraw`, { reason: '部分由保险公司赔付' });
  const labour = (await order.view()).lines.find(({ kind }) => kind === 'labour');
  const { lineId = '', version } = labour ?? {};
  const changes = newLine(order, { payer: 'insurer', version });
  const { description, qtyMilli, flatRateHoursCenti, unitPriceFen, discountFen, taxRateBp } = changes;
  const price = { description, qtyMilli, flatRateHoursCenti, unitPriceFen, discountFen, taxRateBp };
  const { necessity, reason, payer } = changes;
  await order.act('advisor', `lines/${lineId}`, { ...price, necessity, reason, payer, version });
  const changed = (await order.view()).lines.find((line) => line.lineId === lineId);
  const judged = {
    state: 'covered',
    reason: '交通事故，保险公司已定损',
    toldCustomer: true,
    fallbackPayer: 'customer',
  };
  await order.act('advisor', `lines/${lineId}/warranty`, { ...judged, version: changed?.version });
  await order.act('advisor', 'versions/present');
  const offer = await shownVersion(order);
  await order.act('advisor', `versions/${offer.versionId}/decide`, acceptance(offer));
  expect(await order.view()).toMatchObject({
    vehicle: { firstSoldOn: '2024-05-01' },
    money: {
      payers: expect.arrayContaining([
        expect.objectContaining({ payer: 'insurer', acceptedFen: 18_000 }),
        expect.objectContaining({ payer: 'customer', acceptedFen: 20_000 }),
      ]),
    },
  });
  const file = (await (await shop.as('advisor')).query(`/vehicles/${order.vehicleId}`)).json<Json>();
  expect(file).toMatchObject({
    vehicle: { firstSoldOn: '2024-05-01' },
    visits: [{ jobs: ['更换前刹车片', '前刹车片'] }],
  });
});
