import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMinutes } from '#domain/kernel/calendar.ts';
import { buildRepairOrder, type BuiltOrder } from '#server/testing/build-repair-order.ts';
import { normOf } from '#server/testing/order-step.ts';
import { buildShop, type Shop } from '#server/testing/build-shop.ts';
import { acceptance, choices, newLine, shownVersion } from '#server/testing/order-steps.estimate.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';
import { tokenIn } from '#server/testing/token-in.ts';

let server: TestServer;
let shop: Shop;

beforeAll(async () => {
  server = await startTestServer();
  shop = await buildShop(server);
});
afterAll(() => server.close());

const finding = (changes: object = {}) => ({
  kind: 'recommendation',
  lineId: null,
  system: 'brakes',
  finding: '前刹车盘磨损超限',
  cause: '长期使用',
  proposal: '更换前刹车盘',
  remedy: 'replace',
  necessity: 'safety',
  stopsLine: false,
  attachmentId: null,
  ...changes,
});

type CustomerPage = {
  faults: Record<string, unknown>[];
  inspections: { description: string; from: string; until: string }[];
};

/** The customer's own page, read anew at each call. */
async function customerPage(order: BuiltOrder): Promise<() => Promise<CustomerPage>> {
  const { url } = await order.act<{ url: string }>('advisor', 'links');
  const customer = server.client({ 'visit-token': tokenIn(url) });
  return async () => (await customer.query('/visit')).json<CustomerPage>();
}

test.each(['engine', 'chassis', 'tyres', 'brakes', 'electrics', 'lubrication', 'suspension'])(
  'a full inspection records what it finds on the %s (R091)',
  async (system) => {
    const order = await buildRepairOrder(server, { until: 'received', shop });
    await order.act('technician', 'findings', finding({ system, finding: `${system} 检查完毕` }));
    expect(await order.view()).toMatchObject({ findings: [{ system, finding: `${system} 检查完毕` }] });
  },
);

test('each finding says whether the part is repaired or replaced, and only in words that the shop knows (R097)', async () => {
  const order = await buildRepairOrder(server, { until: 'received', shop });
  await order.act('technician', 'findings', finding({ remedy: 'repair' }));
  await order.act('technician', 'findings', finding({ remedy: 'replace' }));
  const { findings } = await order.view();
  expect(findings.map(({ remedy }) => remedy).toSorted()).toEqual(['repair', 'replace']);
  const technician = await shop.as('technician');
  const odd = await technician.command(`/orders/${order.orderId}/findings`, finding({ remedy: 'guess' }));
  expect(odd.json()).toMatchObject({ code: 'invalid_input', issues: [{ field: 'remedy' }] });
});

test('the owner reads fault, cause and repair plan once the advisor has laid the offer before them, not before (R095)', async () => {
  const order = await buildRepairOrder(server, { until: 'granted', shop });
  const page = await customerPage(order);
  const found = await order.act('technician', 'findings', finding());
  expect((await page()).faults).toEqual([]);
  const line = newLine(order, {
    source: 'technician_recommendation',
    description: '更换前刹车盘',
    findingId: found.id,
  });
  await order.act('advisor', 'lines', line);
  expect((await page()).faults).toEqual([]);
  await order.act('advisor', 'versions/present');
  expect((await page()).faults).toMatchObject([
    {
      findingId: found.id,
      system: 'brakes',
      finding: '前刹车盘磨损超限',
      cause: '长期使用',
      proposal: '更换前刹车盘',
      remedy: 'replace',
      necessity: 'safety',
    },
  ]);
});

/** A visit whose fault nobody can tell yet: its only job is the diagnosis. */
async function undetermined(): Promise<{ order: BuiltOrder; lineId: string }> {
  const order = await buildRepairOrder(server, { until: 'reception_done' });
  const diagnosis = { kind: 'diagnosis', description: '刹车异响检测诊断', operationId: null, capFen: 20_000 };
  const more = { trade: 'mechanical_electrical', flatRateHoursCenti: 50, reason: '须经全面仔细检查后才能确定' };
  const { id } = await order.act('advisor', 'lines', newLine(order, { ...diagnosis, ...more }));
  await order.act('advisor', 'promise', { promisedAt: addMinutes(server.deps.now(), 240) });
  const { version } = (await order.view()).order;
  await order.act('advisor', 'choices', { ...choices, version });
  return { order, lineId: id ?? '' };
}

test('a fault that nobody can tell yet is judged after a full inspection: the customer is told why, and nobody promises another payer (R101, R103)', async () => {
  const { order, lineId } = await undetermined();
  expect(await normOf(order, 'inspection_explained')).toMatchObject({ due: true, doneAt: null });
  const line = (await order.view()).lines.find((each) => each.lineId === lineId);
  const judged = { state: 'pending_diagnosis', reason: '故障尚不能确定，须经全面仔细检查后判定', toldCustomer: true };
  await order.act('advisor', `lines/${lineId}/warranty`, { ...judged, version: line?.version, fallbackPayer: null });
  await order.act('advisor', 'ticks', { items: ['inspection_explained'] });
  const explained = { doneAt: expect.any(String), doneByName: 'advisor 一号' };
  expect(await normOf(order, 'inspection_explained')).toMatchObject(explained);
  await order.act('advisor', 'versions/present');
  const { url } = await order.act<{ url: string }>('advisor', 'links');
  const shown = (await server.client({ 'visit-token': tokenIn(url) }).query('/visit')).json<{
    toDecide: { content: string };
  }>();
  expect(JSON.parse(shown.toDecide.content)).toMatchObject({
    lines: [{ judgement: 'pending_diagnosis', judgementReason: judged.reason, payer: 'customer', capFen: 20_000 }],
  });
});

test('a visit without diagnosis does not ask for the norms of one (R103)', async () => {
  const order = await buildRepairOrder(server, { until: 'granted', shop });
  expect(await normOf(order, 'inspection_explained')).toMatchObject({ due: false });
});

test('the customer sees when the car is inspected, and the time moves with the plan (R092)', async () => {
  const { order, lineId } = await undetermined();
  await order.act('advisor', 'versions/present');
  const offer = await shownVersion(order);
  await order.act('advisor', `versions/${offer.versionId}/decide`, acceptance(offer));
  await order.act('advisor', 'copies');
  const page = await customerPage(order);
  expect((await page()).inspections).toEqual([]);
  const toStaffId = (await order.as('supervisor')).staffId;
  await order.act('advisor', 'workshop', { toStaffId, place: 'A1', notes: null, priority: 'normal' });
  const technicianId = (await order.as('technician')).staffId;
  const planned = async (fromMinutes: number) => {
    const plannedFrom = addMinutes(server.deps.now(), fromMinutes);
    const plan = { plannedFrom, plannedUntil: addMinutes(plannedFrom, 30) };
    const { bayId, teamId } = order;
    await order.act('supervisor', `lines/${lineId}/assign`, { bayId, teamId, technicianId, ...plan });
    return [{ lineId, description: '刹车异响检测诊断', from: plan.plannedFrom, until: plan.plannedUntil }];
  };
  const first = await planned(15);
  expect((await page()).inspections).toEqual(first);
  const later = await planned(60);
  expect((await page()).inspections).toEqual(later);
});
