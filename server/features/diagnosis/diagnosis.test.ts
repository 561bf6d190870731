import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildRepairOrder, type BuiltOrder } from '#server/testing/build-repair-order.ts';
import { buildShop, type Shop } from '#server/testing/build-shop.ts';
import { acceptance, newLine, shownVersion } from '#server/testing/order-steps.estimate.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;
let shop: Shop;

beforeAll(async () => {
  server = await startTestServer();
  shop = await buildShop(server);
});
afterAll(() => server.close());

const finding = (changes: object = {}) => ({
  kind: 'add_on',
  lineId: null,
  system: 'brakes',
  finding: '前刹车盘磨损超限',
  cause: '长期使用',
  proposal: '更换前刹车盘',
  necessity: 'safety',
  stopsLine: false,
  attachmentId: null,
  ...changes,
});

/** The technician has begun the first line, in a shop with free bays. */
async function working(): Promise<{ order: BuiltOrder; lineId: string }> {
  const order = await buildRepairOrder(server, { until: 'working' });
  const [line] = (await order.view()).lines;
  return { order, lineId: line?.lineId ?? '' };
}

test('an add-on that stops its line pauses the work until the customer has decided, then the line may go on (R135, R172)', async () => {
  const { order, lineId } = await working();
  const found = await order.act('technician', 'findings', finding({ lineId, stopsLine: true }));
  expect(await order.view()).toMatchObject({
    lines: [{ workState: 'paused' }, {}],
    punches: [{ endReason: 'paused', pauseReason: 'customer' }],
    waits: [{ lineId, reason: 'customer', endedAt: null }],
    findings: [{ findingId: found.id, answeredAt: null }],
  });
  const answer = newLine(order, {
    description: '更换前刹车盘',
    source: 'technician_recommendation',
    findingId: found.id,
  });
  await order.act('advisor', 'lines', answer);
  await order.act('advisor', 'versions/present');
  const shown = await shownVersion(order);
  await order.act('advisor', `versions/${shown.versionId}/decide`, acceptance(shown));
  expect(await order.view()).toMatchObject({
    waits: [{ endedAt: expect.any(String) }],
    findings: [{ answeredAt: expect.any(String), answeredVersionId: shown.versionId }],
  });
});

test('a diagnosis is recorded by the team that works on its granted line, and by no other (R093, R094)', async () => {
  const { order, lineId } = await working();
  const diagnosis = finding({ kind: 'diagnosis', lineId });
  const stranger = await server.addPerson(order.storeId, ['technician']);
  const refused = await stranger.command(`/orders/${order.orderId}/findings`, diagnosis);
  expect(refused.json()).toMatchObject({ code: 'not_your_line' });
  const made = await order.act('technician', 'findings', diagnosis);
  expect(await order.view()).toMatchObject({ findings: [{ findingId: made.id, kind: 'diagnosis', system: 'brakes' }] });
});

test('a line the manufacturer is to pay is judged with a reason before the customer sees it (R100, R102)', async () => {
  const order = await buildRepairOrder(server, { until: 'presented', shop });
  const { versionId, lineIds } = await shownVersion(order);
  const advisor = await shop.as('advisor');
  const [lineId = ''] = lineIds;
  const judge = async (changes: object = {}) => {
    const line = (await order.view()).lines.find((each) => each.lineId === lineId);
    const input = { state: 'covered', reason: '三包期内，非易损件', toldCustomer: true, fallbackPayer: null };
    return advisor.command(`/orders/${order.orderId}/lines/${lineId}/warranty`, {
      ...input,
      version: line?.version,
      ...changes,
    });
  };
  expect((await judge()).json()).toMatchObject({ code: 'line_not_draft' });
  await order.act('advisor', `versions/${versionId}/withdraw`, { reason: '改为索赔' });
  expect((await judge({ reason: null })).json()).toMatchObject({ code: 'warranty_reason_missing' });
  expect((await judge({ state: 'approved' })).json()).toMatchObject({ code: 'wrong_state' });
  expect((await judge({ version: 99 })).json()).toMatchObject({ code: 'stale_version' });
  expect((await judge()).statusCode).toBe(200);
  await order.act('advisor', 'versions/present');
  const shown = await shownVersion(order);
  await order.act('advisor', `versions/${shown.versionId}/decide`, acceptance(shown));
  expect((await order.view()).lines[0]).toMatchObject({
    payer: 'manufacturer',
    warrantyState: 'covered',
    grantedFen: 18_000,
  });
});

type WarrantyHome = Record<
  'toJudge' | 'reported' | 'notTold',
  readonly { readonly lineId: string; since: string | null }[]
>;

test('the warranty clerk sees what to judge, what waits for the manufacturer, and whom nobody told (R100, R101, R102)', async () => {
  const order = await buildRepairOrder(server, { until: 'presented' });
  const { versionId, lineIds } = await shownVersion(order);
  await order.act('advisor', `versions/${versionId}/withdraw`, { reason: '改为索赔' });
  const [lineId = ''] = lineIds;
  const clerk = await order.shop.as('warranty_clerk');
  const judge = async (state: string, toldCustomer: boolean) => {
    const line = (await order.view()).lines.find((each) => each.lineId === lineId);
    const input = { version: line?.version, state, reason: '需厂家确认', toldCustomer, fallbackPayer: 'customer' };
    await order.act('warranty_clerk', `lines/${lineId}/warranty`, input);
  };
  const home = async () => (await clerk.query('/home/warranty')).json<WarrantyHome>();
  const places = async () => {
    const lists = Object.entries(await home());
    return lists.filter(([, lines]) => lines.some((line) => line.lineId === lineId)).map(([name]) => name);
  };
  await judge('pending_diagnosis', false);
  expect(await places()).toEqual(['toJudge', 'notTold']);
  await judge('pending_manufacturer', true);
  expect(await places()).toEqual(['reported']);
  const [reported] = (await home()).reported;
  expect(reported).toMatchObject({ lineId, payer: 'manufacturer', since: expect.any(String) });
  await judge('denied', true);
  expect(await places()).toEqual([]);
  const guard = await server.addPerson(order.storeId, ['guard']);
  expect((await guard.query('/home/warranty')).json()).toMatchObject({ code: 'forbidden' });
});
